export { registerActions } from './register';
