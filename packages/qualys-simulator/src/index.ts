/**
 * A Qualys platform on localhost, for demos and tests.
 *
 * @packageDocumentation
 */

export {
  startSimulator,
  DEFAULT_CREDENTIALS,
  type Simulator,
  type SimulatorOptions,
} from './simulator';
export type { SimulatorControl, SimulatorHealth } from './control/control';
export type { SimulatorBehaviours } from './behaviours/behaviours';
export type { FamilyLimit, SimulatorLimits } from './limits/options';
export type { NewOptionProfile, OptionProfile } from './fo/optionProfiles';
export type {
  NewS3Integration,
  S3FilterQuery,
  S3Integration,
} from './s3/integration';
export type {
  NewSecurityHubIntegration,
  SecurityHubAccount,
  SecurityHubIntegration,
} from './securityHub/integration';
export { ObjectIdError } from './core/idError';
export type { UserRights } from './http/users';
export type { Credentials } from './core/credentials';
export type { QualysHost } from './core/host';
export { FAULT_KINDS, type Fault } from './faults/fault';
export type { JournalEntry } from './journal/journal';
export { PortTakenError } from './http/listen';
export { ConnectorIdError } from './cloudView/connectors/churn';
export type {
  CloudProvider,
  CloudViewConnector,
  ConnectorSettings,
  ConnectorStatus,
} from './cloudView/connectors/connector';
export type {
  ConnectorPatch,
  NewConnector,
} from './cloudView/connectors/patch';
export { demoConnectors, type DemoConnector } from './cloudView/data/demo';
export type { NewAssetDataConnector } from './assetManagement/assetManagement';
export type { NewTag } from './assetManagement/tags';
export type { NewDnsOverride, NewScan, NewWebApp } from './was/additions';
export type { DnsMapping } from './was/dnsOverride';
export { demoWebApps, type DemoWebApp } from './was/demoWebApps';
export { runCli } from './cli/runCli';
