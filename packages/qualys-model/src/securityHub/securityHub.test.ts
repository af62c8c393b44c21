import fc from 'fast-check';
import {
  diffRows,
  duplicateAccounts,
  replaceRows,
  securityHubConfigurationSchema,
  securityHubConfigurationsInputSchema,
  securityHubRowInputSchema,
  securityHubRowSchema,
  SecurityHubRowsError,
  toConfigurations,
  toRows,
  type SecurityHubRow,
} from '.';

const RUNS = { numRuns: 10_000 };

const row = (
  awsAccount: string,
  overrides: Partial<SecurityHubRow> = {},
): SecurityHubRow => ({
  awsAccount,
  minSeverity: 3,
  baseCategory: 'Confirmed',
  regions: ['eu-west-2', 'eu-west-1'],
  ...overrides,
});

// Few values, so that rows share settings and accounts often.
const rows = fc.array(
  fc.record({
    awsAccount: fc.constantFrom(
      '111111111111',
      '222222222222',
      '333333333333',
      '012345678901',
      'XXXXXXXXXXXX',
    ),
    minSeverity: fc.integer({ min: 1, max: 5 }),
    baseCategory: fc.constantFrom('Potential', 'Confirmed', 'Practice'),
    regions: fc.array(fc.constantFrom('eu-west-2', 'eu-west-1', 'us-east-1'), {
      maxLength: 3,
    }),
  }),
  { maxLength: 8 },
);

const sorted = (list: readonly SecurityHubRow[]) =>
  list
    .map(({ awsAccount, minSeverity, baseCategory, regions }) =>
      JSON.stringify([awsAccount, minSeverity, baseCategory, regions]),
    )
    .sort();

// The sample of the configure call.
const SAMPLE = [
  {
    minSeverity: 1,
    baseCategory: 'Potential',
    awsAccounts: ['111111111111', '222222222222'],
    regions: ['eu-west-2', 'eu-west-1'],
  },
  {
    minSeverity: 3,
    baseCategory: 'Confirmed',
    awsAccounts: ['333333333333', '444444444444'],
    regions: ['eu-west-2', 'eu-west-1'],
  },
];

describe('rows and configurations', () => {
  it('say the same', () => {
    const potential = { minSeverity: 1, baseCategory: 'Potential' };
    const expected = [
      row('111111111111', potential),
      row('222222222222', potential),
      row('333333333333'),
      row('444444444444'),
    ];
    expect(toRows(SAMPLE)).toEqual(expected);
    expect(toConfigurations(expected)).toEqual(SAMPLE);
  });

  it('lose nothing on the way there and back, in any order', () => {
    fc.assert(
      fc.property(rows, all => {
        const configurations = toConfigurations(all);
        expect(sorted(toRows(configurations))).toEqual(sorted(all));

        const settings = configurations.map(configuration =>
          JSON.stringify({ ...configuration, awsAccounts: [] }),
        );
        expect(new Set(settings).size).toBe(settings.length);
      }),
      RUNS,
    );
  });

  it('keep apart what differs in one value only', () => {
    const all = [
      row('111111111111'),
      row('222222222222', { minSeverity: 4 }),
      row('333333333333', { baseCategory: 'Potential' }),
      row('444444444444', { regions: ['eu-west-1'] }),
      row('555555555555', { regions: ['eu-west-1', 'eu-west-2'] }),
      row('666666666666', { regions: ['eu-west-2,eu-west-1'] }),
    ];
    expect(toConfigurations(all)).toHaveLength(all.length);
  });

  it('share no list with what they were made from', () => {
    const all = [row('111111111111')];
    const configurations = toConfigurations(all);
    configurations[0].regions.push('us-east-1');
    toRows(configurations)[0].regions.push('us-west-2');
    expect(all).toEqual([row('111111111111')]);
    expect(configurations[0].regions).toEqual([
      'eu-west-2',
      'eu-west-1',
      'us-east-1',
    ]);
  });
});

