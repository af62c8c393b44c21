import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  bindingListSchema,
  bindingSchema,
  entitySummarySchema,
  errorBodySchema,
  type BindingListQuery,
} from 'backstage-plugin-qualys-common';
import type { JsonObject } from '@backstage/types';
import {
  catalogEntity,
  PAYMENTS,
  SHIPPING,
  startClaimsBackend,
  type ClaimsBackend,
} from '../__testUtils__/claims';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
let backend: ClaimsBackend;

async function start(bindings?: JsonObject) {
  backend = await startClaimsBackend({
    knex: await databases.init('SQLITE_3'),
    bindings,
  });
  return backend;
}

afterEach(() => backend.stop());

async function list(state?: BindingListQuery['state']) {
  const { status, body } = await backend.get(
    `/bindings${state ? `?state=${state}` : ''}`,
  );
  expect(status).toBe(200);
  const bindings = bindingListSchema.strict().parse(body);
  // What is seen in the same millisecond has no certain order.
  bindings.items.sort((a, b) => a.entityRef.localeCompare(b.entityRef));
  return bindings;
}

const checkout = catalogEntity('checkout', { claims: PAYMENTS });
const location = (target: string) =>
  catalogEntity('root', { kind: 'Location', spec: { type: 'url', target } });

describe('the scan of the catalog', () => {
  it('finds the claims of every page and tells those who decide, once', async () => {
    const { catalog, notifications, scan } = await start({
      notify: ['platform', 'user:default/jo'],
    });
    catalog.pageSize = 1;
    catalog.entities = [
      checkout,
      catalogEntity('shipping', { claims: `${SHIPPING},nonsense` }),
      catalogEntity('nothing'),
    ];
    await scan();
    await scan();

    const { items, totalItems } = await list('open');
    expect(totalItems).toBe(2);
    expect(items).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/checkout',
        owner: 'group:default/checkout',
        objectName: 'Payments production',
        objectAccount: '012345678901',
        alsoBoundTo: [],
      }),
      expect.objectContaining({ entityRef: 'component:default/shipping' }),
    ]);
    expect(notifications.send.mock.calls).toEqual([
      [
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/platform', 'user:default/jo'],
          },
          payload: expect.objectContaining({
            title: '2 claims on Qualys objects wait for a decision',
            description:
              'component:default/checkout, component:default/shipping',
          }),
        },
      ],
    ]);
    expect((await backend.get('/status')).body.openClaims).toBe(2);
  });

  it('marks what is claimed no more when it has seen the whole catalog, and only then', async () => {
    const { catalog, scan } = await start();
    catalog.pageSize = 1;
    catalog.entities = [
      checkout,
      catalogEntity('shipping', { claims: SHIPPING }),
    ];
    await scan();
    const [first, second] = (await list()).items;
    await backend.post(`/bindings/${first.id}/accept`);
    await backend.post(`/bindings/${second.id}/accept`);

    catalog.readablePages = 1;
    await scan();
    expect((await list()).items.map(({ claimed }) => claimed)).toEqual([
      true,
      true,
    ]);

    catalog.readablePages = Infinity;
    catalog.entities = [checkout];
    await scan();
    expect((await list()).items.map(({ claimed }) => claimed)).toEqual([
      true,
      false,
    ]);
  });

  it('goes on when a notification cannot be sent', async () => {
    const { catalog, notifications, scan } = await start({
      notify: ['platform'],
    });
    notifications.send.mockRejectedValue(new Error('no such plugin'));
    catalog.entities = [checkout];
    await scan();
    expect((await list('open')).totalItems).toBe(1);
    expect(notifications.send).toHaveBeenCalledTimes(1);
  });
});

describe('rules', () => {
  it('accept what they name, and notify nobody of it', async () => {
    const { catalog, notifications, scan } = await start({
      accept: [{ entity: 'component:default/check*', objects: 'main/*' }],
      notify: ['platform'],
    });
    catalog.entities = [
      checkout,
      catalogEntity('shipping', { claims: SHIPPING }),
    ];
    await scan();
    expect((await list('accepted')).items).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/checkout',
        decidedBy: 'rule',
        reason: 'entity component:default/check*, objects main/*',
      }),
    ]);
    expect((await list('open')).items).toEqual([
      expect.objectContaining({ entityRef: 'component:default/shipping' }),
    ]);
    expect(notifications.send).toHaveBeenCalledTimes(1);
  });

  it('never undo what a person decided', async () => {
    const { catalog, scan } = await start({ accept: [{ entity: '*' }] });
    catalog.entities = [checkout];
    await scan();
    const [{ id }] = (await list('accepted')).items;
    await backend.post(`/bindings/${id}/withdraw`);
    await scan();
    await backend.get('/entities/component/default/checkout');
    expect((await list()).items).toEqual([
      expect.objectContaining({ id, state: 'withdrawn' }),
    ]);
  });

  it('by location compare the root, not what the entity says of itself', async () => {
    const trusted = 'https://git.example/org/checkout/blob/main/all.yaml';
    const { catalog, scan } = await start({
      accept: [{ location: 'url:https://git.example/org/*' }],
    });
    const forged = catalogEntity('forged', {
      claims: SHIPPING,
      annotations: {
        'backstage.io/managed-by-location': `url:${trusted}`,
        'backstage.io/managed-by-origin-location': `url:${trusted}`,
      },
    });
    const orphan = catalogEntity('orphan', { claims: SHIPPING });
    const provided = catalogEntity('provided', { claims: SHIPPING });
    const dotted = catalogEntity('dotted', { claims: SHIPPING });
    catalog.entities = [checkout, forged, orphan, provided, dotted];
    catalog.parents = new Map([
      ['component:default/checkout', location(trusted)],
      [
        'component:default/forged',
        location('https://git.example/mallory/x.yaml'),
      ],
      [
        'component:default/orphan',
        {
          ...location(trusted),
          metadata: {
            name: 'orphaned',
            annotations: { 'backstage.io/orphan': 'true' },
          },
        },
      ],
      [
        'component:default/dotted',
        location('https://git.example/org/../mallory/x.yaml'),
      ],
    ]);
    await scan();
    expect((await list('accepted')).items.map(b => b.entityRef)).toEqual([
      'component:default/checkout',
    ]);
    expect((await list('open')).totalItems).toBe(4);
  });

  it('by location wait when the catalog cannot say where an entity comes from', async () => {
    const { catalog, scan } = await start({ accept: [{ location: 'url:*' }] });
    catalog.entities = [checkout];
    catalog.parents.set(
      'component:default/checkout',
      location('https://git.example/a.yaml'),
    );
    catalog.service.getEntityAncestors.mockRejectedValueOnce(new Error('down'));
    await scan();
    expect((await list('open')).totalItems).toBe(1);
    await scan();
    expect((await list('accepted')).totalItems).toBe(1);
  });
});

