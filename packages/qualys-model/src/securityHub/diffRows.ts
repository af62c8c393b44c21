import { padAwsAccountId } from '../aws/accountId';
import {
  effectOf,
  type SecurityHubChange,
  type SecurityHubEffect,
} from './change';
import { diffRow } from './diffRow';
import type { SecurityHubRow } from './row';
import { settingsKey } from './settingsKey';

/**
 * What changes for one AWS account of a Security Hub integration.
 *
 * Source: Security Hub 2.0, the members of `vmConfigs`.
 *
 * @public
 */
export interface SecurityHubAccountDiff {
  /** The id of the account. */
  awsAccount: string;
  /** The account as a whole: new in the integration, gone from it, or in it before and after. */
  kind: 'added' | 'removed' | 'changed';
  /**
   * The effect of all changes together: `weakening` where any of them weakens,
   * else `unknown`, else `widening`, else `neutral`. An account can gain and
   * lose at once; `changes` says each.
   */
  effect: SecurityHubEffect;
  /** The differences, at least one. */
  changes: SecurityHubChange[];
}

function byAccount(rows: readonly SecurityHubRow[]) {
  const accounts = new Map<string, SecurityHubRow[]>();
  for (const row of rows) {
    const account = padAwsAccountId(row.awsAccount);
    const known = accounts.get(account);
    if (known) {
      known.push(row);
    } else {
      accounts.set(account, [row]);
    }
  }
  return accounts;
}

function withoutEqual(
  rows: readonly SecurityHubRow[],
  others: readonly SecurityHubRow[],
): SecurityHubRow[] {
  const left = new Map<string, number>();
  for (const other of others) {
    const key = settingsKey(other);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return rows.filter(row => {
    const key = settingsKey(row);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function diffAccount(
  before: readonly SecurityHubRow[],
  after: readonly SecurityHubRow[],
): SecurityHubChange[] {
  const gone = withoutEqual(before, after);
  const come = withoutEqual(after, before);
  if (gone.length === 1 && come.length === 1) {
    return diffRow(gone[0], come[0]);
  }
  return [
    ...gone.map(row => ({
      kind: 'rowRemoved' as const,
      effect: 'weakening' as const,
      row,
    })),
    ...come.map(row => ({
      kind: 'rowAdded' as const,
      effect: 'widening' as const,
      row,
    })),
  ];
}

function kindOf(
  before: readonly SecurityHubRow[],
  after: readonly SecurityHubRow[],
): SecurityHubAccountDiff['kind'] {
  if (before.length === 0) {
    return 'added';
  }
  return after.length === 0 ? 'removed' : 'changed';
}

/**
 * What a change does, account by account, and whether it widens or weakens
 * what reaches Security Hub: a higher severity bound, fewer regions, fewer
 * accounts and `Potential` to `Confirmed` weaken, their opposites widen, and
 * another order of the same regions is neutral. Accounts whose rows stay equal
 * are left out, and so is the order of rows, which means nothing.
 *
 * The rows of an account that has several are not merged: equal ones cancel
 * each other, and if more than one is left on a side, they are reported as
 * rows that were removed and added.
 *
 * Source: Security Hub 2.0, the members of `vmConfigs`.
 *
 * @param before - all rows as they are
 * @param after - all rows as they shall be
 *
 * @public
 */
export function diffSecurityHubRows(
  before: readonly SecurityHubRow[],
  after: readonly SecurityHubRow[],
): SecurityHubAccountDiff[] {
  const old = byAccount(before);
  const next = byAccount(after);
  const diffs: SecurityHubAccountDiff[] = [];
  for (const awsAccount of new Set([...old.keys(), ...next.keys()])) {
    const rowsBefore = old.get(awsAccount) ?? [];
    const rowsAfter = next.get(awsAccount) ?? [];
    const changes = diffAccount(rowsBefore, rowsAfter);
    if (changes.length > 0) {
      diffs.push({
        awsAccount,
        kind: kindOf(rowsBefore, rowsAfter),
        effect: effectOf(changes),
        changes,
      });
    }
  }
  return diffs;
}
