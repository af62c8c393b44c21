import type { SecurityHubIntegration } from 'qualys-model';
import { readIntegrations } from './integrationText';

// The two prints of the document, its scan mended: the quotes around the name,
// the comma that is missing between two accounts, and the two braces that are
// missing at the end of the first are its own.
const PRINT_WITH_APPLICATION = `{VM={name="Updated Qualys Demo Name-",
integrationId=49,
customerId=223822,
vmConfigs=[
{awsAccountId=111111111111,
severity=3,
category=Potential,
regions=[eu-west-2, eu-west-1]},
{
awsAccountId=222222222222,
severity=3,
category=Potential,
regions=[eu-west-1]}
{awsAccountId=333333333333,
severity=3,
category=Confirmed,
regions=[eu-west-2, eu-west-1]},
{awsAccountId=444444444444 ,
severity=3,
category=Confirmed,
regions=[eu-west-2, eu-west-1]}]`;

const PRINT = `{name="Updated Qualys Demo Name-",
integrationId=34,
customerId=223822,
vmConfigs=[
{awsAccountId=111111111111,
severity=3,
category=Potential,
regions=[eu-west-2, eu-west-1]},
{awsAccountId=222222222222,
severity=3,
category=Potential,
regions=[eu-west-1]}
{awsAccountId=333333333333,
severity=3,
category=Confirmed,
regions=[eu-west-2, eu-west-1]},
{awsAccountId=444444444444,
severity=3,
category=Confirmed,
regions=[eu-west-2, eu-west-1]}]}`;

const both = ['eu-west-2', 'eu-west-1'];
const row = (awsAccount: string, baseCategory: string, regions = both) => ({
  awsAccount,
  minSeverity: 3,
  baseCategory,
  regions,
});
const SAMPLE: Omit<SecurityHubIntegration, 'id'> = {
  name: 'Updated Qualys Demo Name-',
  customerId: '223822',
  rows: [
    row('111111111111', 'Potential'),
    row('222222222222', 'Potential', ['eu-west-1']),
    row('333333333333', 'Confirmed'),
    row('444444444444', 'Confirmed'),
  ],
};

const ROW =
  '{awsAccountId=111111111111, severity=3, category=Potential, regions=[eu-west-2, eu-west-1]}';
const REST = `integrationId=49, customerId=5, vmConfigs=[${ROW}]`;

/** The name in a text of one integration. */
const nameIn = (text: string) => readIntegrations(text).map(({ name }) => name);

describe('the texts of Security Hub', () => {
  it('are read as the document prints them', () => {
    expect(readIntegrations(PRINT_WITH_APPLICATION)).toEqual([
      { id: '49', ...SAMPLE },
    ]);
    expect(readIntegrations(PRINT)).toEqual([{ id: '34', ...SAMPLE }]);
  });

  it('are read in another order of their members', () => {
    expect(
      readIntegrations(
        `{VM={vmConfigs=[{regions=[eu-west-2], category=Confirmed, severity=5, awsAccountId=1}], customerId=5, name=a, b, integrationId=49}}`,
      ),
    ).toEqual([
      {
        id: '49',
        name: 'a, b',
        customerId: '5',
        rows: [
          {
            awsAccount: '000000000001',
            minSeverity: 5,
            baseCategory: 'Confirmed',
            regions: ['eu-west-2'],
          },
        ],
      },
    ]);
  });

  it.each([
    [`{integrationId=49, customerId=5, name=a, {b}=c, vmConfigs=[]}`],
    [`{integrationId=49, customerId=5, vmConfigs=[], name=a, {b}=c}`],
    [`{VM={integrationId=49, vmConfigs=[], name=a, {b}=c}}`],
  ])('are read with the name behind the id: %s', text => {
    expect(nameIn(text)).toEqual(['a, {b}=c']);
  });

  it('keep what they hold besides what is known', () => {
    expect(
      readIntegrations(
        `{PC={name=x, on=true}, VM={name=a, integrationId=49, vmConfigs=[{awsAccountId=111111111111, alias=, severity=3, category=Potential, regions=[], tags=[{k=v}, t]}], state=ON}, CS=off}`,
      ),
    ).toEqual([
      {
        id: '49',
        name: 'a',
        rows: [
          {
            ...row('111111111111', 'Potential', []),
            others: { alias: '', tags: [{ k: 'v' }, 't'] },
          },
        ],
        others: { state: 'ON' },
        otherApps: { PC: { name: 'x', on: 'true' }, CS: 'off' },
      },
    ]);
  });

  it('may say null where there is nothing', () => {
    expect(
      readIntegrations(
        '{name=null, integrationId=1, customerId=null, vmConfigs=null}',
      ),
    ).toEqual([{ id: '1', name: 'null', rows: [] }]);
  });

  it.each(['{}', '[]', '{VM=[]}'])('may hold no integration: %s', text => {
    expect(readIntegrations(text)).toEqual([]);
  });

  it('may be a list of several', () => {
    const several = ['a', 'b'].map(name => `{name=${name}, ${REST}}`);
    for (const list of [
      `[${several.join(', ')}]`,
      `[${several.map(one => `{VM=${one}}`).join('\n')}]`,
      `{VM=[${several.join(',')}]}`,
    ]) {
      expect(nameIn(list)).toEqual(['a', 'b']);
    }
  });
});

