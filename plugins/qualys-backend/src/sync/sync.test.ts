import {
  statusSchema,
  type Status,
  type SyncRun,
} from 'backstage-plugin-qualys-common';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import type { Knex } from 'knex';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(120_000);

type Backend = Awaited<ReturnType<typeof startQualysBackend>>;

async function statusOf(backend: Backend): Promise<Status> {
  const { body, status } = await backend.get('/status');
  expect(status).toBe(200);
  return statusSchema.parse(body);
}

async function sync(backend: Backend): Promise<SyncRun> {
  await backend.scheduler.triggerTask('qualys-sync-main');
  const { subscriptions } = await statusOf(backend);
  return subscriptions[0].runs[0];
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

async function totalOf(backend: Backend): Promise<number> {
  const { body } = await backend.get('/connectors');
  return body.totalItems;
}

describe('a sync', () => {
  const databases = testDatabases();
  const simulator = useSimulator(240);
  let backend: Backend;
  let knex: Knex;

  const start = () =>
    startQualysBackend({
      knex,
      subscriptions: { main: simulated(simulator.current) },
    });

  // The ids of all connectors of a cloud, as the simulated Qualys has them.
  const idsOf = async (provider: string): Promise<string[]> => {
    const { body } = await backend.get(
      `/connectors?provider=${provider}&limit=200`,
    );
    return body.items.map(({ id }: { id: string }) => id);
  };

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    beforeEach(async () => {
      simulator.current.control.reset({ connectors: 240, seed: 7 });
      knex = await databases.init(databaseId);
      backend = await start();
    });
    afterEach(() => backend.stop());

    it('mirrors everything, and tells how it went', async () => {
      const run = await sync(backend);
      expect(run).toMatchObject({
        subscription: 'main',
        kind: 'full',
        source: 'both',
        trigger: 'schedule',
        outcome: 'complete',
        // Two are in Asset Management alone.
        seen: 242,
        added: 242,
        changed: 0,
        removed: 0,
        heldBack: 0,
      });
      expect(run.calls).toBe(simulator.current.control.journal().length);
      expect(run.endedAt).toBeDefined();

      const { subscriptions, owners, openClaims } = await statusOf(backend);
      expect(owners).toEqual([]);
      expect(openClaims).toBe(0);
      expect(subscriptions[0]).toMatchObject({
        subscription: 'main',
        title: 'Example Corp',
        platform: 'private',
        stale: false,
        asOf: run.endedAt,
        interval: 1800,
        connectors: { total: 242 },
      });
      expect(subscriptions[0].problem).toBeUndefined();
      expect(await totalOf(backend)).toBe(242);
    });

    it('announces a change by its revision alone, and nothing when nothing changed', async () => {
      await sync(backend);
      const { publish } = backend.events;
      const announced = () =>
        publish.mock.calls
          .map(([event]) => event)
          .filter(({ topic }) => topic === 'qualys.mirror');
      const payloads = announced();
      expect(payloads.at(-1)).toEqual({
        topic: 'qualys.mirror',
        // The start has raised it once, for the subscription is new.
        eventPayload: { revision: payloads.length + 1, subscription: 'main' },
      });

      publish.mockClear();
      simulator.current.control.advanceClock(3_600_000);
      const again = await sync(backend);
      expect(again).toMatchObject({
        outcome: 'complete',
        added: 0,
        removed: 0,
      });
      expect(again.changed).toBe(0);
      expect(announced()).toEqual([]);
    });

    it('follows what is added, changed and removed', async () => {
      await sync(backend);
      const [first, second] = await idsOf('AWS');
      simulator.current.control.removeConnector(first);
      simulator.current.control.updateConnector(second, { name: 'Renamed' });
      const { connectorId } = simulator.current.control.addConnector({
        provider: 'GCP',
      });

      expect(await sync(backend)).toMatchObject({
        outcome: 'complete',
        added: 1,
        changed: 1,
        removed: 1,
        heldBack: 0,
      });
      await backend.get(`/connectors/main/${first}`).expect(404);
      await backend.get(`/connectors/main/${connectorId}`).expect(200);
      const { body } = await backend.get(`/connectors/main/${second}`);
      expect(body.name).toBe('Renamed');
    });

    it('holds back what is out of proportion', async () => {
      await sync(backend);
      const gone = (await idsOf('AWS')).slice(0, 30);
      gone.forEach(id => simulator.current.control.removeConnector(id));
      expect(await sync(backend)).toMatchObject({
        outcome: 'complete',
        seen: 212,
        removed: 0,
        heldBack: 30,
      });
      expect(await totalOf(backend)).toBe(242);
    });

    it.each(['status', 'html', 'malformed'] as const)(
      'removes nothing when a page fails in the middle (%s)',
      async kind => {
        const { control } = simulator.current;
        // As many of AWS as fill several pages.
        control.reset({ connectors: 700, seed: 7 });
        await sync(backend);
        const before = await totalOf(backend);
        const [gone] = await idsOf('AWS');
        const [gonetoo] = await idsOf('GCP');
        control.removeConnector(gone);
        control.removeConnector(gonetoo);
        control.addFault({
          match: { path: '/aws/connectors', query: { pageNo: '1' } },
          kind,
        });

        const run = await sync(backend);
        // The other clouds were read, and what is gone there goes.
        expect(run).toMatchObject({ outcome: 'incomplete', removed: 1 });
        expect(run.problem?.message).toMatch(/^CloudView, AWS: /);
        expect(await totalOf(backend)).toBe(before - 1);
        await backend.get(`/connectors/main/${gone}`).expect(200);

        control.clearFaults();
        expect(await sync(backend)).toMatchObject({
          outcome: 'complete',
          removed: 1,
        });
        await backend.get(`/connectors/main/${gone}`).expect(404);
      },
    );

    it('removes nothing when the list moves while it is read', async () => {
      await sync(backend);
      const { control } = simulator.current;
      const [gone] = await idsOf('AZURE');
      control.removeConnector(gone);
      const connector = control.updateConnector((await idsOf('AWS'))[0], {});
      control.addFault({
        match: { path: '/aws/connectors', query: { pageNo: '0' } },
        kind: 'status',
        status: 200,
        times: 1,
        body: {
          content: [connector, connector],
          totalElements: 2,
          totalPages: 1,
          last: true,
        },
      });
      const run = await sync(backend);
      expect(run).toMatchObject({
        outcome: 'incomplete',
        removed: 1,
        problem: { code: 'conflict' },
      });
      expect(await totalOf(backend)).toBe(241);
    });

    it('is abandoned when the backend ends in the middle of it', async () => {
      const { control } = simulator.current;
      control.addFault({
        match: { path: '/azure/connectors' },
        kind: 'slow',
        delayMs: 60_000,
      });
      const running = backend.scheduler.triggerTask('qualys-sync-main');
      await until(async () => (await totalOf(backend)) > 0);
      await backend.stop();
      await running;
      const [run] = await knex('sync_runs').select();
      expect(run).toMatchObject({ outcome: 'abandoned', removed: 0 });
      expect(run.added).toBeGreaterThan(0);
      control.clearFaults();
      backend = await start();
      expect(await sync(backend)).toMatchObject({ outcome: 'complete' });
    });

    it('keeps the last 100 runs, and the last complete one', async () => {
      await sync(backend);
      const [complete] = await knex('sync_runs').select();
      await knex.batchInsert(
        'sync_runs',
        Array.from({ length: 120 }, (_, n) => ({
          ...complete,
          id: `failed-${n}`,
          outcome: 'failed',
          started_at: new Date(Date.now() + n).toISOString(),
        })),
        50,
      );
      simulator.current.control.addFault({ match: {}, kind: 'status' });
      await sync(backend);
      const kept = await knex('sync_runs').select('id');
      expect(kept).toHaveLength(101);
      expect(kept.map(({ id }) => id)).toContain(complete.id);
    });
  });
});

