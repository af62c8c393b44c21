import type { SecurityHubChange } from './change';
import type { SecurityHubRow } from './row';

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function without(regions: readonly string[], others: readonly string[]) {
  const known = new Set(others);
  return [...new Set(regions)].filter(region => !known.has(region));
}

function diffRegions(before: string[], after: string[]): SecurityHubChange[] {
  if (isSame(before, after)) {
    return [];
  }
  const changes: SecurityHubChange[] = [];
  const added = without(after, before);
  const removed = without(before, after);
  if (added.length > 0) {
    changes.push({ kind: 'regionsAdded', effect: 'widening', regions: added });
  }
  if (removed.length > 0) {
    changes.push({
      kind: 'regionsRemoved',
      effect: 'weakening',
      regions: removed,
    });
  }
  return changes.length > 0
    ? changes
    : [
        {
          kind: 'regionsRewritten',
          effect: 'neutral',
          regions: [...after],
        },
      ];
}

function categoryEffect(before: string, after: string) {
  if (before === 'Potential' && after === 'Confirmed') {
    return 'weakening';
  }
  if (before === 'Confirmed' && after === 'Potential') {
    return 'widening';
  }
  return 'unknown';
}

/** The differences between two rows of one account; none where they are equal. */
export function diffRow(
  before: SecurityHubRow,
  after: SecurityHubRow,
): SecurityHubChange[] {
  const changes: SecurityHubChange[] = [];
  if (before.minSeverity !== after.minSeverity) {
    changes.push({
      kind: 'minSeverity',
      effect: after.minSeverity > before.minSeverity ? 'weakening' : 'widening',
      before: before.minSeverity,
      after: after.minSeverity,
    });
  }
  if (before.baseCategory !== after.baseCategory) {
    changes.push({
      kind: 'baseCategory',
      effect: categoryEffect(before.baseCategory, after.baseCategory),
      before: before.baseCategory,
      after: after.baseCategory,
    });
  }
  return [...changes, ...diffRegions(before.regions, after.regions)];
}
