export * from './fields';
export * from './settings';
export * from './webApp';
