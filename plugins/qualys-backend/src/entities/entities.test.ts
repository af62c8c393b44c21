import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  bindingListSchema,
  entitySummarySchema,
  mirroredConnectorSchema,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { refusalOf } from '../__testUtils__/answers';
import {
  catalogEntity,
  NOBODYS,
  ownEntityRef,
  PAYMENTS,
  SHIPPING,
  startClaimsBackend,
  type ClaimsBackend,
} from '../__testUtils__/claims';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const CHECKOUT = '/entities/component/default/checkout';
let backend: ClaimsBackend;
let knex: Knex;

beforeEach(async () => {
  knex = await databases.init('SQLITE_3');
  backend = await startClaimsBackend({
    knex,
    bindings: { notify: ['platform'] },
  });
});
afterEach(() => backend.stop());

async function summaryOf(path = CHECKOUT) {
  const { status, body } = await backend.get(path);
  expect(status).toBe(200);
  return entitySummarySchema.strict().parse(body);
}

async function refusal(path: string) {
  return refusalOf(await backend.get(path));
}

async function acceptAll() {
  const { body } = await backend.get('/bindings?state=open');
  for (const { id } of bindingListSchema.parse(body).items) {
    await backend.post(`/bindings/${id}/accept`);
  }
}

/** The entity that the catalog module makes of a connector. */
function ownEntity(id: string, annotations: Record<string, string> = {}) {
  return catalogEntity(ownEntityRef(id).split('/')[1], {
    kind: 'Resource',
    annotations: {
      'backstage.io/managed-by-origin-location': 'qualys:main',
      'qualys.com/subscription': 'main',
      'qualys.com/connector-id': id,
      ...annotations,
    },
  });
}

const pathOf = (entity: Entity) =>
  `/entities/${entity.kind}/default/${entity.metadata.name}`;

describe('an entity that claims connectors', () => {
  beforeEach(() => {
    backend.catalog.entities = [
      catalogEntity('checkout', {
        claims: `${PAYMENTS}, main/${NOBODYS}, nonsense`,
      }),
    ];
  });

  it('shows nothing of them until the claims are accepted', async () => {
    expect(await summaryOf()).toEqual({
      entityRef: 'component:default/checkout',
      connectors: [
        { subscription: 'main', objectId: PAYMENTS, state: 'open' },
        { subscription: 'main', objectId: NOBODYS, state: 'open' },
      ],
      s3Integrations: [],
      webApps: [],
      securityHub: [],
      problems: [expect.objectContaining({ value: 'nonsense' })],
      mirror: [],
    });
    expect(backend.notifications.send).toHaveBeenCalledTimes(1);

    // The same words for a connector that is there and one that is not.
    const known = await refusal(`${CHECKOUT}/connectors/main/${PAYMENTS}`);
    expect(known).toMatchObject({ status: 404, code: 'notFound' });
    for (const path of [
      `main/${NOBODYS}`,
      `main/${SHIPPING}`,
      `other/${PAYMENTS}`,
      `main/${PAYMENTS}/errors`,
      `main/${SHIPPING}/errors`,
    ]) {
      expect(await refusal(`${CHECKOUT}/connectors/${path}`)).toEqual(known);
    }
  });

  it('shows the connector of an accepted claim, where Qualys knows it', async () => {
    await summaryOf();
    await acceptAll();
    expect(await summaryOf()).toMatchObject({
      connectors: [
        {
          objectId: PAYMENTS,
          state: 'accepted',
          connector: { name: 'Payments production', subscription: 'main' },
        },
        { objectId: NOBODYS, state: 'accepted' },
      ],
      mirror: [{ subscription: 'main' }],
    });
    expect((await summaryOf()).connectors[1]).not.toHaveProperty('connector');

    const { body } = await backend.get(
      `${CHECKOUT}/connectors/main/${PAYMENTS}`,
    );
    expect(mirroredConnectorSchema.parse(body).id).toBe(PAYMENTS);
    // Qualys is not there to be asked in this test.
    expect(
      await refusal(`${CHECKOUT}/connectors/main/${PAYMENTS}/errors`),
    ).toMatchObject({ status: 503, code: 'unavailable' });
    expect(
      await refusal(`${CHECKOUT}/connectors/main/${NOBODYS}`),
    ).toMatchObject({ status: 404 });
  });

  it('tells nobody here hosts and keys of the configuration', async () => {
    await summaryOf();
    await acceptAll();
    const problem = {
      code: 'permission',
      message: 'switch it off with qualys.subscriptions.main.feeds',
    };
    const at = new Date().toISOString();
    await knex('sync_runs').insert({
      id: 'failed',
      subscription: 'main',
      kind: 'full',
      source: 'both',
      trigger: 'schedule',
      instance: 'elsewhere:1',
      started_at: at,
      ended_at: at,
      outcome: 'incomplete',
      problem: JSON.stringify(problem),
      feeds: JSON.stringify([
        {
          feed: 'assetManagement',
          kind: 'full',
          complete: false,
          seen: 0,
          problem,
        },
      ]),
    });
    const { mirror } = await summaryOf();
    expect(mirror[0].problem?.code).toBe('permission');
    expect(mirror[0].feeds[0].problem?.code).toBe('permission');
    expect(JSON.stringify(mirror)).not.toContain('qualys.subscriptions');
  });

  it('shows nothing any more once the claim is withdrawn or gone', async () => {
    await summaryOf();
    await acceptAll();
    const { body } = await backend.get('/bindings?state=accepted');
    const id = bindingListSchema
      .parse(body)
      .items.find(({ objectId }) => objectId === PAYMENTS)?.id;
    await backend.post(`/bindings/${id}/withdraw`);
    expect((await summaryOf()).connectors[0]).toEqual({
      subscription: 'main',
      objectId: PAYMENTS,
      state: 'withdrawn',
    });

    await backend.post(`/bindings/${id}/accept`);
    backend.catalog.entities = [catalogEntity('checkout')];
    expect((await summaryOf()).connectors).toEqual([]);
    expect(
      await refusal(`${CHECKOUT}/connectors/main/${PAYMENTS}`),
    ).toMatchObject({ status: 404 });
  });

  it('is for those who may see it and what Qualys knows of it', async () => {
    const missing = await refusal('/entities/component/default/nobody');
    backend.catalog.hidden.add('component:default/checkout');
    expect(await refusal(CHECKOUT)).toEqual(missing);
    expect(missing.status).toBe(404);
    expect(backend.permissions.authorize).not.toHaveBeenCalled();

    backend.catalog.hidden.clear();
    backend.denied.add('qualys.entity.read');
    expect(await refusal(CHECKOUT)).toMatchObject({
      status: 403,
      code: 'permission',
    });
    expect(backend.permissions.authorize).toHaveBeenCalledWith(
      [
        expect.objectContaining({
          resourceRef: 'component:default/checkout',
        }),
      ],
      expect.anything(),
    );
    // A refused view writes nothing down.
    const { body } = await backend.get('/bindings');
    expect(bindingListSchema.parse(body).totalItems).toBe(0);
  });

  it.each([
    '/entities/component/default/a%2Fb',
    '/entities/com ponent/default/checkout',
    '/entities/component/..%2f/checkout',
    `/entities/component/default/${'x'.repeat(64)}`,
  ])('is not looked for as %s', async path => {
    expect((await backend.get(path)).status).toBe(400);
    expect(backend.catalog.service.getEntityByRef).not.toHaveBeenCalled();
  });
});

