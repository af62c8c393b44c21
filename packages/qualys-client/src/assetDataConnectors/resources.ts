import {
  awsAssetDataConnectorChangesSchema,
  awsAssetDataConnectorSettingsSchema,
  azureAssetDataConnectorChangesSchema,
  azureAssetDataConnectorSettingsSchema,
  gcpAssetDataConnectorChangesSchema,
  gcpAssetDataConnectorSettingsSchema,
} from 'qualys-model';
import type { Qps } from '../qps';
import { advice } from './advice';
import type {
  AssetDataConnectorResources,
  AwsAssetDataConnectors,
  AwsAssetDataConnectorWriteOptions,
  AzureAssetDataConnectors,
  GcpAssetDataConnectors,
} from './connectors';
import { gcpAuthRecord, gcpSecrets } from './gcp';
import { awsConnectorOf, azureConnectorOf, gcpConnectorOf } from './read';
import { assetDataConnectorsOf } from './resource';
import { awsWire, azureWire, gcpWire } from './wire';
import {
  awsChangesData,
  awsSettingsData,
  azureMembers,
  changesData,
  settingsData,
} from './write';

function awsConnectors(qps: Qps): AwsAssetDataConnectors {
  return assetDataConnectorsOf(qps, {
    noun: 'awsassetdataconnector',
    what: 'an AWS connector',
    object: {
      name: 'AwsAssetDataConnector',
      schema: awsWire,
      transform: awsConnectorOf,
      advice,
    },
    settings: (options: AwsAssetDataConnectorWriteOptions) =>
      awsAssetDataConnectorSettingsSchema(options),
    changes: options => awsAssetDataConnectorChangesSchema(options),
    settingsData: awsSettingsData,
    changesData: awsChangesData,
    secrets: ({ externalId }) => (externalId ? [externalId] : []),
  });
}

function azureConnectors(qps: Qps): AzureAssetDataConnectors {
  return assetDataConnectorsOf(qps, {
    noun: 'azureassetdataconnector',
    what: 'an Azure connector',
    object: {
      name: 'AzureAssetDataConnector',
      schema: azureWire,
      transform: azureConnectorOf,
      advice,
    },
    settings: () => azureAssetDataConnectorSettingsSchema,
    changes: () => azureAssetDataConnectorChangesSchema,
    settingsData: (settings, dateFormat) => ({
      ...settingsData(settings, dateFormat),
      ...azureMembers(settings),
    }),
    changesData: (changes, dateFormat) => ({
      ...changesData(changes, dateFormat),
      ...azureMembers(changes),
    }),
    secrets: ({ authRecord }) =>
      authRecord?.authenticationKey ? [authRecord.authenticationKey] : [],
  });
}

function gcpConnectors(qps: Qps): GcpAssetDataConnectors {
  const { dialect } = qps;
  return assetDataConnectorsOf(qps, {
    noun: 'gcpassetdataconnector',
    what: 'a GCP connector',
    object: {
      name: 'GcpAssetDataConnector',
      schema: gcpWire,
      transform: gcpConnectorOf,
      advice,
    },
    settings: () => gcpAssetDataConnectorSettingsSchema,
    changes: () => gcpAssetDataConnectorChangesSchema,
    settingsData: (settings, dateFormat) => ({
      ...settingsData(settings, dateFormat),
      // Demanded of new GCP connectors alone.
      type: 'GCP',
      authRecord: gcpAuthRecord(settings.authRecord, dialect),
    }),
    changesData: (changes, dateFormat) => ({
      ...changesData(changes, dateFormat),
      authRecord:
        changes.authRecord && gcpAuthRecord(changes.authRecord, dialect),
    }),
    secrets: ({ authRecord = {} }) => gcpSecrets(authRecord),
  });
}

/** The connectors of all clouds in Asset Management, on the `qps` dialect. */
export function assetDataConnectorResources(
  qps: Qps,
): AssetDataConnectorResources {
  return {
    aws: awsConnectors(qps),
    azure: azureConnectors(qps),
    gcp: gcpConnectors(qps),
  };
}
