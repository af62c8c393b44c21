import {
  securityHubAccountsDeletionSchema,
  securityHubCompleteConfigurationsSchema,
  securityHubNameSchema,
  securityHubRegionsDeletionSchema,
} from '.';
import { SAMPLE } from './__testUtils__/rows';

describe('the name of a Security Hub integration', () => {
  it.each([
    ['Demo Integration Name', 'Demo Integration Name'],
    ['  a=b, {c}, [d ', 'a=b, {c}, [d'],
    ['integrationId=5', 'integrationId=5'],
  ])('may be %j', (name, read) => {
    expect(securityHubNameSchema.parse(name)).toBe(read);
  });

  it.each([
    ['', /at least one character/],
    ['  ', /at least one character/],
    ['two\nlines', /line breaks/],
    ['a, integrationId=5', /could not be read back/],
    ['a,integrationid = x', /could not be read back/],
    [undefined, /must be a name/],
  ])('may not be %j', (name, problem) => {
    expect(
      securityHubNameSchema.safeParse(name).error?.issues[0].message,
    ).toMatch(problem);
  });
});

describe('all configurations of a Security Hub integration', () => {
  it('may hold whatever was read', () => {
    const read = [
      ...SAMPLE,
      {
        minSeverity: 0,
        baseCategory: 'Practice',
        awsAccounts: ['012345678901'],
        regions: [],
      },
    ];
    expect(securityHubCompleteConfigurationsSchema.parse(read)).toEqual(read);
  });

  it.each([
    [[], /at least one configuration/],
    [[{ ...SAMPLE[0], awsAccounts: [] }], /at least one AWS account/],
    [[{ ...SAMPLE[0], awsAccounts: ['12345678901'] }], /12 digits/],
    [[...SAMPLE, SAMPLE[1]], /more than once: 333333333333, 444444444444/],
  ])('may not be %j', (configurations, problem) => {
    expect(
      securityHubCompleteConfigurationsSchema.safeParse(configurations).error
        ?.issues[0].message,
    ).toMatch(problem);
  });
});

describe('what is taken out of a Security Hub integration', () => {
  it.each([{ allAccounts: true }, { awsAccounts: ['012345678901'] }])(
    'may be %j',
    accounts => {
      expect(securityHubAccountsDeletionSchema.parse(accounts)).toEqual(
        accounts,
      );
    },
  );

  it.each([
    {},
    undefined,
    { awsAccounts: [] },
    { allAccounts: false },
    { allAccounts: 'true' },
    { awsAccounts: ['012345678901'], allAccounts: true },
    { awsAccounts: ['012345678901', '012345678901'] },
    { awsAccounts: ['1'] },
  ])('may not be %j: nothing given never means all', accounts => {
    expect(securityHubAccountsDeletionSchema.safeParse(accounts).success).toBe(
      false,
    );
  });

  it('names accounts and regions, both', () => {
    const regions = [
      { awsAccounts: ['111111111111'], regions: ['eu-west-2'] },
      { awsAccounts: ['222222222222'], regions: ['eu-west-2', 'eu-west-1'] },
    ];
    expect(securityHubRegionsDeletionSchema.parse(regions)).toEqual(regions);
    for (const wrong of [
      [],
      [{ awsAccounts: ['111111111111'], regions: [] }],
      [{ awsAccounts: [], regions: ['eu-west-2'] }],
      [{ awsAccounts: ['111111111111'], regions: ['all'] }],
    ]) {
      expect(securityHubRegionsDeletionSchema.safeParse(wrong).success).toBe(
        false,
      );
    }
  });
});
