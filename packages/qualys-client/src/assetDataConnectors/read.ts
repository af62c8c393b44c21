import {
  awsAccountIdOfArn,
  padAwsAccountId,
  type AssetDataConnector,
  type AwsAssetDataConnector,
  type AzureAssetDataConnector,
  type GcpAssetDataConnector,
  type PerimeterScan,
} from 'qualys-model';
import type { z } from 'zod';
import type { awsWire, azureWire, CommonWire, gcpWire } from './wire';

function perimeterScanOf(wire: CommonWire): PerimeterScan | undefined {
  const { isCPSEnabled, connectorScanSetting } = wire;
  const custom = connectorScanSetting?.isCustomScanConfigEnabled;
  // One without any setting is nothing, as it is where XML has it.
  const connectorScanConfig = wire.connectorScanConfig?.filter(configuration =>
    Object.values(configuration).some(setting => setting !== undefined),
  );
  if (
    isCPSEnabled === undefined &&
    custom === undefined &&
    !connectorScanConfig?.length
  ) {
    return undefined;
  }
  return {
    enabled: isCPSEnabled ?? false,
    customConfiguration: custom ?? false,
    configurations: (connectorScanConfig ?? []).map(configuration => ({
      optionProfileId: configuration.optionProfileId,
      recurrence: configuration.recurrence,
      daysOfWeek: configuration.daysOfWeek ?? [],
      scanPrefix: configuration.scanPrefix,
      startDate: configuration.startDate,
      startTime: configuration.startTime,
      timezone: configuration.timezone,
    })),
  };
}

// What was given and could not be read is there without a value.
function unreadableOf(wire: CommonWire): AssetDataConnector['unreadable'] {
  const isUnreadable = (member: keyof CommonWire) =>
    Object.hasOwn(wire, member) && wire[member] === undefined;
  const unreadable = [
    ...(['defaultTags', 'activation'] as const).filter(isUnreadable),
    ...(isUnreadable('isCPSEnabled') ? (['perimeterScan'] as const) : []),
  ];
  return unreadable.length > 0 ? unreadable : undefined;
}

function commonOf(wire: CommonWire) {
  const unreadable = unreadableOf(wire);
  return {
    id: wire.id,
    name: wire.name,
    description: wire.description ?? '',
    reportedState: wire.connectorState ?? '',
    disabled: wire.disabled ?? false,
    deleted: wire.isDeleted ?? false,
    lastError: wire.lastError,
    lastSyncedOn: wire.lastSync,
    nextSyncedOn: wire.nextSync,
    runFrequency: wire.runFrequency,
    remediationEnabled: wire.isRemediationEnabled,
    defaultTags: wire.defaultTags?.map(({ id, name }) => ({ id, name })),
    activation: wire.activation,
    appInfos: wire.connectorAppInfos?.flatMap(infos =>
      (infos ?? []).map(({ name, identifier, tagId }) => ({
        name,
        identifier,
        tagId,
      })),
    ),
    perimeterScan: perimeterScanOf(wire),
    ...(unreadable && { unreadable }),
    instantAssessmentEnabled: wire.isInstantAssessmentEnabled,
    attachedToOrgConnector: wire.isAttachedToOrgConnector,
    wrapperApi: wire.isWrapperAPI,
    cloudviewUuid: wire.cloudviewUuid,
  };
}

function awsAccountOf({ awsAccountId, arn }: z.output<typeof awsWire>): string {
  if (awsAccountId !== undefined) return padAwsAccountId(awsAccountId);
  return (arn && awsAccountIdOfArn(arn)) ?? '';
}

/** An AWS connector of Asset Management as the domain's. */
export function awsConnectorOf(
  wire: z.output<typeof awsWire>,
): AwsAssetDataConnector {
  return {
    provider: 'AWS',
    ...commonOf(wire),
    account: awsAccountOf(wire),
    arn: wire.arn,
    externalId: wire.externalId,
    qualysAwsAccountId:
      wire.qualysAwsAccountId === undefined
        ? undefined
        : padAwsAccountId(wire.qualysAwsAccountId),
    allRegions: wire.allRegions,
    regions: wire.endpoints?.map(({ regionCode }) => regionCode),
    govCloud: wire.isGovCloudConfigured ?? false,
    chinaRegion: wire.isChinaConfigured ?? false,
  };
}

/** An Azure connector of Asset Management as the domain's. */
export function azureConnectorOf(
  wire: z.output<typeof azureWire>,
): AzureAssetDataConnector {
  return {
    provider: 'AZURE',
    ...commonOf(wire),
    account: wire.authRecord?.subscriptionId ?? '',
    applicationId: wire.authRecord?.applicationId,
    directoryId: wire.authRecord?.directoryId,
    subscriptionName: wire.subscriptionName,
    govCloud: wire.isGovCloudConfigured ?? false,
  };
}

/** A GCP connector of Asset Management as the domain's. */
export function gcpConnectorOf(
  wire: z.output<typeof gcpWire>,
): GcpAssetDataConnector {
  const { projectId, project_id } = wire.authRecord ?? {};
  return {
    provider: 'GCP',
    ...commonOf(wire),
    account: projectId ?? project_id ?? '',
  };
}
