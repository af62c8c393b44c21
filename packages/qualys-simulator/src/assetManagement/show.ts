import type { ConnectorSettings } from '../cloudView/connectors/connector';
import type { Moment } from '../cloudView/connectors/filter';
import {
  isPending,
  lastSyncOf,
  pollingPeriod,
  stateOf,
} from '../cloudView/connectors/lifecycle';
import { QUALYS_ACCOUNTS } from '../cloudView/data/vocabulary';
import type { ValueOf } from '../qps/description';
import { isoDate } from '../qps/isoDate';
import type {
  AWS_CONNECTOR,
  AZURE_CONNECTOR,
  GCP_CONNECTOR,
} from './connectorDescription';
import type { AssetConnector } from './directory';
import type { AppInfo, AssetExtras } from './extras';
import type { TagStore } from './tags';

/** The words of Asset Management for those of CloudView that differ. */
const STATES: Record<string, string> = {
  'Completed successfully': 'FINISHED_SUCCESS',
  REGIONS_DISCOVERED: 'PROCESSING',
};

/** The word for the state of a connector in Asset Management. */
export function connectorStateAt(
  { record }: AssetConnector,
  { now }: Moment,
): string {
  if (record.settings.isDisabled) return 'DISABLED';
  const state = stateOf(record, now);
  return STATES[state] ?? state;
}

/** How often a connector is synced, in minutes. */
export function runFrequencyOf({
  pollingFrequency,
}: ConnectorSettings): number {
  return pollingFrequency.hours * 60 + pollingFrequency.minutes;
}

/** When a connector was last synced; undefined while that is under way. */
export function lastSyncAt(
  { record }: AssetConnector,
  { now, poll }: Moment,
): string | undefined {
  return isPending(record, now)
    ? undefined
    : isoDate(lastSyncOf(record, now, poll));
}

/** What is wrong with a connector; undefined where nothing is. */
export function lastErrorAt(
  { record }: AssetConnector,
  { now }: Moment,
): string | undefined {
  return stateOf(record, now) === 'ERROR' ? record.error : undefined;
}

function nextSyncAt(
  { record }: AssetConnector,
  { now, poll }: Moment,
): string | undefined {
  if (record.settings.isDisabled || isPending(record, now)) return undefined;
  return isoDate(lastSyncOf(record, now, poll) + pollingPeriod(record));
}

// One list for each module, as in the JSON sample of Update AWS Connector 3.0.
function shownAppInfos(infos: readonly AppInfo[], tags: TagStore) {
  const names = [...new Set(infos.map(({ name }) => name))];
  return names.map(name =>
    infos
      .filter(info => info.name === name)
      .map(info => ({
        ...info,
        tagMetadata:
          info.tagId === undefined ? undefined : tags.reference(info.tagId),
      })),
  );
}

/** The settings of a connector's perimeter scan as answers show them. */
export function shownPerimeter(extras: AssetExtras) {
  const { isCPSEnabled, isCustomScanConfigEnabled, scanConfigurations } =
    extras;
  return {
    isCPSEnabled,
    connectorScanSetting: isCPSEnabled
      ? { isCustomScanConfigEnabled }
      : undefined,
    connectorScanConfig:
      scanConfigurations.length > 0
        ? scanConfigurations.map(configuration => ({
            ...configuration,
            daysOfWeek:
              configuration.daysOfWeek.length > 0
                ? configuration.daysOfWeek
                : undefined,
          }))
        : undefined,
  };
}

function qualysAccountOf(settings: {
  isGovCloud: boolean;
  isChinaRegion: boolean;
}): string {
  if (settings.isGovCloud) return QUALYS_ACCOUNTS['aws-us-gov'];
  return QUALYS_ACCOUNTS[settings.isChinaRegion ? 'aws-cn' : 'aws'];
}

/** A connector as answers show it at a moment. */
export function shownConnector(
  connector: AssetConnector,
  extras: AssetExtras,
  tags: TagStore,
  moment: Moment,
): ValueOf<
  typeof AWS_CONNECTOR | typeof AZURE_CONNECTOR | typeof GCP_CONNECTOR
> {
  const { id, record, source } = connector;
  const { settings } = record;
  const common = {
    id,
    name: settings.name,
    description: settings.description,
    lastSync: lastSyncAt(connector, moment),
    lastError: lastErrorAt(connector, moment),
    connectorState: connectorStateAt(connector, moment),
    type: settings.provider,
    defaultTags: extras.defaultTagIds.map(tag => tags.reference(tag)),
    activation: extras.activation.length > 0 ? extras.activation : undefined,
    disabled: settings.isDisabled,
    isDeleted: false,
    runFrequency: runFrequencyOf(settings),
    nextSync: nextSyncAt(connector, moment),
    isRemediationEnabled: settings.remediationEnabled ?? false,
    connectorAppInfos: shownAppInfos(extras.appInfos, tags),
    cloudviewUuid: source.isInCloudView ? record.connectorId : undefined,
    ...shownPerimeter(extras),
    isInstantAssessmentEnabled: false,
    isAttachedToOrgConnector: extras.isAttachedToOrgConnector,
    isWrapperAPI: false,
  };
  switch (settings.provider) {
    case 'AZURE':
      return {
        ...common,
        isGovCloudConfigured: settings.isGovCloud,
        authRecord: {
          applicationId: settings.applicationId,
          directoryId: settings.directoryId,
          subscriptionId: settings.subscriptionId,
        },
        subscriptionName: settings.subscriptionName,
      };
    case 'GCP':
      return { ...common, authRecord: { projectId: settings.projectId } };
    default:
      return {
        ...common,
        awsAccountId: settings.awsAccountId,
        isGovCloudConfigured: settings.isGovCloud,
        isChinaConfigured: settings.isChinaRegion,
        arn: settings.arn,
        externalId: settings.externalId,
        allRegions: extras.allRegions,
        endpoints: extras.regionCodes.map(regionCode => ({ regionCode })),
        qualysAwsAccountId: qualysAccountOf(settings),
      };
  }
}
