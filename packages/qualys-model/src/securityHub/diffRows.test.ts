import fc from 'fast-check';
import { diffSecurityHubRows, type SecurityHubRow } from '.';
import { anyRows, row, sorted } from './__testUtils__/rows';

const RUNS = { numRuns: 10_000 };

describe('diffSecurityHubRows', () => {
  const A = '111111111111';
  const B = '222222222222';
  const of = (before: SecurityHubRow, after: SecurityHubRow) =>
    diffSecurityHubRows([before], [after]);

  it('says nothing of rows that are equal, in whatever order', () => {
    expect(diffSecurityHubRows([row(A), row(B)], [row(B), row(A)])).toEqual([]);
    expect(of(row('12345678901'), row('012345678901'))).toEqual([]);
  });

  it('says which accounts come and go', () => {
    expect(diffSecurityHubRows([row(A)], [row(B)])).toEqual([
      {
        awsAccount: A,
        kind: 'removed',
        effect: 'weakening',
        changes: [{ kind: 'rowRemoved', effect: 'weakening', row: row(A) }],
      },
      {
        awsAccount: B,
        kind: 'added',
        effect: 'widening',
        changes: [{ kind: 'rowAdded', effect: 'widening', row: row(B) }],
      },
    ]);
  });

  it.each([
    [
      { minSeverity: 4 },
      { kind: 'minSeverity', effect: 'weakening', before: 3, after: 4 },
    ],
    [
      { minSeverity: 2 },
      { kind: 'minSeverity', effect: 'widening', before: 3, after: 2 },
    ],
    [
      { baseCategory: 'Potential' },
      {
        kind: 'baseCategory',
        effect: 'widening',
        before: 'Confirmed',
        after: 'Potential',
      },
    ],
    [
      { baseCategory: 'Practice' },
      {
        kind: 'baseCategory',
        effect: 'unknown',
        before: 'Confirmed',
        after: 'Practice',
      },
    ],
    [
      { regions: ['eu-west-2', 'eu-west-1', 'us-east-1'] },
      { kind: 'regionsAdded', effect: 'widening', regions: ['us-east-1'] },
    ],
    [
      { regions: ['eu-west-1'] },
      { kind: 'regionsRemoved', effect: 'weakening', regions: ['eu-west-2'] },
    ],
    [
      { regions: ['eu-west-1', 'eu-west-2'] },
      {
        kind: 'regionsRewritten',
        effect: 'neutral',
        regions: ['eu-west-1', 'eu-west-2'],
      },
    ],
  ])('says what %j does', (overrides, change) => {
    expect(of(row(A), row(A, overrides))).toEqual([
      {
        awsAccount: A,
        kind: 'changed',
        effect: change.effect,
        changes: [change],
      },
    ]);
  });

  it('says that Potential to Confirmed weakens', () => {
    expect(of(row(A, { baseCategory: 'Potential' }), row(A))[0].effect).toBe(
      'weakening',
    );
  });

  it('calls a change weakening that both gains and loses', () => {
    const [diff] = of(
      row(A),
      row(A, { minSeverity: 1, regions: ['eu-west-1', 'us-east-1'] }),
    );
    expect(diff.effect).toBe('weakening');
    expect(diff.changes.map(({ kind, effect }) => [kind, effect])).toEqual([
      ['minSeverity', 'widening'],
      ['regionsAdded', 'widening'],
      ['regionsRemoved', 'weakening'],
    ]);
  });

  it('merges no rows of an account that has several', () => {
    const other = row(A, { minSeverity: 5, regions: ['us-east-1'] });
    const third = row(A, { minSeverity: 1 });

    expect(diffSecurityHubRows([row(A), other], [other])).toEqual([
      {
        awsAccount: A,
        kind: 'changed',
        effect: 'weakening',
        changes: [{ kind: 'rowRemoved', effect: 'weakening', row: row(A) }],
      },
    ]);
    expect(
      diffSecurityHubRows([row(A), other], [other, third])[0].changes,
    ).toEqual([
      { kind: 'minSeverity', effect: 'widening', before: 3, after: 1 },
    ]);
    expect(
      diffSecurityHubRows([row(A), other], [third]).map(diff => diff.changes),
    ).toEqual([
      [
        { kind: 'rowRemoved', effect: 'weakening', row: row(A) },
        { kind: 'rowRemoved', effect: 'weakening', row: other },
        { kind: 'rowAdded', effect: 'widening', row: third },
      ],
    ]);
    expect(diffSecurityHubRows([other, other], [other])[0].effect).toBe(
      'weakening',
    );
  });

  it('is empty exactly where the rows are equal up to their order', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.oneof(anyRows, fc.constant(undefined)),
        (before, other) => {
          const after = other ?? [...before].reverse();
          expect(diffSecurityHubRows(before, after).length === 0).toBe(
            JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)),
          );
        },
      ),
      RUNS,
    );
  });

  it('turns widening and weakening around with the direction', () => {
    const opposite = {
      widening: 'weakening',
      weakening: 'widening',
      neutral: 'neutral',
      unknown: 'unknown',
    };
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        const effects = (diffs: ReturnType<typeof diffSecurityHubRows>) =>
          diffs
            .flatMap(({ awsAccount, changes }) =>
              changes.map(({ effect }) => `${awsAccount} ${effect}`),
            )
            .sort();
        const turned = diffSecurityHubRows(after, before).map(diff => ({
          ...diff,
          changes: diff.changes.map(change => ({
            ...change,
            effect: opposite[change.effect],
          })),
        })) as ReturnType<typeof diffSecurityHubRows>;
        expect(effects(turned)).toEqual(
          effects(diffSecurityHubRows(before, after)),
        );
      }),
      RUNS,
    );
  });

  it('agrees with what is posted before and after', () => {
    const known = fc.uniqueArray(
      fc.record({
        awsAccount: fc.constantFrom(A, B),
        minSeverity: fc.integer({ min: 1, max: 5 }),
        baseCategory: fc.constantFrom('Potential', 'Confirmed'),
        regions: fc.array(fc.constantFrom('eu-west-2', 'us-east-1'), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      { selector: ({ awsAccount }) => awsAccount, maxLength: 2 },
    );
    const posted = (list: readonly SecurityHubRow[]) =>
      new Set(
        list.flatMap(({ awsAccount, minSeverity, baseCategory, regions }) =>
          regions.flatMap(region =>
            [1, 2, 3, 4, 5]
              .filter(severity => severity >= minSeverity)
              .flatMap(severity =>
                ['Confirmed', 'Potential']
                  .slice(0, baseCategory === 'Potential' ? 2 : 1)
                  .map(category =>
                    [awsAccount, region, severity, category].join(' '),
                  ),
              ),
          ),
        ),
      );
    const has = (all: Set<string>, some: Set<string>) =>
      [...some].every(finding => all.has(finding));

    fc.assert(
      fc.property(known, known, (before, after) => {
        const effects = new Set(
          diffSecurityHubRows(before, after)
            .flatMap(({ changes }) => changes)
            .map(({ effect }) => effect),
        );
        const gains = !has(posted(before), posted(after));
        const loses = !has(posted(after), posted(before));

        const widens = effects.has('widening');
        const weakens = effects.has('weakening');
        expect(widens || !gains).toBe(true);
        expect(weakens || !loses).toBe(true);
        // Different settings never post the same here: each row posts something.
        expect(gains || loses).toBe(widens || weakens);
        expect(effects).not.toContain('unknown');
      }),
      RUNS,
    );
  });
});
