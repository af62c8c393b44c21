import type { EventParams } from '@backstage/plugin-events-node';
import type {
  QualysConnectorChange,
  QualysConnectorEvent,
} from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

describe('what others hear of connectors', () => {
  const databases = testDatabases();
  const simulator = useSimulator(240);

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let backend: Awaited<ReturnType<typeof startQualysBackend>>;

    // What was published since the last time.
    const heard = async (): Promise<QualysConnectorEvent[]> => {
      await new Promise(resolve => setImmediate(resolve));
      const { publish } = backend.events;
      const events = publish.mock.calls
        .map(([event]: [EventParams]) => event)
        .filter(({ topic }) => topic === 'qualys.connector')
        .map(({ eventPayload }) => eventPayload as QualysConnectorEvent);
      publish.mockClear();
      // The clouds are read side by side.
      return events.sort((one, two) =>
        one.provider.localeCompare(two.provider),
      );
    };
    const changesHeard = async (): Promise<QualysConnectorChange[]> =>
      (await heard()).flatMap(event =>
        event.kind === 'changes' ? event.changes : [],
      );
    const sync = () => backend.scheduler.triggerTask('qualys-sync-main');
    const some = async (query: string) => {
      const { body } = await backend.get(`/connectors?limit=200&${query}`);
      return body.items;
    };

    beforeEach(async () => {
      simulator.current.control.reset({ connectors: 240, seed: 7 });
      knex = await databases.init(databaseId);
      backend = await startQualysBackend({
        knex,
        subscriptions: { main: simulated(simulator.current) },
        qualys: {
          ownership: { default: 'group:default/cloud' },
        },
      });
    });
    afterEach(() => backend.stop());

    it('is one event for each cloud at first, then each thing that happened', async () => {
      await sync();
      const first = await heard();
      expect(first.map(({ kind, provider }) => [kind, provider])).toEqual([
        ['firstScan', 'AWS'],
        ['firstScan', 'AZURE'],
        ['firstScan', 'GCP'],
      ]);
      expect(
        first.reduce(
          (sum, event) =>
            sum + (event.kind === 'firstScan' ? event.connectors : 0),
          0,
        ),
        // Two are in Asset Management alone.
      ).toBe(242);

      const { control } = simulator.current;
      const [gone, renamed] = await some('provider=AWS');
      const [failing] = await some('provider=AZURE&state=success');
      control.removeConnector(gone.id);
      control.updateConnector(renamed.id, { name: 'Renamed' });
      control.updateConnector(failing.id, { state: 'ERROR' });
      const { connectorId } = control.addConnector({ provider: 'GCP' });
      await sync();

      const events = await heard();
      const { body: snapshot } = await backend.get('/status');
      expect(snapshot.subscriptions[0].runs[0].outcome).toBe('complete');
      expect(
        events.flatMap(event =>
          event.kind === 'changes' ? event.changes : [],
        ),
      ).toEqual([
        expect.objectContaining({
          type: 'settingsChanged',
          id: renamed.id,
          name: 'Renamed',
        }),
        {
          type: 'removed',
          id: gone.id,
          provider: 'AWS',
          account: gone.account,
          name: gone.name,
          entityRef: gone.entityRef,
          owner: 'group:default/cloud',
          state: gone.state,
        },
        expect.objectContaining({
          type: 'stateChanged',
          id: failing.id,
          provider: 'AZURE',
          state: 'error',
          previousState: 'success',
        }),
        expect.objectContaining({ type: 'added', id: connectorId }),
      ]);
      const latest = Math.max(...first.map(({ revision }) => revision));
      for (const { revision } of events) {
        expect(revision).toBeGreaterThanOrEqual(latest);
      }

      await sync();
      expect(await heard()).toEqual([]);
    });

    it('holds no external ID', async () => {
      await sync();
      const [{ id }] = await some('provider=AWS');
      simulator.current.control.updateConnector(id, { name: 'Renamed' });
      await sync();
      const text = JSON.stringify(await heard());
      expect(text).toContain(id);
      expect(text).not.toMatch(/externalId|arn/i);
    });

    it('is no flood of new ones when the first sync breaks off', async () => {
      const { control } = simulator.current;
      // As many of AWS as fill several pages.
      control.reset({ connectors: 700, seed: 7 });
      control.addFault({
        match: { path: '/aws/connectors', query: { pageNo: '1' } },
        kind: 'status',
        status: 403,
        times: 1,
      });
      await sync();
      // Asset Management has told of all of them.
      expect((await heard()).map(({ kind }) => kind)).toEqual([
        'firstScan',
        'firstScan',
        'firstScan',
      ]);
      control.clearFaults();
      await sync();
      // What CloudView says beside that is new here, and not in Qualys.
      expect(await heard()).toEqual([]);
      const [{ id }] = await some('provider=AWS');
      control.updateConnector(id, { name: 'Renamed' });
      await sync();
      expect(await changesHeard()).toMatchObject([
        { type: 'settingsChanged', id },
      ]);
    });

    it('names what goes by a decision, too', async () => {
      await sync();
      const gone = (await some('provider=AWS')).slice(0, 30);
      for (const { id } of gone) simulator.current.control.removeConnector(id);
      await sync();
      expect(await changesHeard()).toEqual([]);

      const { body } = await backend.get('/subscriptions/main/removals');
      const [{ version }] = body.removals;
      await backend
        .post('/subscriptions/main/removals/confirm')
        .send({ provider: 'AWS', version })
        .expect(200);
      const changes = await changesHeard();
      expect(changes.map(({ type, id }) => [type, id])).toEqual(
        gone.map(({ id }: { id: string }) => ['removed', id]).sort(),
      );
    });
  });
});
