import { ConflictError } from '@backstage/errors';
import { securityHubRowProblems } from 'backstage-plugin-qualys-common';
import {
  duplicateSecurityHubAccounts,
  isAwsAccountId,
  type SecurityHubRow,
} from 'qualys-model';
import { InvalidRequestError, type InvalidField } from '../errors';

function problemsOf(
  row: SecurityHubRow,
  at: string,
  before: readonly SecurityHubRow[],
  accounts: readonly string[],
): InvalidField[] {
  const { awsAccount } = row;
  if (!accounts.includes(awsAccount)) {
    return [
      {
        path: `${at}.awsAccount`,
        message: `${awsAccount} is not among the AWS accounts that are bound to this entity`,
      },
    ];
  }
  return securityHubRowProblems(row, before).map(({ path, message }) => ({
    path: [at, ...path].join('.'),
    message,
  }));
}

/**
 * Checks the rows that somebody wants accounts to have.
 *
 * @param before - the rows that the accounts have
 * @param accounts - the accounts that may have rows
 * @throws InvalidRequestError naming each field that is wrong
 */
export function checkRows(
  wanted: readonly SecurityHubRow[],
  before: readonly SecurityHubRow[],
  accounts: readonly string[],
): void {
  const problems = wanted.flatMap((row, index) =>
    problemsOf(row, `body.rows.${index}`, before, accounts),
  );
  if (problems.length > 0) throw new InvalidRequestError(problems);
}

/**
 * Makes sure that all rows of an integration can be written back as they were
 * read, since a change of some of them writes all.
 *
 * @throws ConflictError where they cannot
 */
export function requireWritable(rows: readonly SecurityHubRow[]): void {
  const hidden = rows.some(({ awsAccount }) => !isAwsAccountId(awsAccount));
  if (!hidden && duplicateSecurityHubAccounts(rows).length === 0) return;
  // Whose they are is not for everybody who reads this.
  throw new ConflictError(
    hidden
      ? 'Qualys does not give the ids of all accounts of this integration, so that it cannot be written back as it is; the platform team can find out why. Nothing was sent'
      : 'Qualys has an account more than once in this integration, so that it cannot be written back as it is; the platform team has to put this right in Qualys. Nothing was sent',
  );
}
