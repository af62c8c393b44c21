export { AccessForm, type AccessFormProps } from './AccessForm';
export { KeysNotHeld } from './KeysNotHeld';
