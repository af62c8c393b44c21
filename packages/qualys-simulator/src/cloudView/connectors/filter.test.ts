import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../../__testUtils__/platform';

describe('the filter of a list', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
  });
  afterAll(() => platform.stop());

  const query = (filter: string, pageSize: number) =>
    `/aws/connectors?pageNo=0&pageSize=${pageSize}&filter=${encodeURIComponent(
      filter,
    )}`;
  const names = async (filter: string) => {
    const { content } = await platform.get(query(filter, 50));
    return content.map((connector: { name: string }) => connector.name).sort();
  };
  const add = (name: string, rest = {}) =>
    platform.control.addConnector({ name, ...rest });

  beforeEach(() => {
    platform.control.reset();
    add('Alpha One', { description: 'first of all', state: 'ERROR' });
    platform.control.advanceClock(86_400_000);
    add('alpha two', { description: 'second', isDisabled: true });
    add('beta (one)', { state: 'REGIONS_DISCOVERED' });
  });

  it.each([
    ['name:alpha', ['Alpha One', 'alpha two']],
    ['name: "alpha one"', ['Alpha One']],
    ['name:`alpha one`', []],
    ['name:`Alpha One`', ['Alpha One']],
    ['NAME:"(one)"', ['beta (one)']],
    ['description:first', ['Alpha One']],
    ['state:error', ['Alpha One']],
    ['state:"SUCCESS"', ['alpha two']],
    ['state:REGIONS', []],
    ['name:alpha and not state:ERROR', ['alpha two']],
    ['state:ERROR OR state:SUCCESS', ['Alpha One', 'alpha two']],
    ['name:one AND (state:ERROR OR name:beta)', ['Alpha One', 'beta (one)']],
    [
      'state:REGIONS_DISCOVERED or name:alpha and state:ERROR',
      ['Alpha One', 'beta (one)'],
    ],
    ['lastSynced:2026-03-05', ['Alpha One', 'alpha two', 'beta (one)']],
    ['lastSynced:2026-03-04', []],
    [
      'lastSynced > 2026-03-05T10:00:00',
      ['Alpha One', 'alpha two', 'beta (one)'],
    ],
    ['lastSynced<="2026-03-05T10:29:59Z"', []],
    [
      'lastSynced:[2026-03-01 .. 2026-03-05]',
      ['Alpha One', 'alpha two', 'beta (one)'],
    ],
    ['lastSynced:[2026-03-01 .. 2026-03-04]', []],
  ])('%s', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it('counts what is in the filtered list', async () => {
    const page = await platform.get(query('name:alpha', 1));
    expect(page).toMatchObject({
      totalElements: 2,
      totalPages: 2,
      last: false,
    });
  });

  it.each([
    'colour:red',
    'name',
    'name:',
    'name:"open',
    '(name:a',
    'name:a)',
    'name:a state:b',
    'AND name:a',
    'name>a',
    'lastSynced:yesterday',
    'lastSynced:[2026-01-01]',
  ])('refuses %s', async filter => {
    const { urls, credentials } = platform;
    const answer = await platform.call(
      `${urls.cloudView}/cloudview-api/rest/v1${query(filter, 50)}`,
      { headers: basic(credentials) },
    );
    expect(answer.status).toBe(400);
    expect(answer.json().message).toMatch(/^Invalid filter/);
  });
});
