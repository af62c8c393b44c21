import {
  diffSecurityHubRows,
  type SecurityHubChange,
  type SecurityHubRow,
} from 'qualys-model';
import type { SettingChange, SettingEffect } from '../api';
import { asJson } from './change';

/** The rows that let anything be posted, with their regions in one order. */
export function postingRows(rows: readonly SecurityHubRow[]): SecurityHubRow[] {
  return rows
    .filter(({ regions }) => regions.length > 0)
    .map(({ awsAccount, minSeverity, baseCategory, regions }) => ({
      awsAccount,
      minSeverity,
      baseCategory,
      regions: [...regions].sort(),
    }));
}

function settingsOf({ awsAccount: _, ...settings }: SecurityHubRow) {
  return asJson(settings);
}

// What nobody can tell may be less.
function effectOf({ effect }: SecurityHubChange): SettingEffect {
  return effect === 'unknown' ? 'weakening' : effect;
}

function regionsOf(rows: readonly SecurityHubRow[], account: string) {
  return asJson(rows.find(row => row.awsAccount === account)?.regions);
}

/**
 * What changes for the accounts of a Security Hub integration between two
 * states of their rows: `048213577190` for an account that comes or goes,
 * otherwise each of its settings, such as `048213577190.regions`. An account
 * without regions is as good as none, and the order of regions means nothing.
 *
 * @public
 */
export function securityHubChanges(
  before: readonly SecurityHubRow[],
  after: readonly SecurityHubRow[],
): SettingChange[] {
  const was = postingRows(before);
  const is = postingRows(after);
  return diffSecurityHubRows(was, is).flatMap(({ awsAccount, changes }) => {
    const all = changes.map((change): SettingChange => {
      const effect = effectOf(change);
      switch (change.kind) {
        case 'rowAdded':
          return {
            setting: awsAccount,
            effect,
            after: settingsOf(change.row),
          };
        case 'rowRemoved':
          return {
            setting: awsAccount,
            effect,
            before: settingsOf(change.row),
          };
        case 'minSeverity':
        case 'baseCategory':
          return {
            setting: `${awsAccount}.${change.kind}`,
            effect,
            before: change.before,
            after: change.after,
          };
        default:
          return {
            setting: `${awsAccount}.regions`,
            effect,
            before: regionsOf(was, awsAccount),
            after: regionsOf(is, awsAccount),
          };
      }
    });
    const regions = all.filter(({ setting }) => setting.endsWith('.regions'));
    // Where regions come and others go, the account loses some.
    const lost = regions.find(({ effect }) => effect === 'weakening');
    return lost
      ? all.filter(change => change === lost || !regions.includes(change))
      : all;
  });
}
