export { ACTIVATION_MODULES, activationModuleSchema } from './activation';
export {
  CONNECTOR_APPS,
  connectorAppInfoSchema,
  type ConnectorApp,
  type ConnectorAppInfo,
  type ConnectorAppInfoInput,
} from './appInfo';
export type { AzureAuthRecordInput, GcpAuthRecordInput } from './authRecord';
export * from './changes';
export * from './connector';
export {
  perimeterScanConfigurationSchema,
  perimeterScanInputSchema,
  perimeterScanName,
  perimeterScanSchema,
  SCAN_DAYS,
  SCAN_RECURRENCES,
  type PerimeterScan,
  type PerimeterScanConfiguration,
  type PerimeterScanConfigurationInput,
  type PerimeterScanInput,
} from './perimeterScan';
export type { AwsAssetDataConnectorRuleOptions } from './rules';
export * from './scanDate';
export * from './settings';
