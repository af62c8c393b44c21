import {
  entitySummarySchema,
  settingsHistorySchema,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../__testUtils__/answers';
import {
  CHECKOUT,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../__testUtils__/boundConnector';
import { catalogEntity, PAYMENTS } from '../__testUtils__/claims';
import { createBindingStore } from '../bindings/createBindingStore';

jest.setTimeout(60_000);

const { ids, startBound } = useBoundConnector();
const NAME = 'Payments production';
const PATH = `/connectors/main/${PAYMENTS}/delete`;

let of: BoundConnectorBackend;

const start = async (database = ids[0]) => {
  of = await startBound({ database, connector: { name: NAME } });
};

const remove = (body: object) => of.backend.change('post', PATH, { body });
const WHY = 'The account is closed';
const mirrored = async () => (await of.backend.get('/connectors')).body.items;
const connectorsOf = async (page: string) =>
  entitySummarySchema.parse((await of.backend.get(page)).body).connectors;
const history = async () => {
  const { body } = await of.backend.get(
    `/history?type=connector&objectId=${PAYMENTS}`,
  );
  return settingsHistorySchema.parse(body).items;
};

describe.each(ids)('a connector that is deleted, on %s', database => {
  it('is gone in Qualys and in the mirror at once, which the history tells', async () => {
    await start(database);
    expect((await remove({ name: NAME, reason: WHY })).body).toEqual({
      deleted: true,
    });
    expect(of.control.health().connectors).toBe(0);
    expect(await mirrored()).toEqual([]);
    expect(await history()).toMatchObject([
      { action: 'delete', outcome: 'done', reason: WHY },
    ]);
    const topics = of.backend.events.publish.mock.calls.map(
      ([{ topic }]) => topic,
    );
    expect(topics).toContain('qualys.mirror');
    expect(refusalOf(await remove({ name: NAME, reason: WHY })).status).toBe(
      404,
    );
    await of.backend.sync();
    expect(await mirrored()).toEqual([]);
  });

  it('is missed only where it is named, and not by what it was made for', async () => {
    await start(database);
    const refunds = '/entities/component/default/refunds';
    of.backend.catalog.entities.push(catalogEntity('refunds'));
    await createBindingStore(of.knex).acceptMade(
      {
        type: 'connector',
        subscription: 'main',
        objectId: PAYMENTS,
        entityRef: 'component:default/refunds',
        owner: 'group:default/checkout',
      },
      { user: 'user:default/jo', reason: 'It was asked for' },
    );
    expect(await connectorsOf(refunds)).toMatchObject([
      { state: 'accepted', connector: { name: NAME } },
    ]);

    await remove({ name: NAME, reason: WHY });
    expect(await connectorsOf(refunds)).toEqual([]);
    expect(await connectorsOf(CHECKOUT)).toEqual([
      { subscription: 'main', objectId: PAYMENTS, state: 'accepted' },
    ]);
  });
});

describe('a connector that is to be deleted', () => {
  it('must be named letter by letter, with a reason', async () => {
    await start();
    expect(
      refusalOf(await remove({ name: NAME.toLowerCase(), reason: WHY })).fields,
    ).toEqual([{ path: 'body.name', message: expect.any(String) }]);
    expect(refusalOf(await remove({ name: NAME })).fields).toEqual([
      { path: 'body.reason', message: expect.any(String) },
    ]);
    expect(of.sent()).toEqual([]);
    expect(await mirrored()).toHaveLength(1);
  });

  it('stays where the caller may not delete any', async () => {
    await start();
    of.backend.denied.add('qualys.connector.delete');
    expect(refusalOf(await remove({ name: NAME, reason: WHY }))).toMatchObject({
      status: 403,
      message: 'You need the permission qualys.connector.delete',
    });
    expect(of.sent()).toEqual([]);
  });

  it('stays where Qualys does not delete it', async () => {
    await start();
    of.control.addFault({
      match: { path: '/delete/am/' },
      kind: 'status',
      status: 400,
    });
    expect(refusalOf(await remove({ name: NAME, reason: WHY })).status).toBe(
      400,
    );
    expect(await mirrored()).toHaveLength(1);
    expect(await history()).toMatchObject([{ outcome: 'refused' }]);
  });

  it('is gone where the answer alone was lost', async () => {
    await start();
    of.control.addFault({
      match: { path: '/delete/am/' },
      kind: 'applied',
      times: 1,
    });
    expect((await remove({ name: NAME, reason: WHY })).body).toEqual({
      deleted: true,
    });
    expect(await mirrored()).toEqual([]);
    expect(of.sent()).toHaveLength(1);
  });
});
