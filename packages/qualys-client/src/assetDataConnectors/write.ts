import {
  writeScanStartDate,
  type AssetDataConnectorChanges,
  type AssetDataConnectorSettings,
  type AwsAssetDataConnectorChanges,
  type AwsAssetDataConnectorSettings,
  type AzureAssetDataConnectorChanges,
  type AzureAssetDataConnectorSettings,
  type ConnectorAppInfoInput,
  type PerimeterScanInput,
  type QpsCollectionChange,
  type ScanDateFormat,
} from 'qualys-model';
import { wireId, type QpsValue } from '../qps';

/** How a connector goes on the wire. */
export type ConnectorData = { [name: string]: QpsValue };

// As the sample in JSON has it: an object for one, an array for several.
function oneOrMany(values: QpsValue[]): QpsValue {
  return values.length === 1 ? values[0] : values;
}

function changed(
  change: QpsCollectionChange<string> | undefined,
  written: (items: string[]) => QpsValue,
): QpsValue {
  return (
    change && {
      set: change.set && written(change.set),
      add: change.add && written(change.add),
      remove: change.remove && written(change.remove),
    }
  );
}

const tags = (ids: string[]) => ({
  TagSimple: oneOrMany(ids.map(id => ({ id: wireId(id) }))),
});
const modules = (names: string[]) => ({ ActivationModule: names });
const endpoints = (codes: string[]) => ({
  AwsEndpointSimple: codes.map(regionCode => ({ regionCode })),
});

// One list for each use, as the sample in JSON and Qualys' own scripts have it;
// the sample in XML puts all of them into one.
function appInfos(uses: ConnectorAppInfoInput[] | undefined): QpsValue {
  if (!uses) return undefined;
  const names = [...new Set(uses.map(({ name }) => name))];
  return {
    set: {
      ConnectorAppInfoQList: names.map(one => ({
        set: {
          ConnectorAppInfo: oneOrMany(
            uses
              .filter(({ name }) => name === one)
              .map(({ name, identifier, tagId }) => ({
                name,
                identifier,
                tagId: tagId === undefined ? undefined : wireId(tagId),
              })),
          ),
        },
      })),
    },
  };
}

function perimeterScan(
  scan: PerimeterScanInput | undefined,
  dateFormat: ScanDateFormat | undefined,
): ConnectorData {
  if (!scan) return {};
  const { enabled, configuration } = scan;
  if (!enabled) return { isCPSEnabled: false };
  return {
    isCPSEnabled: true,
    // Qualys demands it with every scan that is switched on.
    connectorScanSetting: {
      isCustomScanConfigEnabled: configuration !== undefined,
    },
    connectorScanConfig: configuration && {
      set: {
        ConnectorScanConfiguration: {
          daysOfWeek: configuration.daysOfWeek && {
            set: { Day: configuration.daysOfWeek },
          },
          optionProfileId: wireId(configuration.optionProfileId),
          recurrence: configuration.recurrence,
          scanPrefix: configuration.scanPrefix,
          startDate: writeScanStartDate(configuration.startDate, dateFormat),
          startTime: configuration.startTime,
          timezone: configuration.timezone,
        },
      },
    },
  };
}

/** What a new connector of any cloud has on the wire. */
export function settingsData(
  settings: AssetDataConnectorSettings,
  dateFormat?: ScanDateFormat,
): ConnectorData {
  const { defaultTags, activation, perimeterScan: scan } = settings;
  return {
    name: settings.name,
    description: settings.description,
    defaultTags: defaultTags && { set: tags(defaultTags) },
    activation: activation && { set: modules(activation) },
    disabled: settings.disabled,
    runFrequency: settings.runFrequency,
    isRemediationEnabled: settings.remediationEnabled,
    connectorAppInfos: appInfos(settings.appInfos),
    // A new connector has no scan to switch off, and Qualys' own scripts never
    // say so.
    ...(scan?.enabled && perimeterScan(scan, dateFormat)),
  };
}

/** What changes of a connector of any cloud, on the wire. */
export function changesData(
  changes: AssetDataConnectorChanges,
  dateFormat?: ScanDateFormat,
): ConnectorData {
  const { remediationEnabled } = changes;
  return {
    name: changes.name,
    description: changes.description,
    defaultTags: changed(changes.defaultTags, tags),
    activation: changed(changes.activation, modules),
    disabled: changes.disabled,
    runFrequency: changes.runFrequency,
    isRemediationEnabled:
      remediationEnabled === 'unchanged' ? undefined : remediationEnabled,
    connectorAppInfos: appInfos(changes.appInfos),
    ...perimeterScan(changes.perimeterScan, dateFormat),
  };
}

function awsMembers(
  aws:
    | Omit<AwsAssetDataConnectorSettings, 'regions' | 'name'>
    | Omit<AwsAssetDataConnectorChanges, 'regions'>,
): ConnectorData {
  return {
    arn: aws.arn,
    externalId: aws.externalId,
    allRegions: aws.allRegions,
    isGovCloudConfigured: aws.govCloud,
    isChinaConfigured: aws.chinaRegion,
  };
}

/** What a new AWS connector has on the wire. */
export function awsSettingsData(
  settings: AwsAssetDataConnectorSettings,
  dateFormat?: ScanDateFormat,
): ConnectorData {
  const { regions } = settings;
  return {
    ...settingsData(settings, dateFormat),
    ...awsMembers(settings),
    endpoints: regions && { add: endpoints(regions) },
  };
}

/** What changes of an AWS connector, on the wire. */
export function awsChangesData(
  changes: AwsAssetDataConnectorChanges,
  dateFormat?: ScanDateFormat,
): ConnectorData {
  return {
    ...changesData(changes, dateFormat),
    ...awsMembers(changes),
    endpoints: changed(changes.regions, endpoints),
  };
}

/** What a new Azure connector has on the wire, or what changes of one, besides what all clouds have. */
export function azureMembers({
  authRecord,
  govCloud,
}: Pick<
  AzureAssetDataConnectorSettings | AzureAssetDataConnectorChanges,
  'authRecord' | 'govCloud'
>): ConnectorData {
  return {
    authRecord: authRecord && { ...authRecord },
    isGovCloudConfigured: govCloud,
  };
}
