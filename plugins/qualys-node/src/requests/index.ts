export * from './conditions';
export * from './inputs';
export * from './rules';
