export {
  connectorAssetsAfter,
  connectorAssetsChanges,
} from './connectorAssets';
export { connectorChanges } from './connectors';
export {
  requestChanges,
  requestSettingsAfter,
  requestTargetChanges,
  type RequestTargetSetting,
} from './requests';
export { s3Changes, s3DestinationSettings } from './s3';
export {
  cancelSettingNames,
  webAppChanges,
  webAppSettingsAfter,
  webAppSettingsOf,
  type WebAppEditableSettings,
} from './webApps';
export { securityHubChanges } from './securityHub';
export { securityHubRowProblems } from './securityHubRowProblems';
export { securityHubCreationSteps, securityHubSteps } from './securityHubSteps';
export { isWeakening } from './isWeakening';
