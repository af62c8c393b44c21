import {
  statusSchema,
  type MirroredConnector,
  type SyncRun,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(240_000);

type Backend = Awaited<ReturnType<typeof startQualysBackend>>;

async function statusOf(backend: Backend) {
  const { body } = await backend.get('/status').expect(200);
  return statusSchema.parse(body).subscriptions[0];
}

async function sync(backend: Backend): Promise<SyncRun> {
  await backend.scheduler.triggerTask('qualys-sync-main');
  return (await statusOf(backend)).runs[0];
}

describe('the sync of two feeds', () => {
  const databases = testDatabases();
  const simulator = useSimulator(240);

  const start = (knex: Knex, more: object = {}) =>
    startQualysBackend({
      knex,
      subscriptions: { main: { ...simulated(simulator.current), ...more } },
    });
  const control = () => simulator.current.control;
  const calls = (part: string) =>
    control()
      .journal()
      .filter(({ path }) => path.includes(part)).length;

  async function connectorsOf(backend: Backend): Promise<MirroredConnector[]> {
    const found: MirroredConnector[] = [];
    let cursor: string | undefined;
    do {
      const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await backend.get(`/connectors?limit=200${query}`);
      found.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    return found;
  }

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let backend: Backend;
    beforeEach(async () => {
      control().reset({ connectors: 240, seed: 7 });
      knex = await databases.init(databaseId);
      backend = await start(knex);
    });
    afterEach(() => backend.stop());

    it('asks for smaller pages where Qualys refuses large ones', async () => {
      control().addFault({
        match: { path: '/connectors', query: { pageSize: '300' } },
        kind: 'status',
        status: 400,
        body: { errorCode: '400', message: 'pageSize is too large' },
      });
      expect(await sync(backend)).toMatchObject({ outcome: 'complete' });
      const cvKnown = (await connectorsOf(backend)).filter(
        each => each.cloudView,
      );
      expect(cvKnown).toHaveLength(240);
    });

    it('joins what both know, and keeps what one knows', async () => {
      await sync(backend);
      const all = await connectorsOf(backend);
      const both = all.filter(each => each.assetManagement && each.cloudView);
      const amAlone = all.filter(each => !each.cloudView);
      const cvAlone = all.filter(each => !each.assetManagement);
      expect([both.length, amAlone.length, cvAlone.length]).toEqual([
        238, 2, 2,
      ]);
      for (const { id, assetManagement } of both) {
        expect(assetManagement?.id).toBe(
          String(control().assetDataConnectorId(id)),
        );
      }
      expect(both.some(each => each.assetManagement?.updatable)).toBe(true);
      expect(both.some(each => !each.assetManagement?.updatable)).toBe(true);
      expect(both.some(each => each.groups.length > 0)).toBe(true);

      const { id, provider } = amAlone[0];
      expect(id).toBe(
        `am-${provider.toLowerCase()}-${amAlone[0].assetManagement?.id}`,
      );
      control().clearJournal();
      const { body } = await backend
        .get(`/connectors/main/${id}/errors`)
        .expect(200);
      expect(body).toMatchObject({ truncated: false });
      expect(control().journal()).toEqual([]);
    });

    it('tells of each feed what was read, and how old it is', async () => {
      // As many of AWS as fill several pages.
      control().reset({ connectors: 700, seed: 7 });
      const first = await sync(backend);
      expect(first.kind).toBe('full');
      expect(first.feeds).toEqual([
        {
          feed: 'assetManagement',
          kind: 'full',
          complete: true,
          seen: 700,
          skipped: 0,
          skippedRecords: [],
        },
        {
          feed: 'cloudView',
          kind: 'full',
          complete: true,
          seen: 700,
          skipped: 0,
          skippedRecords: [],
        },
      ]);
      const second = await sync(backend);
      expect(second).toMatchObject({ kind: 'partial', outcome: 'complete' });
      const { feeds } = await statusOf(backend);
      expect(feeds).toMatchObject([
        { feed: 'assetManagement', stale: false },
        { feed: 'cloudView', stale: false },
      ]);
      expect(feeds[0].fullAsOf).toBe(feeds[0].asOf);
      expect(feeds[1].fullAsOf! < feeds[1].asOf!).toBe(true);
    });

    it('goes on with one feed while the other fails, and says which', async () => {
      await sync(backend);
      const before = await connectorsOf(backend);
      const joined = before.find(
        each => each.assetManagement && each.provider === 'AWS',
      )!;
      control().addFault({ match: { path: '/qps/' }, kind: 'status' });
      control().updateConnector(joined.id, {
        state: 'SUCCESS',
        totalAssets: 4711,
      });

      const run = await sync(backend);
      expect(run).toMatchObject({ outcome: 'incomplete', removed: 0 });
      expect(run.problem?.message).toMatch(/^Asset Management, /);
      expect(run.problem?.message).not.toContain('CloudView,');
      expect(run.feeds.map(({ complete }) => complete)).toEqual([false, true]);
      const { body } = await backend.get(`/connectors/main/${joined.id}`);
      expect(body).toMatchObject({
        totalAssets: 4711,
        assetManagement: joined.assetManagement,
      });
      expect(body.cloudView.seenAt > body.assetManagement.seenAt).toBe(true);
      const [assetManagement, cloudView] = (await statusOf(backend)).feeds;
      expect(assetManagement.problem?.code).toBe('unavailable');
      expect(cloudView.problem).toBeUndefined();

      control().clearFaults();
      control().addFault({ match: { host: 'cloudView' }, kind: 'status' });
      const { connectorId } = control().addConnector({ provider: 'GCP' });
      const other = await sync(backend);
      expect(other.problem?.message).toMatch(/^CloudView, /);
      await backend.get(`/connectors/main/${connectorId}`).expect(200);

      control().clearFaults();
      expect(await sync(backend)).toMatchObject({ outcome: 'complete' });
    });

    it('says what to do where Asset Management may not be read', async () => {
      control().addFault({
        match: { path: '/qps/' },
        kind: 'status',
        status: 403,
      });
      const run = await sync(backend);
      expect(run).toMatchObject({
        outcome: 'incomplete',
        added: 240,
        problem: { code: 'permission' },
      });
      expect(run.problem?.message).toContain('Manager');
      expect(run.problem?.message).toContain(
        'qualys.subscriptions.main.feeds.assetManagement: false',
      );
      expect(calls('/qps/')).toBe(1);
    });

    it('takes nothing over of a list that broke off, and all of it the next time', async () => {
      control().reset({ connectors: 700, seed: 7 });
      await sync(backend);
      const moved = (await connectorsOf(backend)).filter(
        each => each.provider === 'AWS' && each.cloudView,
      );
      for (const { id } of moved) {
        control().updateConnector(id, { state: 'SUCCESS', totalAssets: 4711 });
      }
      const counted = async () => {
        const all = await connectorsOf(backend);
        return all.filter(({ totalAssets }) => totalAssets === 4711).length;
      };
      control().addFault({
        match: { path: '/aws/connectors', query: { pageNo: '1' } },
        kind: 'status',
      });
      expect(await sync(backend)).toMatchObject({ outcome: 'incomplete' });
      expect(calls('/aws/connectors')).toBeGreaterThan(1);
      expect(await counted()).toBe(0);

      control().clearFaults();
      expect(await sync(backend)).toMatchObject({ outcome: 'complete' });
      expect(await counted()).toBe(moved.length);
    });

    it.each([
      ['assetManagement', '/cloudview-api/', '/qps/', 240],
      ['cloudView', '/qps/', '/cloudview-api/', 240],
    ] as const)(
      'reads %s alone where the other is switched off',
      async (feed, unread, read, added) => {
        const other = feed === 'cloudView' ? 'assetManagement' : 'cloudView';
        const alone = await start(knex, { feeds: { [other]: false } });
        expect(await sync(alone)).toMatchObject({
          outcome: 'complete',
          source: feed,
          added,
        });
        expect(calls(unread)).toBe(0);
        expect(calls(read)).toBeGreaterThan(0);
        expect((await statusOf(alone)).feeds).toMatchObject([{ feed }]);
        await alone.stop();
      },
    );

    it('keeps what a feed knew that is switched off later', async () => {
      await sync(backend);
      const before = await connectorsOf(backend);
      const joined = before.find(
        each => each.assetManagement && each.cloudView,
      );
      const alone = await start(knex, { feeds: { assetManagement: false } });
      control().removeConnector(joined!.id);
      expect(await sync(alone)).toMatchObject({
        outcome: 'complete',
        removed: 1,
      });
      expect(await connectorsOf(alone)).toHaveLength(before.length - 1);
      await alone.stop();
    });
  });

  it('takes few calls when few connectors of many have moved', async () => {
    control().reset({ connectors: 14_000, seed: 7 });
    const backend = await startQualysBackend({
      subscriptions: { main: simulated(simulator.current) },
    });
    const first = await sync(backend);
    expect(first.outcome).toBe('complete');
    const { connectors } = await statusOf(backend);
    expect(connectors.byProvider.AWS).toBeGreaterThan(9_800);
    expect(connectors.byProvider.AWS).toBeLessThan(10_100);

    const { body } = await backend.get('/connectors?provider=AWS&limit=200');
    const moved: MirroredConnector[] = body.items
      .filter((each: MirroredConnector) => each.cloudView)
      .slice(0, 100);
    for (const { id } of moved) {
      control().updateConnector(id, { state: 'SUCCESS', totalAssets: 4711 });
    }
    control().clearJournal();
    const run = await sync(backend);
    expect(run).toMatchObject({
      outcome: 'complete',
      kind: 'partial',
      changed: 0,
      removed: 0,
    });
    // Ten of Asset Management, and of CloudView the page with those that have
    // moved, and one to see that nothing more is new.
    expect(calls('/am/awsassetdataconnector')).toBeLessThanOrEqual(10);
    expect(calls('/aws/connectors')).toBeLessThanOrEqual(3);
    const { body: seen } = await backend.get(`/connectors/main/${moved[0].id}`);
    expect(seen.totalAssets).toBe(4711);
    await backend.stop();
  });
});
