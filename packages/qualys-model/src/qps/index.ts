export * from './criterion';
export * from './id';
export * from './references';
export * from './text';
