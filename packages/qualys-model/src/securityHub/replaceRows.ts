import { padAwsAccountId } from '../aws/accountId';
import { duplicateSecurityHubAccounts } from './duplicateAccounts';
import type { SecurityHubRow } from './row';

/**
 * Rows that must not be put into an integration.
 *
 * Source: a rule of this package; see {@link replaceSecurityHubRows}.
 *
 * @public
 */
export class SecurityHubRowsError extends Error {
  /** What is wrong with the accounts: they are not among those that may change, or they have more than one new row. */
  readonly reason: 'notNamed' | 'duplicate';
  /** The accounts that this is about. */
  readonly awsAccounts: readonly string[];

  /**
   * @param reason - what is wrong with the accounts
   * @param awsAccounts - the accounts that this is about
   */
  constructor(
    reason: 'notNamed' | 'duplicate',
    awsAccounts: readonly string[],
  ) {
    super(
      reason === 'notNamed'
        ? `Rows may only be given for the named accounts, not for: ${awsAccounts.join(
            ', ',
          )}`
        : `Each account may have one row; more than one: ${awsAccounts.join(
            ', ',
          )}`,
    );
    this.name = 'SecurityHubRowsError';
    this.reason = reason;
    this.awsAccounts = awsAccounts;
  }
}

/**
 * All rows of an integration after a change to the rows of some accounts: the
 * rows of all other accounts are the very same objects, in their order, and
 * the new rows follow them. A named account without a new row is left out:
 * that removes it from the integration.
 *
 * Accounts that differ only in lost leading zeros are the same.
 *
 * Throws a {@link SecurityHubRowsError} where a new row is for an account that
 * is not named, or an account has more than one new row.
 *
 * Source: Security Hub 2.0 does not say whether an update of `vmConfigs`
 * replaces or merges, so that the complete rows have to be sent each time; and
 * one integration holds the accounts of many teams.
 *
 * @param all - the rows that the integration has
 * @param accounts - the ids of the accounts whose rows may change
 * @param newRows - the rows that these accounts shall have, at most one each
 *
 * @public
 */
export function replaceSecurityHubRows<
  T extends SecurityHubRow,
  N extends SecurityHubRow,
>(
  all: readonly T[],
  accounts: readonly string[],
  newRows: readonly N[],
): (T | N)[] {
  const named = new Set(accounts.map(padAwsAccountId));
  const isNamed = (row: SecurityHubRow) =>
    named.has(padAwsAccountId(row.awsAccount));

  const notNamed = newRows.filter(row => !isNamed(row));
  if (notNamed.length > 0) {
    throw new SecurityHubRowsError(
      'notNamed',
      notNamed.map(row => row.awsAccount),
    );
  }
  const duplicates = duplicateSecurityHubAccounts(newRows);
  if (duplicates.length > 0) {
    throw new SecurityHubRowsError('duplicate', duplicates);
  }
  return [...all.filter(row => !isNamed(row)), ...newRows];
}
