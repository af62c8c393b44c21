export * from './aws';
export * from './azure';
export * from './cloudFormationTemplate';
export * from './connectorIds';
export * from './current';
export * from './gcp';
export * from './gcpKeyFile';
export {
  connectorDescriptionSchema,
  connectorNameSchema,
  pollingFrequencyInputSchema,
} from './members';
export * from './warnings';
