export { wildcard } from './wildcard';
