import {
  duplicateSecurityHubAccounts,
  securityHubConfigurationSchema,
  securityHubConfigurationsInputSchema,
  securityHubRowInputSchema,
  securityHubRowSchema,
  toSecurityHubConfigurations,
  toSecurityHubRows,
} from '.';
import { row, SAMPLE } from './__testUtils__/rows';

describe('accounts with several rows', () => {
  it('are named, and stay as they are', () => {
    const all = toSecurityHubRows([
      ...SAMPLE,
      { ...SAMPLE[1], awsAccounts: ['222222222222', '12345678901'] },
      { ...SAMPLE[0], awsAccounts: ['222222222222', '012345678901'] },
    ]);
    expect(all).toHaveLength(8);
    expect(duplicateSecurityHubAccounts(all)).toEqual([
      '222222222222',
      '012345678901',
    ]);
    expect(duplicateSecurityHubAccounts(toSecurityHubRows(SAMPLE))).toEqual([]);
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
    const [configuration] = toSecurityHubConfigurations([odd]);
    expect(securityHubConfigurationSchema.parse(configuration)).toEqual(
      configuration,
    );
    expect(() => securityHubRowInputSchema.parse(odd)).toThrow();
  });
});
