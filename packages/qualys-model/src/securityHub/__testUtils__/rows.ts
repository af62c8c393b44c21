import fc from 'fast-check';
import type { SecurityHubRow } from '..';

/** A row of an account, with the settings of the documents' samples where none are given. */
export const row = (
  awsAccount: string,
  overrides: Partial<SecurityHubRow> = {},
): SecurityHubRow => ({
  awsAccount,
  minSeverity: 3,
  baseCategory: 'Confirmed',
  regions: ['eu-west-2', 'eu-west-1'],
  ...overrides,
});

/** Rows of any kind. The values are few, so that rows share settings and accounts often. */
export const anyRows = fc.array(
  fc.record({
    awsAccount: fc.constantFrom(
      '111111111111',
      '222222222222',
      '333333333333',
      '012345678901',
      'XXXXXXXXXXXX',
    ),
    minSeverity: fc.integer({ min: 1, max: 5 }),
    baseCategory: fc.constantFrom('Potential', 'Confirmed', 'Practice'),
    regions: fc.array(fc.constantFrom('eu-west-2', 'eu-west-1', 'us-east-1'), {
      maxLength: 3,
    }),
  }),
  { maxLength: 8 },
);

/** A text for each row, in an order that does not depend on that of the rows. */
export const sorted = (list: readonly SecurityHubRow[]) =>
  list
    .map(({ awsAccount, minSeverity, baseCategory, regions }) =>
      JSON.stringify([awsAccount, minSeverity, baseCategory, regions]),
    )
    .sort();

/** The sample of the call that configures an integration. */
export const SAMPLE = [
  {
    minSeverity: 1,
    baseCategory: 'Potential',
    awsAccounts: ['111111111111', '222222222222'],
    regions: ['eu-west-2', 'eu-west-1'],
  },
  {
    minSeverity: 3,
    baseCategory: 'Confirmed',
    awsAccounts: ['333333333333', '444444444444'],
    regions: ['eu-west-2', 'eu-west-1'],
  },
];
