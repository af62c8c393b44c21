import { DEFAULT_REMOVAL_BOUNDS } from '../config';
import {
  decideRemovals,
  removalLimit,
  type MissingConnectors,
} from './removals';

const group = (id: string) => ({ id, name: `Group ${id}` });

function missing(count: number, ...groups: string[]) {
  return Array.from({ length: count }, (_, n) => ({
    id: `${groups.join('-') || 'c'}${n}`,
    groups: groups.map(group),
  }));
}

function decide(of: Partial<MissingConnectors>) {
  return decideRemovals({
    missing: [],
    present: 100,
    groupsSeen: new Set(),
    held: new Set(),
    bounds: DEFAULT_REMOVAL_BOUNDS,
    ...of,
  });
}

describe('removalLimit', () => {
  it.each([
    [0, 3],
    [60, 3],
    [79, 3],
    [80, 4],
    [10_000, 500],
  ])('of %i connectors is %i', (present, limit) => {
    expect(removalLimit(present, DEFAULT_REMOVAL_BOUNDS)).toBe(limit);
  });

  it('is what is configured', () => {
    const bounds = { most: 0, percent: 50, wholeGroups: true };
    expect(removalLimit(9, bounds)).toBe(4);
  });
});

describe('decideRemovals', () => {
  it.each([
    [10, 3],
    [100, 5],
    [10_000, 500],
  ])('of %i lets %i go, and holds one more back', (present, limit) => {
    const few = decide({ present, missing: missing(limit) });
    expect(few.removed).toHaveLength(limit);
    expect(few).toMatchObject({ waiting: [] });
    expect(few.reason).toBeUndefined();

    const many = decide({ present, missing: missing(limit + 1) });
    expect(many.waiting).toHaveLength(limit + 1);
    expect(many).toMatchObject({
      removed: [],
      reason: { code: 'tooMany', limit },
    });
  });

  it('holds back all that there were, unless it was a single one', () => {
    expect(decide({ present: 2, missing: missing(2) })).toEqual({
      removed: [],
      waiting: ['c0', 'c1'],
      reason: { code: 'all' },
    });
    expect(decide({ present: 50, missing: missing(50) }).reason).toEqual({
      code: 'all',
    });
    expect(decide({ present: 1, missing: missing(1) })).toEqual({
      removed: ['c0'],
      waiting: [],
    });
  });

  it('holds a whole group back, and lets the others go', () => {
    expect(decide({ missing: [...missing(2, 'pay'), ...missing(1)] })).toEqual({
      removed: ['c0'],
      waiting: ['pay0', 'pay1'],
      reason: { code: 'wholeGroups', groups: ['Group pay'] },
    });
  });

  it('lets members of a group go of which others were seen', () => {
    const { removed, waiting } = decide({
      missing: missing(2, 'pay'),
      groupsSeen: new Set(['pay']),
    });
    expect(removed).toEqual(['pay0', 'pay1']);
    expect(waiting).toEqual([]);
  });

  it('takes a single member for no group', () => {
    const { removed } = decide({
      missing: [...missing(1, 'pay'), ...missing(1, 'shop')],
    });
    expect(removed).toEqual(['pay0', 'shop0']);
  });

  it('lets few go whatever they belong to, where the configuration says so', () => {
    const bounds = { ...DEFAULT_REMOVAL_BOUNDS, wholeGroups: false };
    expect(
      decide({ missing: missing(2, 'pay'), present: 2, bounds }).removed,
    ).toHaveLength(2);
    expect(decide({ missing: missing(4), present: 4, bounds }).reason).toEqual({
      code: 'all',
    });
  });

  it('goes on holding what it held, and lets others go beside it', () => {
    expect(
      decide({
        missing: missing(3),
        held: new Set(['c0', 'c1', 'returned']),
      }),
    ).toEqual({ removed: ['c2'], waiting: ['c0', 'c1'] });
  });

  it('says why only when more wait than before', () => {
    const held = new Set(missing(10).map(({ id }) => id));
    expect(decide({ missing: missing(10), held }).reason).toBeUndefined();
    expect(decide({ missing: missing(11), held }).reason).toEqual({
      code: 'tooMany',
      limit: 5,
    });
  });
});
