export * from './optionProfile';
