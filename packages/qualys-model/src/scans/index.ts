export * from './fields';
export * from './launch';
export * from './outcome';
export * from './scan';
