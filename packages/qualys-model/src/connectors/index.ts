export * from './connector';
export * from './state';
