export * from './conditions';
export * from './inputs';
export * from './page';
export * from './rules';
