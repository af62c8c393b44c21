import { demoConnectors } from '../..';
import { startPlatform, type TestPlatform } from '../../__testUtils__/platform';
import { SETTLE_MS, writesTo, type Writes } from './__testUtils__/writes';

describe('several connectors of CloudView at once', () => {
  let platform: TestPlatform;
  let send: Writes['send'];
  let done: Writes['done'];
  let get: Writes['get'];

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 20 });
    ({ send, done, get } = writesTo(platform));
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const ids = demoConnectors()
    .filter(({ provider }) => provider === 'AWS')
    .map(({ id }) => id);

  it('are deleted', async () => {
    const answer = await send('DELETE', '/aws/connectors', ids.slice(0, 2));
    expect([answer.status, answer.text]).toEqual([200, '']);
    for (const id of ids.slice(0, 2)) {
      expect((await send('GET', `/aws/connectors/${id}`)).status).toBe(404);
    }
    expect((await get('aws', ids[2])).connectorId).toBe(ids[2]);
  });

  it('are switched off and on', async () => {
    const switched = async (verb: string) => {
      const path = `/aws/connectors/connectors/${verb}`;
      expect(await done('PATCH', path, ids.slice(0, 2))).toEqual({
        acknowledged: true,
      });
      return Promise.all(
        ids.slice(0, 3).map(async id => (await get('aws', id)).isDisabled),
      );
    };
    expect(await switched('disable')).toEqual([true, true, false]);
    expect(await switched('enable')).toEqual([false, false, false]);
  });

  it('are synced, and come to the state that they were in', async () => {
    const [, failing] = demoConnectors();
    platform.control.advanceClock(30 * 60_000);
    await done('POST', '/aws/connectors/run', [failing.id]);
    expect(await get('aws', failing.id)).toMatchObject({
      state: 'PENDING',
      lastSyncedOn: 'Wed Mar 04 11:00:00 UTC 2026',
    });
    platform.control.advanceClock(SETTLE_MS);
    expect(await get('aws', failing.id)).toMatchObject({
      state: 'ERROR',
      error: expect.stringContaining('sts:AssumeRole'),
      lastSyncedOn: 'Wed Mar 04 11:01:00 UTC 2026',
    });
  });

  it('are not synced while they are switched off', async () => {
    await done('PATCH', '/aws/connectors/connectors/disable', [ids[0]]);
    const path = '/aws/connectors/run';
    expect((await send('POST', path, [ids[0]])).status).toBe(400);
    await done('POST', path, [ids[0], ids[1]]);
    expect((await get('aws', ids[0])).state).not.toBe('PENDING');
    expect((await get('aws', ids[1])).state).toBe('PENDING');
  });

  it.each([
    ['DELETE', '/aws/connectors', 400],
    ['POST', '/aws/connectors/run', 404],
    ['PATCH', '/aws/connectors/connectors/disable', 400],
  ])(
    '%s %s does nothing where one is unknown',
    async (method, path, status) => {
      const [gcp] = demoConnectors().filter(
        ({ provider }) => provider === 'GCP',
      );
      const answer = await send(method, path, [ids[0], gcp.id]);
      expect(answer.status).toBe(status);
      expect(answer.json().message).toContain(gcp.id);
      expect(await get('aws', ids[0])).toMatchObject({
        state: 'SUCCESS',
        isDisabled: false,
      });
    },
  );

  it.each([[[]], [{ connectorIds: ids }], [undefined]])(
    'refuses %j, which is no array of ids',
    async body => {
      const answer = await send('DELETE', '/aws/connectors', body);
      expect([400, 415]).toContain(answer.status);
      expect(platform.control.health().connectors).toBe(20);
    },
  );
});
