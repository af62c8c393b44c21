import type {
  ClaimedS3Integration,
  S3Integration,
  S3IntegrationSettings,
  SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { minutesAgo } from './fixtures';

export const S3_ID = '1001';

export function s3Settings(
  overrides: Partial<S3IntegrationSettings> = {},
): S3IntegrationSettings {
  return {
    name: 'payments-findings',
    bucketName: 'payments-qualys-findings',
    bucketRegion: 'eu-west-2',
    roleArn: 'arn:aws:iam::012345678901:role/qualys-s3',
    minSeverity: 3,
    filterQuery: {
      vuln: 'category: [`Confirmed`, `Potential`]',
      asset: 'os: "Linux"',
      removeVulnFilter: false,
      removeAssetFilter: false,
    },
    sendVulnInfo: true,
    compressData: true,
    resultSectionNeeded: false,
    sendAlerts: true,
    errorEmails: ['payments@example.com', 'oncall@example.com'],
    ...overrides,
  };
}

export function s3Integration(
  overrides: Partial<S3Integration> = {},
): S3Integration {
  return {
    subscription: 'main',
    id: S3_ID,
    version: 'v1',
    settings: s3Settings(),
    source: 'applied',
    settled: { by: 'user:default/pat', at: minutesAgo(60 * 24 * 3) },
    ...overrides,
  };
}

/** An accepted claim on an S3 integration. */
export function acceptedS3(of: S3Integration): ClaimedS3Integration {
  return {
    subscription: of.subscription,
    objectId: of.id,
    state: 'accepted',
    integration: of,
  };
}

export function settingsEntry(
  overrides: Partial<SettingsHistoryEntry> = {},
): SettingsHistoryEntry {
  return {
    id: '1',
    at: minutesAgo(60 * 24 * 3),
    actor: 'user:default/pat',
    entityRef: 'component:default/checkout',
    type: 's3Integration',
    subscription: 'main',
    objectId: S3_ID,
    action: 'update',
    outcome: 'done',
    changes: [
      { setting: 'minSeverity', effect: 'weakening', before: 2, after: 3 },
    ],
    reason: 'Too much noise for the team on call',
    settings: { ...s3Settings() },
    ...overrides,
  };
}
