export { wireCalls } from './wiring';