describe('accounts with several rows', () => {
  it('are named, and stay as they are', () => {
    const all = toRows([
      ...SAMPLE,
      { ...SAMPLE[1], awsAccounts: ['222222222222', '12345678901'] },
      { ...SAMPLE[0], awsAccounts: ['222222222222', '012345678901'] },
    ]);
    expect(all).toHaveLength(8);
    expect(duplicateAccounts(all)).toEqual(['222222222222', '012345678901']);
    expect(duplicateAccounts(toRows(SAMPLE))).toEqual([]);
  });

  it('may not be written', () => {
    expect(securityHubConfigurationsInputSchema.parse(SAMPLE)).toEqual(SAMPLE);
    expect(() =>
      securityHubConfigurationsInputSchema.parse([
        ...SAMPLE,
        { ...SAMPLE[0], awsAccounts: ['333333333333'] },
      ]),
    ).toThrow(/each AWS account once; more than once: 333333333333/);
    expect(() =>
      securityHubConfigurationsInputSchema.parse([
        { ...SAMPLE[0], awsAccounts: ['333333333333', '333333333333'] },
      ]),
    ).toThrow(/more than once: 333333333333/);
  });
});

describe('what may be written', () => {
  it.each([
    [{ awsAccount: '12345' }, /12 digits/],
    [{ minSeverity: 0 }, /severity from 1 to 5/],
    [{ minSeverity: 6 }, /severity from 1 to 5/],
    [{ minSeverity: 2.5 }, /severity from 1 to 5/],
    [{ minSeverity: '3' }, /severity from 1 to 5/],
    [{ baseCategory: 'potential' }, /Potential or Confirmed/],
    [{ regions: [] }, /at least one AWS region/],
    [{ regions: ['eu-west-2', 'eu-west-2'] }, /each AWS region once/],
    [{ regions: ['EU West'] }, /code of an AWS region/],
  ])('is no row with %j', (wrong, problem) => {
    expect(securityHubRowInputSchema.parse(row('111111111111'))).toEqual(
      row('111111111111'),
    );
    expect(() =>
      securityHubRowInputSchema.parse({ ...row('111111111111'), ...wrong }),
    ).toThrow(problem);
  });

  it('is no configuration without an account', () => {
    expect(() =>
      securityHubConfigurationsInputSchema.parse([
        { ...SAMPLE[0], awsAccounts: [] },
      ]),
    ).toThrow(/at least one AWS account/);
  });

  it('is less than what is read', () => {
    const odd = row('XXXXXXXXXXXX', {
      minSeverity: 0,
      baseCategory: 'Practice',
      regions: [],
    });
    expect(securityHubRowSchema.parse(odd)).toEqual(odd);
    const [configuration] = toConfigurations([odd]);
    expect(securityHubConfigurationSchema.parse(configuration)).toEqual(
      configuration,
    );
    expect(() => securityHubRowInputSchema.parse(odd)).toThrow();
  });
});

