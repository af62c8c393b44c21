import type { SecurityHubRow } from 'qualys-model';
import { mergeEdits } from '../../settings/mergeEdits';
import { postingRows } from '../rows';

/** What the form of a Security Hub integration holds. */
export interface HubFormValues {
  /** The name, where that is part of the form. */
  name: string;
  rows: SecurityHubRow[];
  /** An account that was typed or chosen, and is not in the matrix yet. */
  newAccount: string;
  /** A region that was typed, and is not in the matrix yet. */
  newRegion: string;
}

/** What the form comes to. */
export type HubFormResult = Pick<HubFormValues, 'name' | 'rows'>;

/** A form that holds this, and nothing besides that is still to be added. */
export function hubFormValues({ name, rows }: HubFormResult): HubFormValues {
  return { name, rows, newAccount: '', newRegion: '' };
}

function plain({ awsAccount, minSeverity, baseCategory }: SecurityHubRow) {
  return { awsAccount, minSeverity, baseCategory };
}

/**
 * The rows that a form begins with: those that post anything, or earlier ones
 * that are to be restored, of accounts that may stand there.
 *
 * @param accounts - the accounts that may stand there; any unless given
 */
export function firstRows(
  rows: readonly SecurityHubRow[],
  accounts: readonly string[] | undefined,
): SecurityHubRow[] {
  return postingRows(rows)
    .filter(({ awsAccount }) => accounts?.includes(awsAccount) ?? true)
    .map(row => ({ ...plain(row), regions: [...row.regions] }));
}

// Accounts and regions by their names, so that each is told from the others.
function byName(rows: readonly SecurityHubRow[]) {
  return Object.fromEntries(
    rows.map(row => [
      row.awsAccount,
      {
        ...plain(row),
        regions: Object.fromEntries(row.regions.map(region => [region, true])),
      },
    ]),
  );
}

/**
 * The rows of somebody whose form began from a state that is no longer the
 * present one: account by account and region by region, what they changed is as
 * they have it, and everything else as it is now.
 */
export function mergeRows(
  before: readonly SecurityHubRow[],
  edited: readonly SecurityHubRow[],
  current: readonly SecurityHubRow[],
): SecurityHubRow[] {
  const merged = mergeEdits(
    byName(postingRows(before)),
    byName(edited),
    byName(postingRows(current)),
  );
  return Object.values(merged).map(row => ({
    ...row,
    regions: Object.keys(row.regions),
  }));
}
