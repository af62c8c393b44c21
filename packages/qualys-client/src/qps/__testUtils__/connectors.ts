import {
  awsConnectorOf,
  azureConnectorOf,
  gcpConnectorOf,
} from '../../assetDataConnectors/read';
import { awsWire, azureWire, gcpWire } from '../../assetDataConnectors/wire';
import { object, references } from './fields';
import type { RoundTrip } from './roundTrip';
import type { Shape } from './shapes';

const connector = {
  id: 'id',
  name: 'text',
  description: 'text',
  connectorState: 'text',
  disabled: 'boolean',
  isDeleted: 'boolean',
  lastError: 'text',
  lastSync: 'date',
  nextSync: 'date',
  runFrequency: 'integer',
  isRemediationEnabled: 'boolean',
  defaultTags: references('TagSimple'),
  activation: { name: 'ActivationModule', item: 'text' },
  connectorAppInfos: {
    name: 'ConnectorAppInfoQList',
    item: {
      name: 'ConnectorAppInfo',
      item: object({ name: 'text', identifier: 'text', tagId: 'id' }, ['name']),
    },
  },
  isCPSEnabled: 'boolean',
  connectorScanSetting: object({ isCustomScanConfigEnabled: 'boolean' }),
  connectorScanConfig: {
    name: 'ConnectorScanConfiguration',
    item: object({
      optionProfileId: 'id',
      recurrence: 'text',
      daysOfWeek: { name: 'Day', item: 'text' },
      scanPrefix: 'text',
      startDate: 'text',
      startTime: 'text',
      timezone: 'text',
    }),
  },
  cloudviewUuid: 'text',
} satisfies Record<string, Shape>;

/** A connector of one cloud, as it is read. */
export const awsConnector: RoundTrip<typeof awsWire, unknown> = {
  object: {
    name: 'AwsAssetDataConnector',
    schema: awsWire,
    transform: awsConnectorOf,
    advice: {},
  },
  shape: object(
    {
      ...connector,
      awsAccountId: 'text',
      arn: 'text',
      externalId: 'text',
      qualysAwsAccountId: 'text',
      allRegions: 'boolean',
      endpoints: {
        name: 'AwsEndpointSimple',
        item: object({ regionCode: 'text' }, ['regionCode']),
      },
      isGovCloudConfigured: 'boolean',
      isChinaConfigured: 'boolean',
    },
    ['id', 'name'],
  ),
};

/** A connector of one cloud, as it is read. */
export const azureConnector: RoundTrip<typeof azureWire, unknown> = {
  object: {
    name: 'AzureAssetDataConnector',
    schema: azureWire,
    transform: azureConnectorOf,
    advice: {},
  },
  shape: object(
    {
      ...connector,
      authRecord: object({
        applicationId: 'text',
        directoryId: 'text',
        subscriptionId: 'text',
      }),
      subscriptionName: 'text',
      isGovCloudConfigured: 'boolean',
    },
    ['id', 'name'],
  ),
};

/** A connector of one cloud, as it is read. */
export const gcpConnector: RoundTrip<typeof gcpWire, unknown> = {
  object: {
    name: 'GcpAssetDataConnector',
    schema: gcpWire,
    transform: gcpConnectorOf,
    advice: {},
  },
  shape: object({ ...connector, authRecord: object({ projectId: 'text' }) }, [
    'id',
    'name',
  ]),
};
