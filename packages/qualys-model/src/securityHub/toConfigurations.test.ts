import fc from 'fast-check';
import { toSecurityHubConfigurations, toSecurityHubRows } from '.';
import { anyRows, row, SAMPLE, sorted } from './__testUtils__/rows';

const RUNS = { numRuns: 10_000 };

describe('rows and configurations', () => {
  it('say the same', () => {
    const potential = { minSeverity: 1, baseCategory: 'Potential' };
    const expected = [
      row('111111111111', potential),
      row('222222222222', potential),
      row('333333333333'),
      row('444444444444'),
    ];
    expect(toSecurityHubRows(SAMPLE)).toEqual(expected);
    expect(toSecurityHubConfigurations(expected)).toEqual(SAMPLE);
  });

  it('lose nothing on the way there and back, in any order', () => {
    fc.assert(
      fc.property(anyRows, all => {
        const configurations = toSecurityHubConfigurations(all);
        expect(sorted(toSecurityHubRows(configurations))).toEqual(sorted(all));

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
    expect(toSecurityHubConfigurations(all)).toHaveLength(all.length);
  });

  it('share no list with what they were made from', () => {
    const all = [row('111111111111')];
    const configurations = toSecurityHubConfigurations(all);
    configurations[0].regions.push('us-east-1');
    toSecurityHubRows(configurations)[0].regions.push('us-west-2');
    expect(all).toEqual([row('111111111111')]);
    expect(configurations[0].regions).toEqual([
      'eu-west-2',
      'eu-west-1',
      'us-east-1',
    ]);
  });
});