describe("a connector's own entity", () => {
  it('shows its connector without any claim', async () => {
    const own = ownEntity(PAYMENTS);
    backend.catalog.entities = [own];
    expect(await summaryOf(pathOf(own))).toMatchObject({
      connectors: [
        {
          subscription: 'main',
          objectId: PAYMENTS,
          state: 'accepted',
          connector: { name: 'Payments production' },
        },
      ],
      mirror: [{ subscription: 'main' }],
    });
    const { status } = await backend.get(
      `${pathOf(own)}/connectors/main/${PAYMENTS}`,
    );
    expect(status).toBe(200);
  });

  it('shows it once, also when it claims itself', async () => {
    const own = ownEntity(PAYMENTS, { 'qualys.com/connectors': PAYMENTS });
    backend.catalog.entities = [own];
    expect((await summaryOf(pathOf(own))).connectors).toHaveLength(1);
  });

  const forgeries: [string, () => { entity: Entity; parent?: Entity }][] = [
    [
      'a file that takes its name and its annotations',
      () => ({
        entity: ownEntity(PAYMENTS),
        parent: catalogEntity('mallory', { kind: 'Location' }),
      }),
    ],
    [
      'what is left of such a file',
      () => ({
        entity: ownEntity(PAYMENTS, { 'backstage.io/orphan': 'true' }),
      }),
    ],
    [
      'an entity of another name, even from a provider',
      () => ({
        entity: {
          ...ownEntity(PAYMENTS),
          metadata: {
            ...ownEntity(PAYMENTS).metadata,
            name: 'mine',
          },
        },
      }),
    ],
    [
      "another connector's entity",
      () => ({
        entity: ownEntity(SHIPPING, { 'qualys.com/connector-id': PAYMENTS }),
      }),
    ],
    [
      'an entity from elsewhere',
      () => ({
        entity: ownEntity(PAYMENTS, {
          'backstage.io/managed-by-origin-location': 'url:https://a.example/',
        }),
      }),
    ],
  ];
  it.each(forgeries)('is not %s', async (_, make) => {
    const { entity, parent } = make();
    backend.catalog.entities = [entity];
    if (parent) {
      backend.catalog.parents.set(
        `resource:default/${entity.metadata.name}`,
        parent,
      );
    }
    expect(await summaryOf(pathOf(entity))).toMatchObject({
      connectors: [],
      mirror: [],
    });
    expect(
      await refusal(`${pathOf(entity)}/connectors/main/${PAYMENTS}`),
    ).toMatchObject({ status: 404 });
  });
});
