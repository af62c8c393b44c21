import fc from 'fast-check';
import {
  diffSecurityHubRows,
  replaceSecurityHubRows,
  SecurityHubRowsError,
  type SecurityHubRow,
} from '.';
import { anyRows, row } from './__testUtils__/rows';

const RUNS = { numRuns: 10_000 };

describe('replaceSecurityHubRows', () => {
  it('changes, adds and removes the rows of the named accounts', () => {
    const all = [
      row('111111111111'),
      row('222222222222'),
      row('333333333333', { baseCategory: 'Practice' }),
    ];
    const changed = row('111111111111', { minSeverity: 4 });
    const added = row('444444444444');
    expect(
      replaceSecurityHubRows(
        all,
        ['111111111111', '222222222222', '444444444444'],
        [changed, added],
      ),
    ).toEqual([all[2], changed, added]);
  });

  it('leaves the rows of everybody else untouched', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.uniqueArray(
          fc.constantFrom('111111111111', '222222222222', '12345678901'),
        ),
        anyRows,
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

          const result = replaceSecurityHubRows(all, accounts, newRows);

          const others = all.filter(candidate => !isNamed(candidate));
          const othersAfter = result.filter(candidate => !isNamed(candidate));
          expect(othersAfter).toHaveLength(others.length);
          othersAfter.forEach((other, index) =>
            expect(other).toBe(others[index]),
          );
          expect(result.filter(isNamed)).toEqual(newRows);
          expect(JSON.stringify(all)).toBe(before);
          for (const { awsAccount } of diffSecurityHubRows(all, result)) {
            expect(isNamed(row(awsAccount))).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });

  it('refuses rows of accounts that are not named', () => {
    const refused = () =>
      replaceSecurityHubRows(
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
      replaceSecurityHubRows(
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
    expect(
      replaceSecurityHubRows([row('12345678901')], ['012345678901'], [next]),
    ).toEqual([next]);
  });
});
