import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller, treeOf } from '../__testUtils__/qps';

const SEARCH = '2.0/search/am/tag';
const COUNT = '2.0/count/am/tag';

describe('searching the qps APIs', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);
  const ids: number[] = [];

  beforeAll(async () => {
    platform = await startPlatform();
    for (let index = 0; index < 250; index += 1) {
      ids.push(
        platform.control.addTag({ name: `page ${index}`, ruleType: 'PAGED' }),
      );
    }
  });
  afterAll(() => platform.stop());
  afterEach(() =>
    platform.control.setBehaviours({
      startFromId: 'inclusive',
      largestPage: 1000,
    }),
  );

  const PAGED = [['ruleType', 'EQUALS', 'PAGED']] as [string, string, string][];
  const request = (preferences: object, ...more: object[]) => ({
    filters: {
      Criteria: [
        { field: 'ruleType', operator: 'EQUALS', value: 'PAGED' },
        ...more,
      ],
    },
    preferences,
  });
  const idsOf = (answer: { data?: any }) =>
    (answer.data ?? []).map((item: any) => item.Tag.id);

  it('gives no more at once than the platform allows, and says where to go on', async () => {
    platform.control.setBehaviours({ largestPage: 7 });
    const answer = await qps.json(SEARCH, request({ limitResults: 50 }));
    expect(idsOf(answer)).toEqual(ids.slice(0, 7));
    expect(answer).toMatchObject({ hasMoreRecords: 'true', lastId: ids[6] });
  });

  it('gives a hundred unless asked otherwise, in the order of their ids', async () => {
    const answer = await qps.json(SEARCH, request({}));
    expect(answer).toMatchObject({
      responseCode: 'SUCCESS',
      count: 100,
      hasMoreRecords: 'true',
      lastId: ids[99],
    });
    expect(idsOf(answer)).toEqual(ids.slice(0, 100));
  });

  it('says in the last page that there is no more, and no last id', async () => {
    const answer = await qps.json(SEARCH, request({ limitResults: 250 }));
    expect(answer).toMatchObject({ count: 250, hasMoreRecords: 'false' });
    expect(answer).not.toHaveProperty('lastId');
  });

  it('goes on from an offset that counts from 1', async () => {
    const answer = await qps.json(
      SEARCH,
      request({ limitResults: '100', startFromOffset: 201 }),
    );
    expect(idsOf(answer)).toEqual(ids.slice(200));
    expect(answer.hasMoreRecords).toBe('false');
  });

  it('goes on from an id, with it or without it', async () => {
    const from = request({ limitResults: 3, startFromId: ids[10] });
    expect(idsOf(await qps.json(SEARCH, from))).toEqual(ids.slice(10, 13));
    platform.control.setBehaviours({ startFromId: 'exclusive' });
    expect(idsOf(await qps.json(SEARCH, from))).toEqual(ids.slice(11, 14));
  });

  it('goes on by a condition on the id', async () => {
    const answer = await qps.json(
      SEARCH,
      request(
        { limitResults: 2 },
        { field: 'id', operator: 'GREATER', value: ids[10] },
      ),
    );
    expect(idsOf(answer)).toEqual(ids.slice(11, 13));
  });

  it('has two forms for nothing', async () => {
    const nothing =
      '<filters><Criteria field="name" operator="EQUALS">nobody</Criteria></filters>';
    const xml = await qps.xml(
      SEARCH,
      `<ServiceRequest>${nothing}</ServiceRequest>`,
    );
    expect(xml).toContain(
      '<count>0</count>\n<hasMoreRecords>false</hasMoreRecords>\n<data> </data>\n',
    );
    const beyond = await qps.xml(
      SEARCH,
      '<ServiceRequest><preferences><startFromOffset>9999</startFromOffset></preferences></ServiceRequest>',
    );
    expect(beyond).toMatch(/<count>0<\/count>\n<\/ServiceResponse>/);
    const json = await qps.json(SEARCH, {
      filters: {
        Criteria: { field: 'name', operator: 'EQUALS', value: 'nobody' },
      },
    });
    expect(json).toEqual({
      responseCode: 'SUCCESS',
      count: 0,
      hasMoreRecords: 'false',
    });
  });

  it('takes the parts of a request in XML in any order', async () => {
    const filters =
      '<filters><Criteria operator="CONTAINS" field="name">page 1</Criteria><Criteria field="id" operator="LESSER">9999999999</Criteria></filters>';
    const preferences =
      '<preferences><limitResults>1</limitResults></preferences>';
    const answers = await Promise.all(
      [filters + preferences, preferences + filters].map(parts =>
        qps.xml(SEARCH, `<ServiceRequest>${parts}</ServiceRequest>`),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(treeOf(answers[0]).ServiceResponse).toMatchObject({
      count: '1',
      hasMoreRecords: 'true',
      lastId: String(ids[1]),
    });
  });

  it('counts by get and by post', async () => {
    const all = await qps.json(COUNT);
    expect(all).toEqual({ responseCode: 'SUCCESS', count: expect.any(Number) });
    const some = await qps.json(COUNT, request({}));
    expect(some.count).toBe(250);
    expect(all.count).toBeGreaterThan(250);
  });

  it.each<
    [string, string, (id: (place: number) => number) => string, number[]]
  >([
    ['id', 'EQUALS', id => `${id(5)}`, [5]],
    ['id', 'IN', id => `${id(5)}, ${id(7)}`, [5, 7]],
    ['id', 'LESSER', id => `${id(2)}`, [0, 1]],
    ['id', 'GREATER', id => `${id(247)}`, [248, 249]],
    ['name', 'EQUALS', () => 'page 9', [9]],
    [
      'name',
      'CONTAINS',
      () => 'PAGE 11',
      [11, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119],
    ],
  ])('finds by %s %s', async (field, operator, value, places) => {
    const found = await qps.search(SEARCH, [
      ...PAGED,
      [field, operator, value(place => ids[place])],
    ]);
    expect(found.map(tag => tag.id)).toEqual(places.map(place => ids[place]));
  });

  it('finds what is not equal', async () => {
    const found = await qps.search(
      SEARCH,
      [...PAGED, ['name', 'NOT EQUALS', 'page 9']],
      { limitResults: 1000 },
    );
    expect(found).toHaveLength(249);
  });

  it.each([
    ['colour', 'EQUALS', '1', 'no field colour'],
    ['toString', 'EQUALS', '1', 'no field toString'],
    ['id', 'CONTAINS', '1', 'no operator CONTAINS'],
    ['id', 'equals', '1', 'no operator equals'],
    ['name', 'GREATER', '1', 'no operator GREATER'],
    ['name', 'IN', 'a,b', 'no operator IN'],
    ['id', 'EQUALS', 'abc', 'abc'],
    ['id', 'EQUALS', '', 'no value'],
  ])('refuses %s %s "%s"', async (field, operator, value, word) => {
    const criterion = { field, operator, value };
    const answer = await qps.json(SEARCH, { filters: { Criteria: criterion } });
    expect(answer.responseCode).toBe('INVALID_REQUEST');
    expect(answer.responseErrorDetails?.errorMessage).toContain(word);
  });

  it.each([
    [{ limitResults: 0 }, 'limitResults'],
    [{ limitResults: 1001 }, 'limitResults'],
    [{ limitResults: 'all' }, 'limitResults'],
    [{ startFromOffset: 0 }, 'startFromOffset'],
    [{ startFromId: -1 }, 'startFromId'],
  ])('refuses the preferences %j', async (preferences, word) => {
    const answer = await qps.json(SEARCH, { preferences });
    expect(answer.responseCode).toBe('INVALID_REQUEST');
    expect(answer.responseErrorDetails?.errorMessage).toContain(word);
  });

  it('has no get of one tag', async () => {
    const answer = await qps.call('GET', `2.0/get/am/tag/${ids[0]}`);
    expect(answer.status).toBe(404);
  });
});