describe('decisions', () => {
  async function openClaim() {
    await start();
    backend.catalog.entities = [checkout];
    await backend.scan();
    return (await list('open')).items[0].id;
  }

  it('are made by users, written down with name and reason, and audited', async () => {
    const id = await openClaim();
    const { status, body } = await backend.post(
      `/bindings/${id}/accept`,
      { reason: ' as agreed ' },
      'user:default/kim',
    );
    expect(status).toBe(200);
    expect(bindingSchema.strict().parse(body)).toMatchObject({
      state: 'accepted',
      decidedBy: 'user:default/kim',
      reason: 'as agreed',
    });
    expect(backend.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'binding-decide',
        severityLevel: 'medium',
        meta: { binding: id, action: 'accept' },
      }),
    );
    expect(backend.audited.success).toHaveBeenCalledWith({
      meta: {
        entityRef: 'component:default/checkout',
        type: 'connector',
        subscription: 'main',
        objectId: PAYMENTS,
      },
    });
  });

  it('that are not possible are refused, with the state, and audited', async () => {
    const id = await openClaim();
    await backend.post(`/bindings/${id}/reject`);
    const { status, body } = await backend.post(`/bindings/${id}/withdraw`);
    expect(status).toBe(409);
    expect(errorBodySchema.parse(body).error).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('rejected'),
    });
    expect(backend.audited.fail).toHaveBeenCalledTimes(1);
  });

  it('need the permission, a user, and sense', async () => {
    const id = await openClaim();
    backend.denied.add('qualys.binding.decide');
    expect((await backend.post(`/bindings/${id}/accept`)).status).toBe(403);
    backend.denied.clear();
    const service = mockCredentials.service.header();
    expect(
      (await backend.postAs(`/bindings/${id}/accept`, service)).status,
    ).toBe(403);
    expect(
      (await backend.post(`/bindings/${id}/accept`, { state: 'open' })).status,
    ).toBe(400);
    expect((await backend.post('/bindings/1%20or%201=1/accept')).status).toBe(
      400,
    );
    expect(
      (
        await backend.post(
          '/bindings/2d1b6f0e-0a4c-4a44-9f0e-6b1f9f3c0a11/accept',
        )
      ).status,
    ).toBe(404);
    expect((await list('open')).totalItems).toBe(1);
  });

  it('are seen by those who may read them; names only by those who decide', async () => {
    const id = await openClaim();
    backend.denied.add('qualys.binding.decide');
    const [seen] = (await list()).items;
    expect(seen.id).toBe(id);
    expect(seen).not.toHaveProperty('objectName');
    expect(seen).not.toHaveProperty('objectAccount');
    backend.denied.add('qualys.binding.read');
    expect((await backend.get('/bindings')).status).toBe(403);
  });

  it('show who else is bound to the same object', async () => {
    const id = await openClaim();
    await backend.post(`/bindings/${id}/accept`);
    backend.catalog.entities.push(catalogEntity('b', { claims: PAYMENTS }));
    await backend.scan();
    expect((await list('open')).items[0].alsoBoundTo).toEqual([
      'component:default/checkout',
    ]);
  });

  it('do not pass on to the next owner of the entity', async () => {
    const id = await openClaim();
    await backend.post(`/bindings/${id}/accept`);
    backend.catalog.entities = [
      catalogEntity('checkout', { claims: PAYMENTS, owner: 'group:default/x' }),
    ];
    const { body } = await backend.get('/entities/component/default/checkout');
    expect(entitySummarySchema.parse(body).connectors).toEqual([
      { subscription: 'main', objectId: PAYMENTS, state: 'open' },
    ]);
    expect((await list('open')).items).toEqual([
      expect.objectContaining({ owner: 'group:default/x' }),
    ]);
  });
});
