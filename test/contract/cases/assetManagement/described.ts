// The connectors of Asset Management 3.0 as its schemas describe them: the
// fields that an answer may hold besides those of a sample, and their types in
// JSON.

import type { ContractCase } from '../../contractCase';
import { inBothDialects, type QpsCase } from '../../dialects';

// Recorded answers write booleans as texts in places.
const FLAG = 'boolean|string';

const connector = {
  name: 'string',
  description: 'string',
  lastSync: 'string',
  lastError: 'string',
  connectorState: 'string',
  type: 'string',
  defaultTags: 'object',
  activation: 'object',
  disabled: FLAG,
  isDeleted: FLAG,
  runFrequency: 'number',
  nextSync: 'string',
  isRemediationEnabled: FLAG,
  isCPSEnabled: FLAG,
  connectorAppInfos: 'object',
  connectorScanSetting: 'object',
  connectorScanConfig: 'object',
  cloudviewUuid: 'string',
  isInstantAssessmentEnabled: FLAG,
  isAttachedToOrgConnector: FLAG,
  isWrapperAPI: FLAG,
};

/** `AwsAssetDataConnector`. */
const awsConnector = {
  ...connector,
  awsAccountId: 'number|string',
  arn: 'string',
  externalId: 'string',
  allRegions: FLAG,
  endpoints: 'object',
  isGovCloudConfigured: FLAG,
  isChinaConfigured: FLAG,
  qualysAwsAccountId: 'number|string',
};

/** `AzureAssetDataConnector`. */
const azureConnector = {
  ...connector,
  authRecord: 'object',
  subscriptionName: 'string',
  isGovCloudConfigured: FLAG,
};

/** `GcpAssetDataConnector`. */
const gcpConnector = { ...connector, authRecord: 'object' };

const besides = {
  ServiceResponse: { hasMoreRecords: FLAG, lastId: 'number' },
  'ServiceResponse.data[].AwsAssetDataConnector': awsConnector,
  'ServiceResponse.data[].AzureAssetDataConnector': azureConnector,
  'ServiceResponse.data[].GcpAssetDataConnector': gcpConnector,
};

/** Cases of connectors in both dialects, whose answers may say more than the samples. */
export function inAssetManagement(cases: QpsCase[]): ContractCase[] {
  return cases
    .map(qpsCase => ({
      ...qpsCase,
      exchanges: qpsCase.exchanges.map(exchange => ({
        ...exchange,
        mayAlsoHold: besides,
      })),
    }))
    .flatMap(inBothDialects);
}
