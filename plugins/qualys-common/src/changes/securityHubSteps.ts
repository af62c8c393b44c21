import type { SecurityHubRow } from 'qualys-model';
import type { Step } from '../api';
import { securityHubChanges } from './securityHub';

/** The regions that accounts lose between two states of their rows. */
function lostRegions(
  before: readonly SecurityHubRow[],
  after: readonly SecurityHubRow[],
) {
  const kept = new Map(after.map(row => [row.awsAccount, row.regions]));
  return before
    .map(({ awsAccount, regions }) => ({
      awsAccount,
      regions: regions.filter(
        region => !kept.get(awsAccount)?.includes(region),
      ),
    }))
    .filter(({ regions }) => regions.length > 0);
}

/**
 * The steps in which a Security Hub integration is created and gets its first
 * accounts.
 *
 * @public
 */
export function securityHubCreationSteps({
  name,
  rows,
}: {
  name: string;
  rows: readonly SecurityHubRow[];
}): Step[] {
  return [
    { kind: 'create', name },
    {
      kind: 'configure',
      awsAccounts: rows.map(({ awsAccount }) => awsAccount),
    },
    { kind: 'readBack' },
  ];
}

/**
 * The steps that lead the accounts of a Security Hub integration from one
 * state of their rows to another, whatever Qualys does where its documents
 * leave it open (whether a write replaces what is there or is merged with it).
 * Whatever is new is written before anything is taken away, so that no account
 * is without cover in between, and an account goes by losing its regions: the
 * call that deletes accounts may delete those of others, too.
 *
 * The last step is always to read back. There are none where nothing changes.
 *
 * @param rows - `before` and `after`: the rows of the accounts in question as
 * they are and shall be; `shared`: whether other accounts stand in the
 * integration, too
 *
 * @public
 */
export function securityHubSteps({
  before,
  after,
  shared,
}: {
  before: readonly SecurityHubRow[];
  after: readonly SecurityHubRow[];
  shared: boolean;
}): Step[] {
  const changes = securityHubChanges(before, after);
  if (changes.length === 0) return [];
  const awsAccounts = [
    ...new Set(changes.map(({ setting }) => setting.split('.')[0])),
  ];
  const lost = lostRegions(before, after);
  const steps: Step[] = [];
  if (shared || after.some(({ regions }) => regions.length > 0)) {
    // A write cannot hold no account at all.
    const isFirst = before.length === 0 && !shared;
    steps.push(
      { kind: isFirst ? 'configure' : 'write', awsAccounts },
      { kind: 'readBack' },
    );
  }
  if (lost.length > 0) {
    steps.push({ kind: 'removeRegions', accounts: lost }, { kind: 'readBack' });
  }
  return steps;
}