describe('a name in the texts of Security Hub', () => {
  it.each([
    ['', ''],
    ['"', '"'],
    ['""', ''],
    ['"a" and "b', '"a" and "b'],
    ['{VM={name=a', '{VM={name=a'],
    ['a, integrationId=', 'a, integrationId='],
    ['a, integrationId=7', 'a, integrationId=7'],
    ['a, integrationId=7, b=c', 'a, integrationId=7, b=c'],
    [`a, ${REST}`, `a, ${REST}`],
    [`a, ${REST}}}`, `a, ${REST}}}`],
    [`a, ${REST}, x={y=1`, `a, ${REST}, x={y=1`],
  ])('may be %j', (printed, name) => {
    expect(nameIn(`{VM={name=${printed}, ${REST}}}`)).toEqual([name]);
    expect(nameIn(`{name=${printed}, ${REST}}`)).toEqual([name]);
  });

  it.each([
    ['a second integration', `a, ${REST}}, {name=b`],
    ['a second integration that is not whole', `a, ${REST}}, {b`],
  ])('is not told from %s', (_, name) => {
    expect(() => readIntegrations(`{name=${name}, ${REST}}`)).toThrow(
      /another integration, or the rest of a name/,
    );
  });

  it('that leaves two ways to read it is refused', () => {
    const name = `a, ${REST}}, PC={x=1`;
    expect(() => readIntegrations(`{VM={name=${name}, ${REST}}}`)).toThrow(
      /more than one way/,
    );
  });
});

describe('what is no text of Security Hub', () => {
  it.each([
    ['nothing', '', /it is empty|expected/],
    ['a sentence', 'No integration was found.', /“{” is expected/],
    ['an id', 'integrationId=40', /“{” is expected/],
    ['no id', '{name=a, customerId=5, vmConfigs=[]}', /integrationId/],
    ['an id that is no number', `{name=a, integrationId=x}`, /integrationId/],
    ['no name', '{integrationId=49, vmConfigs=[]}', /“name” must be/],
    ['no rows', '{name=a, integrationId=49}', /“vmConfigs” must be a list/],
    [
      'rows that are none',
      '{name=a, integrationId=49, vmConfigs=[x]}',
      /“vmConfigs” must hold objects/,
    ],
    [
      'a row without a severity',
      '{name=a, integrationId=49, vmConfigs=[{awsAccountId=1, category=x, regions=[]}]}',
      /“severity” must be a whole number/,
    ],
    [
      'a row without regions',
      '{name=a, integrationId=49, vmConfigs=[{awsAccountId=1, severity=3, category=x}]}',
      /“regions” must be a list/,
    ],
    [
      'a region that is none',
      '{name=a, integrationId=49, vmConfigs=[{awsAccountId=1, severity=3, category=x, regions=[, ]}]}',
      /“regions” must hold/,
    ],
    ['a key twice', `{name=a, ${REST}, customerId=6}`, /stands twice/],
    ['an application twice', `{VM={name=a, ${REST}}, VM={}}`, /twice/],
    ['no VM', '{PC={name=a, integrationId=49}}', /“VM=” is expected/],
    ['text behind it', `{name=a, ${REST}} and more`, /./],
    ['a brace too many', `{name=a, ${REST}}}`, /./],
    ['a bracket in place of a brace', `{name=a, ${REST}]`, /“,” or “}”/],
    [
      'a list that does not end',
      `{name=a, integrationId=49, vmConfigs=[${ROW}`,
      /“]” is expected/,
    ],
    [
      'a region cut off',
      '{name=a, integrationId=49, vmConfigs=[{awsAccountId=1, severity=3, category=x, regions=[eu-we',
      /“]” is expected/,
    ],
    [
      'an id cut off',
      '{name=a, integrationId=49, vmConfigs=[], customerId=22',
      /“,” or “}”/,
    ],
    [
      'too many levels',
      `{name=a, integrationId=49, x=${'['.repeat(99)}`,
      /nested deeper/,
    ],
  ])('is refused: %s', (_, text, problem) => {
    expect(() => readIntegrations(text)).toThrow(problem);
  });

  it('is refused where its names make it too much work', () => {
    const ends = (count: number) =>
      ', integrationId=7, a=[{b=c}]'.repeat(count);
    const nested = `${', integrationId=7, x={a=b'.repeat(30)}, y=[${'a,'.repeat(
      20_000,
    )}a]`;
    expect(nameIn(`{name=${ends(900)}, ${REST}}`)).toEqual([ends(900)]);
    expect(() => readIntegrations(`{name=${ends(2_000)}, ${REST}}`)).toThrow(
      /end in too many places/,
    );
    expect(() => readIntegrations(`{name=${nested}, ${REST}}`)).toThrow(
      /too many ways/,
    );
  });
});
