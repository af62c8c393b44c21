/*
 * What is missing in Qualys goes from mirror and catalog by itself while it is
 * little, and otherwise stays in both until a person confirms that it goes.
 */
import { useDatabases } from './portal/databases';
import { expectCatalogIsMirror, setUp, type Setting } from './portal/setting';
import { mirroredViews, type Cloud } from './qualys/views';

jest.setTimeout(120_000);

const databases = useDatabases();

describe.each(databases.ids)('what is missing, on %s', id => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await setUp(
      await databases.fresh(id),
      { connectors: 110, pageSize: 50 },
      {},
      { processing: false },
    );
  });
  afterEach(() => setting.stop());

  const control = () => setting.subscription.simulator.control;
  const connectorsOf = async (cloud: Cloud) =>
    (await setting.portal.connectors()).filter(
      ({ provider }) => provider === cloud,
    );
  const ungroupedOf = async (cloud: Cloud, count: number) =>
    (await connectorsOf(cloud))
      .filter(({ cloudView, groups }) => cloudView && groups.length === 0)
      .slice(0, count);
  const remove = (connectors: readonly { id: string }[]) => {
    for (const connector of connectors) control().removeConnector(connector.id);
  };
  const idsInCatalog = async () =>
    (await setting.portal.provided()).map(
      ({ entity }) => entity.metadata.annotations?.['qualys.com/connector-id'],
    );

  async function expectIn(
    connectors: readonly { id: string }[],
    isThere: boolean,
  ) {
    const mirrored = (await setting.portal.connectors()).map(each => each.id);
    await expectCatalogIsMirror(setting);
    const inCatalog = await idsInCatalog();
    for (const connector of connectors) {
      expect([
        mirrored.includes(connector.id),
        inCatalog.includes(connector.id),
      ]).toEqual([isThere, isThere]);
    }
  }

  async function expectHeldUntilConfirmed(
    connectors: readonly { id: string; provider: Cloud }[],
    reason: object,
  ) {
    const { portal, subscription } = setting;
    const [{ provider }] = connectors;
    for (const _ of ['the first', 'another']) {
      expect(await portal.sync()).toMatchObject({
        removed: 0,
        heldBack: connectors.length,
      });
      await expectIn(connectors, true);
      await portal.refresh();
      await expectIn(connectors, true);
    }
    const { items, removals } = await portal.removals();
    expect(removals).toMatchObject([
      { provider, connectors: connectors.length, reason, state: 'waiting' },
    ]);
    expect(items.map(each => each.id).sort()).toEqual(
      connectors.map(each => each.id).sort(),
    );

    await portal.confirm(provider, removals[0].version);
    await expectIn(connectors, false);
    expect(await portal.sync()).toMatchObject({
      outcome: 'complete',
      heldBack: 0,
    });
    await expectIn(connectors, false);
    expect(mirroredViews(await portal.connectors())).toEqual(
      await subscription.views(),
    );
  }

  it('goes by itself just below the bound', async () => {
    const some = await ungroupedOf('AWS', 3);
    remove(some);
    expect(await setting.portal.sync()).toMatchObject({
      outcome: 'complete',
      removed: 3,
      heldBack: 0,
    });
    await expectIn(some, false);
    expect(mirroredViews(await setting.portal.connectors())).toEqual(
      await setting.subscription.views(),
    );
  });

  it('stays until it is confirmed just above the bound', async () => {
    const some = await ungroupedOf('AWS', 4);
    expect(some).toHaveLength(4);
    remove(some);
    await expectHeldUntilConfirmed(some, { code: 'tooMany', limit: 3 });
  });

  it('is noticed though as many have just been confirmed', async () => {
    const { portal } = setting;
    remove(await ungroupedOf('AWS', 4));
    expect(await portal.sync()).toMatchObject({ heldBack: 4 });
    const { items, removals } = await portal.removals();
    await portal.confirm('AWS', removals[0].version);
    await expectIn(items, false);

    const others = await ungroupedOf('AWS', 4);
    remove(others);
    await expectHeldUntilConfirmed(others, { code: 'tooMany', limit: 3 });
  });

  it('stays until it is confirmed where it is a whole group', async () => {
    const groups = [{ name: 'team', uuid: crypto.randomUUID() }];
    const some = (await ungroupedOf('AWS', 2)).map(each => each.id);
    for (const each of some) {
      control().updateConnector(each, { groups, state: 'SUCCESS' });
    }
    expect(await setting.portal.sync()).toMatchObject({ outcome: 'complete' });
    const team = (await connectorsOf('AWS')).filter(each =>
      some.includes(each.id),
    );
    remove(team);
    await expectHeldUntilConfirmed(team, {
      code: 'wholeGroups',
      groups: ['team'],
    });
  });

  it('stays until it is confirmed where it is all of a cloud', async () => {
    const all = await connectorsOf('GCP');
    expect(all.length).toBeGreaterThan(3);
    remove(all);
    await expectHeldUntilConfirmed(all, { code: 'all' });
  });

  it('goes nowhere where a feed shows nothing any more, as without its rights', async () => {
    const { portal } = setting;
    const before = mirroredViews(await portal.connectors());
    const nothingFound = {
      assetManagement: {
        match: { path: '/search/am/' },
        body: { ServiceResponse: { responseCode: 'SUCCESS', count: 0 } },
      },
      cloudView: {
        match: { path: '/cloudview-api/' },
        body: { content: [], totalElements: 0, totalPages: 0, last: true },
      },
    } as const;
    for (const [feed, fault] of Object.entries(nothingFound)) {
      control().addFault({ kind: 'status', status: 200, ...fault });
      const run = await portal.sync();
      expect(run.outcome).toBe('incomplete');
      const word = run.feeds.find(each => each.feed === feed);
      expect(word?.problem?.message).toMatch(/rights/);
      expect(mirroredViews(await portal.connectors())).toEqual(before);
      await expectCatalogIsMirror(setting);
      control().clearFaults();
      expect(await portal.sync()).toMatchObject({ outcome: 'complete' });
      expect(mirroredViews(await portal.connectors())).toEqual(before);
    }
  });

  it('goes nowhere where both feeds show nothing any more', async () => {
    const { portal } = setting;
    const all = await portal.connectors();
    for (const [path, body] of [
      [
        '/search/am/',
        { ServiceResponse: { responseCode: 'SUCCESS', count: 0 } },
      ],
      [
        '/cloudview-api/',
        { content: [], totalElements: 0, totalPages: 0, last: true },
      ],
    ] as const) {
      control().addFault({
        match: { path },
        kind: 'status',
        status: 200,
        body,
      });
    }
    expect(await portal.sync()).toMatchObject({
      removed: 0,
      heldBack: all.length,
    });
    await expectIn(all, true);
    control().clearFaults();
    expect(await portal.sync()).toMatchObject({
      outcome: 'complete',
      heldBack: 0,
    });
    expect((await portal.removals()).removals).toEqual([]);
    await expectIn(all, true);
  });
});
