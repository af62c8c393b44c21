import { securityHubRowInputSchema, type SecurityHubRow } from 'qualys-model';
import { securityHubChanges } from './securityHub';

/**
 * What is wrong with a row that somebody wants an account to have, at the
 * members of the row that it is about: `['regions', 0]`. What Qualys holds
 * already may stay, whatever it is.
 *
 * @param row - the row that is asked for
 * @param before - all rows as they are
 *
 * @public
 */
export function securityHubRowProblems(
  row: SecurityHubRow,
  before: readonly SecurityHubRow[],
): { path: PropertyKey[]; message: string }[] {
  const had = before.filter(({ awsAccount }) => awsAccount === row.awsAccount);
  if (had.length > 0 && securityHubChanges(had, [row]).length === 0) return [];
  const { error } = securityHubRowInputSchema.safeParse(row);
  return (error?.issues ?? [])
    .filter(({ path }) => !had.some(each => isKept(path, row, each)))
    .map(({ path, message }) => ({ path, message }));
}

/** Whether a part of a row is the same as before. */
function isKept(
  [member, index]: readonly PropertyKey[],
  row: SecurityHubRow,
  had: SecurityHubRow,
): boolean {
  if (member === 'minSeverity' || member === 'baseCategory') {
    return row[member] === had[member];
  }
  return (
    member === 'regions' &&
    typeof index === 'number' &&
    had.regions.includes(row.regions[index])
  );
}
