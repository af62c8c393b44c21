import { callHistorySchema } from 'backstage-plugin-qualys-common';
import { startQualysBackend, simulated } from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { freshMirror } from '../__testUtils__/mirror';
import { useSimulator } from '../__testUtils__/simulator';
import { createCallStore, STRETCH_SECONDS, stretchOf } from './store';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('the record of calls', () => {
  it.each(databases.eachSupportedId())(
    'adds up what several backends count, on %s',
    async id => {
      const knex = await databases.init(id);
      await freshMirror(knex);
      const now = Date.now();
      const at = stretchOf(now);
      const count = { at, subscription: 'main', family: 'qps' as const };
      const one = createCallStore(knex, [{ id: 'main' }]);
      const other = createCallStore(knex, [{ id: 'main' }]);
      await one.add([{ ...count, user: 1, background: 10, refused: 0 }]);
      await other.add([
        { ...count, user: 2, background: 20, refused: 3 },
        { ...count, family: 'fo', user: 1, background: 0, refused: 0 },
        { ...count, subscription: 'gone', user: 1, background: 0, refused: 0 },
      ]);
      const long = stretchOf(now - 9 * 24 * 3_600_000);
      await one.add([
        { ...count, at: long, user: 5, background: 0, refused: 0 },
      ]);
      await one.add([]);
      const history = callHistorySchema.parse(await one.read({ hours: 24 }));
      expect(history.items).toEqual([
        { ...count, family: 'fo', user: 1, background: 0, refused: 0 },
        { ...count, user: 3, background: 30, refused: 3 },
      ]);
      expect(history.stretchSeconds).toBe(STRETCH_SECONDS);
      expect(Date.parse(history.to) - Date.parse(history.from)).toBe(
        (24 * 3600 + STRETCH_SECONDS) * 1000,
      );
      expect(
        await knex('call_counts').where('at', long).first('at'),
      ).toBeUndefined();
    },
  );
});

describe('the route of calls', () => {
  const simulator = useSimulator(12);

  it('tells who made how many', async () => {
    const backend = await startQualysBackend({
      subscriptions: { main: simulated(simulator.current) },
    });
    await backend.scheduler.triggerTask('qualys-sync-main');
    const { body } = await backend.get('/connectors?limit=1&provider=AWS');
    await backend.get(`/connectors/main/${body.items[0].id}/errors`);
    const answer = await backend.get('/calls?hours=1').expect(200);
    const { items } = callHistorySchema.parse(answer.body);
    const sum = (family: string, who: 'user' | 'background') =>
      items
        .filter(each => each.family === family)
        .reduce((total, each) => total + each[who], 0);
    expect(sum('qps', 'background')).toBe(3);
    expect(sum('cloudView', 'background')).toBe(3);
    expect(sum('cloudView', 'user')).toBe(1);
    await backend.get('/calls?hours=999').expect(400);
    await backend.stop();
  });
});
