import type {
  ClaimedSecurityHub,
  EntitySecurityHub,
  SecurityHubIntegrationDetails,
  SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import type { SecurityHubRow } from 'qualys-model';
import { minutesAgo } from './fixtures';
import { settingsEntry } from './s3Fixtures';

export const HUB_ID = '34';

/** Accounts of a team, one without a row, and one of another team. */
export const OWN = '012345678901';
export const SECOND = '111111111111';
export const FREE = '222222222222';
export const THEIRS = '333333333333';

export function hubRow(
  awsAccount: string,
  overrides: Partial<SecurityHubRow> = {},
): SecurityHubRow {
  return {
    awsAccount,
    minSeverity: 3,
    baseCategory: 'Potential',
    regions: ['eu-west-1', 'eu-west-2'],
    ...overrides,
  };
}

/** The row of the other account of the team. */
export const SECOND_ROW = hubRow(SECOND, {
  minSeverity: 4,
  baseCategory: 'Confirmed',
  regions: ['us-east-1'],
});

export function entityHub(
  overrides: Partial<EntitySecurityHub> = {},
): EntitySecurityHub {
  return {
    subscription: 'main',
    id: HUB_ID,
    version: 'v1',
    name: 'Commerce',
    accounts: [OWN, SECOND, FREE],
    rows: [hubRow(OWN), SECOND_ROW],
    shared: true,
    asOf: minutesAgo(3),
    ...overrides,
  };
}

export function wholeHub(
  overrides: Partial<SecurityHubIntegrationDetails> = {},
): SecurityHubIntegrationDetails {
  return {
    subscription: 'main',
    id: HUB_ID,
    version: 'v1',
    name: 'Commerce',
    rows: [hubRow(OWN), hubRow(THEIRS, { regions: ['us-east-1'] })],
    asOf: minutesAgo(3),
    ...overrides,
  };
}

/** Accepted claims on the accounts of an integration. */
export function claimedHub(
  integration: EntitySecurityHub,
  overrides: Partial<ClaimedSecurityHub> = {},
): ClaimedSecurityHub {
  return {
    subscription: integration.subscription,
    objectId: integration.id,
    accounts: integration.accounts.map(awsAccount => ({
      awsAccount,
      state: 'accepted',
    })),
    integration,
    ...overrides,
  };
}

/** Something that was done with an integration. */
export function hubEntry(
  overrides: Partial<SettingsHistoryEntry> = {},
): SettingsHistoryEntry {
  return settingsEntry({
    type: 'securityHubIntegration',
    objectId: HUB_ID,
    changes: [
      {
        setting: `${OWN}.minSeverity`,
        effect: 'weakening',
        before: 2,
        after: 3,
      },
    ],
    settings: { rows: [hubRow(OWN, { minSeverity: 2 })] },
    ...overrides,
  });
}
