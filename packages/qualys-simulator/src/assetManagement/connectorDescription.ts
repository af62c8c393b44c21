import {
  boolean,
  digits,
  integer,
  list,
  object,
  set,
  text,
  textBoolean,
} from '../qps/description';
import { TAG_REFERENCE } from './tags';

const APP_INFO = object({
  name: text,
  identifier: text,
  tagId: integer,
  tagMetadata: TAG_REFERENCE,
});

/** When a perimeter scan runs, and with which option profile. */
export const SCAN_CONFIGURATION = object({
  daysOfWeek: set('Day', text),
  optionProfileId: integer,
  recurrence: text,
  scanPrefix: text,
  startDate: text,
  startTime: text,
  timezone: text,
});

/** The settings of the perimeter scan, which an update of them answers too. */
export const PERIMETER = {
  isCPSEnabled: boolean,
  connectorScanSetting: object({ isCustomScanConfigEnabled: boolean }),
  connectorScanConfig: set('ConnectorScanConfiguration', SCAN_CONFIGURATION),
};

const HEAD = {
  id: integer,
  name: text,
  description: text,
  lastSync: text,
  lastError: text,
  connectorState: text,
  type: text,
  defaultTags: list('TagSimple', TAG_REFERENCE),
  activation: set('ActivationModule', text),
  disabled: textBoolean,
  isDeleted: textBoolean,
  runFrequency: integer,
  nextSync: text,
  isRemediationEnabled: boolean,
  connectorAppInfos: list(
    'ConnectorAppInfoQList',
    list('ConnectorAppInfo', APP_INFO),
  ),
  cloudviewUuid: text,
  ...PERIMETER,
  isInstantAssessmentEnabled: boolean,
  isAttachedToOrgConnector: boolean,
  isWrapperAPI: boolean,
};

/**
 * A connector of AWS. JSON shows the number of its account as a number.
 *
 * Source: Asset Management 3.0, `AwsAssetDataConnector`.
 */
export const AWS_CONNECTOR = object({
  ...HEAD,
  awsAccountId: digits,
  isGovCloudConfigured: textBoolean,
  isChinaConfigured: textBoolean,
  arn: text,
  externalId: text,
  allRegions: boolean,
  endpoints: list('AwsEndpointSimple', object({ regionCode: text })),
  qualysAwsAccountId: digits,
});

/**
 * A connector of Azure. The key is taken and never shown.
 *
 * Source: Asset Management 3.0, `AzureAssetDataConnector`.
 */
export const AZURE_CONNECTOR = object({
  ...HEAD,
  isGovCloudConfigured: textBoolean,
  authRecord: object({
    applicationId: text,
    directoryId: text,
    subscriptionId: text,
    authenticationKey: text,
  }),
  subscriptionName: text,
});

/**
 * A connector of GCP. JSON takes the names of the key file, XML those of the
 * schema; answers show the project alone.
 *
 * Source: Asset Management 3.0, `GcpAssetDataConnector`.
 */
export const GCP_CONNECTOR = object({
  ...HEAD,
  authRecord: object({
    type: text,
    projectId: text,
    project_id: text,
    privateKeyId: text,
    private_key_id: text,
    privateKey: text,
    private_key: text,
    clientEmail: text,
    client_email: text,
    clientId: text,
    client_id: text,
    authUri: text,
    auth_uri: text,
    tokenUri: text,
    token_uri: text,
    authProviderX509CertUrl: text,
    auth_provider_x509_cert_url: text,
    clientX509CertUrl: text,
    client_x509_cert_url: text,
    universeDomain: text,
    universe_domain: text,
  }),
});

/** The description of each cloud's connectors, and the element they stand in. */
export const CONNECTORS = {
  AWS: { element: 'AwsAssetDataConnector', field: AWS_CONNECTOR },
  AZURE: { element: 'AzureAssetDataConnector', field: AZURE_CONNECTOR },
  GCP: { element: 'GcpAssetDataConnector', field: GCP_CONNECTOR },
};
