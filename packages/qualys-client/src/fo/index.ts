export { foProblemIn, throwFoProblemIn } from './problem';
