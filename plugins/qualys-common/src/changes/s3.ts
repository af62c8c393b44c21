import type {
  S3IntegrationSettings,
  SettingChange,
  SettingEffect,
} from '../api';
import { bounded, changeOf, switched } from './change';
import { queryEffect } from './queryEffect';

const DESTINATION = [
  'bucketName',
  'accessPointArn',
  'bucketRegion',
  'roleArn',
  'filterQuery.asset',
  'filterQuery.removeVulnFilter',
  'filterQuery.removeAssetFilter',
] as const;

/**
 * The settings of an S3 integration that say where the data go, and whose:
 * they take the permission `qualys.s3.destination.update`.
 *
 * @public
 */
export const s3DestinationSettings: ReadonlySet<string> = new Set(DESTINATION);

// Nobody can tell from outside which assets another query finds.
function assetQuery(_before: string, after: string): SettingEffect {
  return after.trim() === '' ? 'widening' : 'weakening';
}

// Whoever is taken away hears of nothing any more.
function alerted(
  before: readonly string[],
  after: readonly string[],
): SettingEffect {
  return before.every(address => after.includes(address))
    ? 'neutral'
    : 'weakening';
}

/**
 * What changes between two states of an S3 integration, in the order in which
 * its form has the settings. Both are compared as they are, without asking
 * whether they are valid.
 *
 * @public
 */
export function s3Changes(
  before: S3IntegrationSettings,
  after: S3IntegrationSettings,
): SettingChange[] {
  const plain = (setting: keyof S3IntegrationSettings) =>
    changeOf({
      setting,
      before: before[setting],
      after: after[setting],
      effect: 'neutral',
    });
  const onOff = (
    setting:
      | 'sendVulnInfo'
      | 'resultSectionNeeded'
      | 'sendAlerts'
      | 'compressData',
  ) =>
    changeOf({
      setting,
      before: before[setting],
      after: after[setting],
      effect: setting === 'compressData' ? 'neutral' : switched,
    });
  const was = before.filterQuery;
  const is = after.filterQuery;
  const removed = (setting: 'removeVulnFilter' | 'removeAssetFilter') =>
    changeOf({
      setting: `filterQuery.${setting}`,
      before: was[setting],
      after: is[setting],
      effect: switched,
    });
  return [
    ...plain('name'),
    ...plain('bucketName'),
    ...plain('accessPointArn'),
    ...plain('bucketRegion'),
    ...plain('roleArn'),
    ...changeOf({
      setting: 'minSeverity',
      before: before.minSeverity,
      after: after.minSeverity,
      effect: bounded,
    }),
    ...changeOf({
      setting: 'filterQuery.vuln',
      before: was.vuln,
      after: is.vuln,
      effect: queryEffect,
    }),
    ...changeOf({
      setting: 'filterQuery.asset',
      before: was.asset,
      after: is.asset,
      effect: assetQuery,
    }),
    ...removed('removeVulnFilter'),
    ...removed('removeAssetFilter'),
    ...onOff('sendVulnInfo'),
    ...onOff('resultSectionNeeded'),
    ...onOff('compressData'),
    ...onOff('sendAlerts'),
    ...changeOf({
      setting: 'errorEmails',
      before: before.errorEmails,
      after: after.errorEmails,
      effect: alerted,
    }),
  ];
}
