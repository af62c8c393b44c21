export { foProblemIn } from './problem';
export { simpleReturnOf, type SimpleReturn } from './simpleReturn';