describe('replaceRows', () => {
  it('changes, adds and removes the rows of the named accounts', () => {
    const all = [
      row('111111111111'),
      row('222222222222'),
      row('333333333333', { baseCategory: 'Practice' }),
    ];
    const changed = row('111111111111', { minSeverity: 4 });
    const added = row('444444444444');
    expect(
      replaceRows(
        all,
        ['111111111111', '222222222222', '444444444444'],
        [changed, added],
      ),
    ).toEqual([all[2], changed, added]);
  });

  it('leaves the rows of everybody else untouched', () => {
    fc.assert(
      fc.property(
        rows,
        fc.uniqueArray(
          fc.constantFrom('111111111111', '222222222222', '12345678901'),
        ),
        rows,
        (all, accounts, candidates) => {
          const isNamed = ({ awsAccount }: SecurityHubRow) =>
            accounts.some(account => account.padStart(12, '0') === awsAccount);
          const newRows = candidates.filter(
            (candidate, index) =>
              isNamed(candidate) &&
              candidates.findIndex(
                other => other.awsAccount === candidate.awsAccount,
              ) === index,
          );
          const before = JSON.stringify(all);

          const result = replaceRows(all, accounts, newRows);

          const others = all.filter(candidate => !isNamed(candidate));
          const othersAfter = result.filter(candidate => !isNamed(candidate));
          expect(othersAfter).toHaveLength(others.length);
          othersAfter.forEach((other, index) =>
            expect(other).toBe(others[index]),
          );
          expect(result.filter(isNamed)).toEqual(newRows);
          expect(JSON.stringify(all)).toBe(before);
          for (const { awsAccount } of diffRows(all, result)) {
            expect(isNamed(row(awsAccount))).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });

  it('refuses rows of accounts that are not named', () => {
    const refused = () =>
      replaceRows(
        [row('111111111111')],
        ['222222222222'],
        [row('222222222222'), row('111111111111', { minSeverity: 5 })],
      );
    expect(refused).toThrow(SecurityHubRowsError);
    expect(refused).toThrow(
      expect.objectContaining({
        reason: 'notNamed',
        awsAccounts: ['111111111111'],
        message: expect.stringContaining('111111111111'),
      }),
    );
  });

  it('refuses two rows of one account', () => {
    expect(() =>
      replaceRows(
        [],
        ['012345678901'],
        [row('012345678901'), row('12345678901', { minSeverity: 1 })],
      ),
    ).toThrow(
      expect.objectContaining({
        reason: 'duplicate',
        awsAccounts: ['012345678901'],
      }),
    );
  });

  it('knows an account again that lost its leading zeros', () => {
    const next = row('012345678901', { minSeverity: 5 });
    expect(replaceRows([row('12345678901')], ['012345678901'], [next])).toEqual(
      [next],
    );
  });
});

describe('diffRows', () => {
  const A = '111111111111';
  const B = '222222222222';
  const of = (before: SecurityHubRow, after: SecurityHubRow) =>
    diffRows([before], [after]);

  it('says nothing of rows that are equal, in whatever order', () => {
    expect(diffRows([row(A), row(B)], [row(B), row(A)])).toEqual([]);
    expect(of(row('12345678901'), row('012345678901'))).toEqual([]);
  });

  it('says which accounts come and go', () => {
    expect(diffRows([row(A)], [row(B)])).toEqual([
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

    expect(diffRows([row(A), other], [other])).toEqual([
      {
        awsAccount: A,
        kind: 'changed',
        effect: 'weakening',
        changes: [{ kind: 'rowRemoved', effect: 'weakening', row: row(A) }],
      },
    ]);
    expect(diffRows([row(A), other], [other, third])[0].changes).toEqual([
      { kind: 'minSeverity', effect: 'widening', before: 3, after: 1 },
    ]);
    expect(
      diffRows([row(A), other], [third]).map(diff => diff.changes),
    ).toEqual([
      [
        { kind: 'rowRemoved', effect: 'weakening', row: row(A) },
        { kind: 'rowRemoved', effect: 'weakening', row: other },
        { kind: 'rowAdded', effect: 'widening', row: third },
      ],
    ]);
    expect(diffRows([other, other], [other])[0].effect).toBe('weakening');
  });

  it('is empty exactly where the rows are equal up to their order', () => {
    fc.assert(
      fc.property(
        rows,
        fc.oneof(rows, fc.constant(undefined)),
        (before, other) => {
          const after = other ?? [...before].reverse();
          expect(diffRows(before, after).length === 0).toBe(
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
      fc.property(rows, rows, (before, after) => {
        const effects = (diffs: ReturnType<typeof diffRows>) =>
          diffs
            .flatMap(({ awsAccount, changes }) =>
              changes.map(({ effect }) => `${awsAccount} ${effect}`),
            )
            .sort();
        const turned = diffRows(after, before).map(diff => ({
          ...diff,
          changes: diff.changes.map(change => ({
            ...change,
            effect: opposite[change.effect],
          })),
        })) as ReturnType<typeof diffRows>;
        expect(effects(turned)).toEqual(effects(diffRows(before, after)));
      }),
      RUNS,
    );
  });
});