describe('a sync that cannot be', () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator({ connectors: 30, seed: 7 });
  });
  afterEach(() => simulator.stop());

  it('says that it took too long', async () => {
    const backend = await startQualysBackend({
      scheduler: schedulerServiceFactory,
      subscriptions: {
        main: {
          ...simulated(simulator),
          schedule: {
            frequency: { hours: 1 },
            timeout: { seconds: 1 },
            initialDelay: { milliseconds: 1 },
          },
        },
      },
    });
    simulator.control.addFault({ match: {}, kind: 'slow', delayMs: 60_000 });
    let run: SyncRun | undefined;
    await until(async () => {
      [run] = (await statusOf(backend)).subscriptions[0].runs;
      return run !== undefined && run.outcome !== 'running';
    });
    expect(run).toMatchObject({
      outcome: 'failed',
      problem: {
        code: 'unavailable',
        message: expect.stringMatching(
          /1 seconds.*qualys\.subscriptions\.main\.schedule\.timeout/,
        ),
      },
    });
    await backend.stop();
  });

  it('says which credentials are wrong, asks once only, and tells no secret', async () => {
    const password = 'not-the-password-either';
    const backend = await startQualysBackend({
      subscriptions: {
        main: {
          ...simulated(simulator),
          credentials: { ...simulator.credentials, password },
        },
      },
    });
    const run = await sync(backend);
    expect(run).toMatchObject({
      outcome: 'failed',
      seen: 0,
      calls: 1,
      problem: { code: 'authentication' },
    });
    const { subscriptions } = await statusOf(backend);
    expect(subscriptions[0]).toMatchObject({ stale: true });
    expect(subscriptions[0].asOf).toBeUndefined();
    expect(subscriptions[0].problem?.message).toContain(
      'qualys.subscriptions.main.credentials',
    );
    expect(JSON.stringify(subscriptions)).not.toContain(password);
    expect(backend.events.publish).not.toHaveBeenCalled();
    await backend.stop();
  });

  it('leaves the data with their age when Qualys is away, and heals by itself', async () => {
    const backend = await startQualysBackend({
      subscriptions: { main: simulated(simulator) },
    });
    const first = await sync(backend);
    const ports = Object.fromEntries(
      Object.entries(simulator.urls).map(([name, url]) => [
        name,
        Number(new URL(url).port),
      ]),
    );
    await simulator.stop();

    const failed = await sync(backend);
    expect(failed).toMatchObject({
      outcome: 'failed',
      problem: { code: 'unavailable' },
    });
    const { subscriptions } = await statusOf(backend);
    expect(subscriptions[0]).toMatchObject({
      asOf: first.endedAt,
      stale: false,
      connectors: { total: 30 },
    });
    expect(subscriptions[0].problem?.message).toContain(
      `127.0.0.1:${ports.cloudView}`,
    );
    expect(await totalOf(backend)).toBe(30);

    simulator = await startSimulator({ connectors: 30, seed: 7, ports });
    expect(await sync(backend)).toMatchObject({ outcome: 'complete' });
    const healed = await statusOf(backend);
    expect(healed.subscriptions[0].problem).toBeUndefined();
    await backend.stop();
  });

  it('starts without subscriptions, and says how to configure one', async () => {
    const backend = await startQualysBackend({});
    await expect(statusOf(backend)).resolves.toEqual({
      subscriptions: [],
      owners: [],
      openClaims: 0,
    });
    expect(backend.logs.map(({ text }) => text).join('\n')).toContain(
      'qualys.subscriptions.<id>',
    );
    await backend.stop();
  });

  it('lets no secret into a log line of any level', async () => {
    const password = 'S3cret with spaces:and-colons';
    const strict = await startSimulator({
      connectors: 30,
      credentials: { username: 'corp_xy9', password },
    });
    const backend = await startQualysBackend({
      subscriptions: { main: simulated(strict) },
    });
    await sync(backend);
    for (const kind of ['status', 'html', 'malformed', 'cut'] as const) {
      strict.control.addFault({
        match: { path: '/aws/' },
        kind,
        times: 1,
        // As a badly made proxy would.
        ...(kind === 'status' && { status: 401, body: { message: password } }),
      });
      await sync(backend);
    }
    const basic = Buffer.from(`corp_xy9:${password}`).toString('base64');
    const all = [
      JSON.stringify(backend.logs),
      JSON.stringify(await statusOf(backend)),
    ].join();
    expect(backend.logs.length).toBeGreaterThan(5);
    expect(all).not.toContain(password);
    expect(all).not.toContain(basic);
    await backend.stop();
    await strict.stop();
  });
});
