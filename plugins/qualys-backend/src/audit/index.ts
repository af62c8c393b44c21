export { audited } from './audited';
