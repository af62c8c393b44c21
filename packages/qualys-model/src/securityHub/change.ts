import type { SecurityHubRow } from './row';

/**
 * What a change does to what reaches Security Hub: `widening` posts more,
 * `weakening` posts less, `neutral` posts the same, `unknown` where a category
 * is involved that this package does not know.
 *
 * Source: Security Hub 2.0, "minimum severity level of the vulnerabilities
 * fetched from Qualys … to be posted to Amazon Security Hub".
 *
 * @public
 */
export type SecurityHubEffect =
  | 'widening'
  | 'neutral'
  | 'weakening'
  | 'unknown';

/**
 * One difference between the rows of an account, with its effect.
 *
 * Source: Security Hub 2.0, the members of `vmConfigs`.
 *
 * @public
 */
export type SecurityHubChange =
  | { kind: 'rowAdded'; effect: 'widening'; row: SecurityHubRow }
  | { kind: 'rowRemoved'; effect: 'weakening'; row: SecurityHubRow }
  | { kind: 'regionsAdded'; effect: 'widening'; regions: string[] }
  | { kind: 'regionsRemoved'; effect: 'weakening'; regions: string[] }
  | { kind: 'regionsRewritten'; effect: 'neutral'; regions: string[] }
  | {
      kind: 'minSeverity';
      effect: 'widening' | 'weakening';
      before: number;
      after: number;
    }
  | {
      kind: 'baseCategory';
      effect: 'widening' | 'weakening' | 'unknown';
      before: string;
      after: string;
    };

const EFFECTS = ['weakening', 'unknown', 'widening', 'neutral'] as const;

/** The effect of several changes together: the one that needs the most attention. */
export function effectOf(
  changes: readonly SecurityHubChange[],
): SecurityHubEffect {
  return (
    EFFECTS.find(effect => changes.some(change => change.effect === effect)) ??
    'neutral'
  );
}
