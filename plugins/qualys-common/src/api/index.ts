export * from './bindings';
export * from './connectors';
export * from './entities';
export * from './errors';
export * from './limits';
export * from './removals';
export * from './snapshot';
export * from './status';
