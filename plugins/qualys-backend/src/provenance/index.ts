export { createRootReader, type ReadRoots } from './roots';
export { locationsOf } from './locations';
