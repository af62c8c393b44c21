import { all } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';

describe.each(['json', 'xml'] as const)('tags in %s', dialect => {
  const t = setUpQps(dialect);

  it('are searched a thousand at a time', async () => {
    t.answer = () => ({
      responseCode: 'SUCCESS',
      count: 2,
      hasMoreRecords: false,
      data: [
        { Tag: { id: 42458382, name: 'AWS', color: '#FFFFFF' } },
        {
          Tag: {
            id: '9000000000000000001',
            name: '007',
            parentTagId: 42458382,
            ruleType: 'STATIC',
            created: '2026-05-31T15:45:00Z',
          },
        },
      ],
    });
    expect(
      await all(
        t.client.tags.search({
          filters: [{ field: 'name', operator: 'CONTAINS', value: 'A' }],
        }),
      ),
    ).toEqual([
      { id: '42458382', name: 'AWS', color: '#FFFFFF' },
      {
        id: '9000000000000000001',
        name: '007',
        parentTagId: '42458382',
        ruleType: 'STATIC',
        created: '2026-05-31T15:45:00.000Z',
      },
    ]);
    const [{ method, path, body }] = t.received;
    expect(`${method} ${path}`).toBe('POST /qps/rest/2.0/search/am/tag');
    expect(String(body.preferences.limitResults)).toBe('1000');
  });
});
