import { connectorId, errorOf } from '../__testUtils__/server';
import { answering, setUpWrites } from './__testUtils__/writes';

const test = setUpWrites();
const CLOUDS = ['aws', 'azure', 'gcp'] as const;
const VERBS = ['delete', 'run', 'enable', 'disable'] as const;
const ACTIONS = CLOUDS.flatMap(cloud =>
  VERBS.map(verb => [cloud, verb] as const),
);
const WIRE = {
  delete: ['DELETE', ''],
  run: ['POST', '/run'],
  enable: ['PATCH', '/connectors/enable'],
  disable: ['PATCH', '/connectors/disable'],
};
const IDS = [connectorId(1), connectorId(2)];

const act = (
  cloud: (typeof CLOUDS)[number],
  verb: (typeof VERBS)[number],
  ids: string | readonly string[] = IDS,
) => test.client.cloudConnectors[cloud][verb](ids);

beforeEach(() => {
  test.answer = answering(204);
});

describe.each(ACTIONS)('%s %s', (cloud, verb) => {
  it('sends a list of ids, once', async () => {
    await act(cloud, verb);
    await act(cloud, verb, IDS[0]);
    await act(cloud, verb, [IDS[1], IDS[0], IDS[1]]);

    const [method, path] = WIRE[verb];
    expect(test.sent.map(({ body }) => body)).toEqual([
      { json: IDS },
      { json: [IDS[0]] },
      { json: [IDS[1], IDS[0]] },
    ]);
    for (const sent of test.sent) {
      expect(sent).toMatchObject({
        method,
        path: `/cloudview-api/rest/v1/${cloud}/connectors${path}`,
      });
    }
  });

  it.each([
    ['nothing', answering(204)],
    ['nothing at all with 200', answering(200)],
    ['nothing at all with 201', answering(201)],
    ['an empty object', answering(200, '{}')],
    ['an acknowledgement', answering(200, '{"acknowledged":true}')],
    ['a message', answering(200, '{"message":"Connectors were deleted"}')],
  ])('takes %s for success', async (_, answer) => {
    test.answer = answer;
    expect(await act(cloud, verb)).toBeUndefined();
  });

  it.each([
    ['outcomeUnknown', answering(200, '{"acknowledged":false}')],
    ['outcomeUnknown', answering(200, 'false')],
    ['outcomeUnknown', answering(200, '<html></html>', 'text/html')],
    ['outcomeUnknown', answering(200, '{"acknow')],
    ['outcomeUnknown', answering(502)],
    ['invalid', answering(200, '{"errorCode":"CV-1","message":"No"}')],
    ['permission', answering(200, '{"status":403,"message":"No"}')],
    ['notFound', answering(404, '{"status":404,"error":"Not Found"}')],
    ['invalid', answering(405, '{"status":405}')],
    ['invalid', answering(415, '{"status":415}')],
  ])('fails with %s, after one request (%#)', async (kind, answer) => {
    test.answer = answer;
    expect(await errorOf(act(cloud, verb))).toMatchObject({ kind });
    expect(test.sent).toHaveLength(1);
  });

  it.each([
    [[], undefined],
    ['', '[0]'],
    [[IDS[0], '../groups'], '[1]'],
    [Array.from({ length: 101 }, (_, i) => connectorId(i)), undefined],
  ])('sends nothing where an id is wrong (%#)', async (ids, path) => {
    const error = await errorOf(act(cloud, verb, ids));
    expect(error).toMatchObject({ kind: 'invalid' });
    expect(error.path).toBe(path);
    expect(error.message).toMatch(/^The connectors: .*\. Nothing was sent\.$/);
    expect(test.sent).toEqual([]);
  });
});
