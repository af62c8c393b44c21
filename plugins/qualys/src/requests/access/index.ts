export { AccessForm, type AccessFormProps } from './AccessForm';
export { ApplicationSteps } from './ApplicationSteps';
export { KeysNotHeld } from './KeysNotHeld';
export {
  useHandOver,
  type HandOver,
  type HandOverOptions,
} from './useHandOver';
