import type { HeldBackReason } from 'backstage-plugin-qualys-common';
import type { CloudConnector } from 'qualys-model';
import type { RemovalBounds } from '../config';

// One connector alone is no group: its removal is everyday business.
const SMALLEST_GROUP = 2;

/** A connector that the mirror holds and a complete scan has not found. */
export interface MissingConnector {
  id: string;
  groups: CloudConnector['groups'];
}

/** What {@link decideRemovals} decides from: one cloud of a subscription after a complete scan. */
export interface MissingConnectors {
  missing: readonly MissingConnector[];
  /** How many connectors the mirror held before the scan, those that are missing among them. */
  present: number;
  /** The ids of the groups that connectors of the scan belong to. */
  groupsSeen: ReadonlySet<string>;
  /** Those that a removal was held back for before, and that nobody has decided about since. */
  held: ReadonlySet<string>;
  bounds: RemovalBounds;
}

/** What of the missing goes, what waits, and why. */
export interface RemovalDecision {
  /** The ids of those that go. */
  removed: string[];
  /** The ids of those that wait, whether they did already or not. */
  waiting: string[];
  /** Why more of them wait than before; missing where no more do. */
  reason?: HeldBackReason;
}

/** How many of the connectors of one cloud may go at once. */
export function removalLimit(present: number, bounds: RemovalBounds): number {
  return Math.max(bounds.most, Math.floor((present * bounds.percent) / 100));
}

function wholeGroupsOf({ missing, groupsSeen }: MissingConnectors) {
  const groups = new Map<string, { name: string; members: string[] }>();
  for (const { id, groups: of } of missing) {
    for (const group of of) {
      if (groupsSeen.has(group.id)) continue;
      const known = groups.get(group.id) ?? { name: group.name, members: [] };
      known.members.push(id);
      groups.set(group.id, known);
    }
  }
  return [...groups.values()].filter(
    ({ members }) => members.length >= SMALLEST_GROUP,
  );
}

/** Which of the missing have to wait by the bounds, and why. */
function outOfProportion(
  all: MissingConnectors,
): { ids: Set<string>; reason: HeldBackReason } | undefined {
  const { missing, present, bounds } = all;
  const ids = () => new Set(missing.map(({ id }) => id));
  const limit = removalLimit(present, bounds);
  const tooMany = missing.length > limit;
  if (
    missing.length === present &&
    (tooMany || (bounds.wholeGroups && present >= SMALLEST_GROUP))
  ) {
    return { ids: ids(), reason: { code: 'all' } };
  }
  if (tooMany) return { ids: ids(), reason: { code: 'tooMany', limit } };
  if (!bounds.wholeGroups) return undefined;
  const groups = wholeGroupsOf(all);
  if (groups.length === 0) return undefined;
  return {
    ids: new Set(groups.flatMap(({ members }) => members)),
    reason: {
      code: 'wholeGroups',
      groups: [...new Set(groups.map(({ name }) => name))].sort(),
    },
  };
}

/**
 * Decides what of the missing goes and what waits for a person. A change of
 * the rights of the user that the portal signs in with looks exactly like a
 * deletion, so what is out of proportion waits. What has begun to wait goes on
 * doing so, even when most of the others have returned.
 */
export function decideRemovals(all: MissingConnectors): RemovalDecision {
  const { missing, held } = all;
  const more = outOfProportion(all);
  const waits = (id: string) => held.has(id) || Boolean(more?.ids.has(id));
  const ids = missing.map(({ id }) => id);
  const waiting = ids.filter(waits);
  return {
    removed: ids.filter(id => !waits(id)),
    waiting,
    ...(more && waiting.some(id => !held.has(id)) && { reason: more.reason }),
  };
}
