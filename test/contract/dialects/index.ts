export * from './inBothDialects';
export * from './qps';
