import type { SecurityHubRow } from 'qualys-model';
import {
  isWeakening,
  securityHubChanges,
  securityHubRowProblems,
  securityHubSteps,
} from '..';

const A = '048213577190';
const B = '418820375514';

function row(
  awsAccount: string,
  overrides: Partial<SecurityHubRow> = {},
): SecurityHubRow {
  return {
    awsAccount,
    minSeverity: 3,
    baseCategory: 'Confirmed',
    regions: ['eu-west-2', 'eu-west-1'],
    ...overrides,
  };
}

describe('what changes for accounts in Security Hub', () => {
  it.each([
    ['equal rows', [row(A), row(B)], [row(B), row(A)]],
    [
      'another order of regions',
      [row(A)],
      [row(A, { regions: ['eu-west-1', 'eu-west-2'] })],
    ],
    ['an account without regions that goes', [row(A, { regions: [] })], []],
  ])('is nothing for %s', (_, before, after) => {
    expect(securityHubChanges(before, after)).toEqual([]);
    expect(securityHubSteps({ before, after, shared: true })).toEqual([]);
  });

  it('says which accounts come and go', () => {
    const settings = {
      minSeverity: 3,
      baseCategory: 'Confirmed',
      regions: ['eu-west-1', 'eu-west-2'],
    };
    expect(securityHubChanges([row(A)], [row(B)])).toEqual([
      { setting: A, effect: 'weakening', before: settings },
      { setting: B, effect: 'widening', after: settings },
    ]);
  });

  it.each([
    [{ minSeverity: 4 }, 'minSeverity', 'weakening'],
    [{ minSeverity: 2 }, 'minSeverity', 'widening'],
    [{ baseCategory: 'Potential' }, 'baseCategory', 'widening'],
    [{ baseCategory: 'Practice' }, 'baseCategory', 'weakening'],
    [{ regions: ['eu-west-1'] }, 'regions', 'weakening'],
    [
      { regions: ['eu-west-1', 'eu-west-2', 'us-east-1'] },
      'regions',
      'widening',
    ],
    [{ regions: ['eu-west-1', 'us-east-1'] }, 'regions', 'weakening'],
  ])('%j changes the %s and is %s', (overrides, setting, effect) => {
    const changes = securityHubChanges([row(A)], [row(A, overrides)]);
    expect(changes.map(each => [each.setting, each.effect])).toEqual([
      [`${A}.${setting}`, effect],
    ]);
    expect(isWeakening(changes)).toBe(effect === 'weakening');
  });

  it('gives the regions as they were and will be', () => {
    expect(
      securityHubChanges(
        [row(A)],
        [row(A, { regions: ['us-east-1', 'eu-west-1'] })],
      ),
    ).toEqual([
      {
        setting: `${A}.regions`,
        effect: 'weakening',
        before: ['eu-west-1', 'eu-west-2'],
        after: ['eu-west-1', 'us-east-1'],
      },
    ]);
  });
});

describe('what is wrong with a row', () => {
  const pathsOf = (...args: Parameters<typeof securityHubRowProblems>) =>
    securityHubRowProblems(...args).map(({ path }) => path.join('.'));

  it('is named at its members', () => {
    const wrong = row(A, {
      minSeverity: 6,
      baseCategory: 'Practice',
      regions: ['Ireland', 'eu-west-1'],
    });
    expect(pathsOf(wrong, [row(B)])).toEqual([
      'minSeverity',
      'baseCategory',
      'regions.0',
    ]);
    expect(pathsOf(row(A, { regions: [] }), [])).toEqual(['regions']);
    expect(pathsOf(row(A), [])).toEqual([]);
  });

  it('is nothing that Qualys holds already', () => {
    const held = row(A, {
      minSeverity: 0,
      baseCategory: 'Practice',
      regions: ['Ireland', 'eu-west-1'],
    });
    expect(pathsOf(held, [held])).toEqual([]);
    expect(pathsOf({ ...held, regions: ['Ireland'] }, [held])).toEqual([]);
    expect(pathsOf({ ...held, minSeverity: 6 }, [held])).toEqual([
      'minSeverity',
    ]);
    expect(pathsOf({ ...held, regions: [] }, [held])).toEqual(['regions']);
  });
});

describe('the steps of a change in Security Hub', () => {
  const kinds = (...args: Parameters<typeof securityHubSteps>) =>
    securityHubSteps(...args).map(({ kind }) => kind);

  it('write what is new before anything is taken away', () => {
    expect(
      securityHubSteps({
        before: [row(A)],
        after: [row(A, { regions: ['eu-west-1'] }), row(B)],
        shared: true,
      }),
    ).toEqual([
      { kind: 'write', awsAccounts: [A, B] },
      { kind: 'readBack' },
      {
        kind: 'removeRegions',
        accounts: [{ awsAccount: A, regions: ['eu-west-2'] }],
      },
      { kind: 'readBack' },
    ]);
  });

  it('end with the write where nothing is taken away', () => {
    expect(
      kinds({
        before: [row(A)],
        after: [row(A, { minSeverity: 5 })],
        shared: true,
      }),
    ).toEqual(['write', 'readBack']);
  });

  it('take an account out through its regions', () => {
    const change = { before: [row(A)], after: [] };
    expect(kinds({ ...change, shared: true })).toEqual([
      'write',
      'readBack',
      'removeRegions',
      'readBack',
    ]);
    // Nothing would be left to write.
    expect(kinds({ ...change, shared: false })).toEqual([
      'removeRegions',
      'readBack',
    ]);
  });

  it('configure an integration that has no account yet', () => {
    expect(kinds({ before: [], after: [row(A)], shared: false })).toEqual([
      'configure',
      'readBack',
    ]);
    expect(kinds({ before: [], after: [row(A)], shared: true })).toEqual([
      'write',
      'readBack',
    ]);
  });
});
