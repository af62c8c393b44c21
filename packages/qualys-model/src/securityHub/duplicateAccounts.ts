import { padAwsAccountId } from '../aws/accountId';
import type { SecurityHubRow } from './row';

/**
 * The AWS accounts that have more than one row, each once, in the order of
 * their first rows. Which of its rows holds is not documented, so no function
 * of this package chooses one or merges them: show these accounts to a person.
 * Accounts that differ only in lost leading zeros are the same.
 *
 * Source: Security Hub 2.0, whose `vmConfigs` do not say that an account
 * appears once.
 *
 * @param rows - the rows of an integration
 *
 * @public
 */
export function duplicateSecurityHubAccounts(
  rows: readonly Pick<SecurityHubRow, 'awsAccount'>[],
): string[] {
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const row of rows) {
    const account = padAwsAccountId(row.awsAccount);
    (seen.has(account) ? duplicates : seen).add(account);
  }
  return [...duplicates];
}
