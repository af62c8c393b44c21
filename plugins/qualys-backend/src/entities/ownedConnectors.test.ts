import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ownedConnectorsSchema } from 'backstage-plugin-qualys-common';
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
const TEAM = 'group:default/checkout';
const SHOP = 'system:default/shop';
let backend: ClaimsBackend;

function ownEntity(id: string, values: Partial<Entity> = {}): Entity {
  return {
    ...catalogEntity(ownEntityRef(id).split('/')[1], {
      kind: 'Resource',
      owner: TEAM,
      spec: { type: 'cloud-connector', owner: TEAM },
      annotations: {
        'backstage.io/managed-by-origin-location': 'qualys:main',
        'qualys.com/subscription': 'main',
        'qualys.com/connector-id': id,
      },
    }),
    ...values,
  };
}

beforeEach(async () => {
  backend = await startClaimsBackend({
    knex: await databases.init('SQLITE_3'),
  });
  backend.catalog.entities = [
    catalogEntity('checkout', { kind: 'Group' }),
    catalogEntity('shop', { kind: 'System' }),
    catalogEntity('web', { kind: 'Component' }),
    ownEntity(PAYMENTS),
    ownEntity(SHIPPING, {
      relations: [
        { type: 'ownedBy', targetRef: TEAM },
        { type: 'partOf', targetRef: SHOP },
      ],
    }),
  ];
});
afterEach(() => backend.stop());

const OF_TEAM = '/entities/group/default/checkout/owned-connectors';

async function owned(path = OF_TEAM) {
  const { status, body } = await backend.get(path);
  expect(status).toBe(200);
  const page = ownedConnectorsSchema.strict().parse(body);
  return { ...page, items: page.items.map(({ id }) => id) };
}

async function refusal(path: string) {
  return refusalOf(await backend.get(path));
}

describe('the connectors that an entity owns', () => {
  it('are those of a team, and those of a system', async () => {
    expect(await owned()).toEqual({
      items: [PAYMENTS, SHIPPING],
      totalItems: 2,
      withheld: 0,
    });
    expect(
      await owned('/entities/System/default/shop/owned-connectors'),
    ).toEqual({ items: [SHIPPING], totalItems: 1, withheld: 0 });
  });

  it('come in pages', async () => {
    const first = await owned(`${OF_TEAM}?limit=1`);
    expect(first).toMatchObject({ items: [PAYMENTS], totalItems: 2 });
    const second = await owned(`${OF_TEAM}?limit=1&cursor=${first.nextCursor}`);
    expect(second.items).toEqual([SHIPPING]);
    expect(second.nextCursor).toBeUndefined();
    expect(
      await refusal(
        `/entities/system/default/shop/owned-connectors?cursor=${first.nextCursor}`,
      ),
    ).toMatchObject({ status: 400 });
  });

  it('show nothing of those whose own entities the caller may not see', async () => {
    backend.deniedOn.add(ownEntityRef(PAYMENTS));
    expect(await owned()).toEqual({
      items: [SHIPPING],
      totalItems: 2,
      withheld: 1,
    });
    backend.catalog.hidden.add(ownEntityRef(PAYMENTS));
    expect(await owned()).toEqual({
      items: [SHIPPING],
      totalItems: 1,
      withheld: 0,
    });
    backend.denied.add('qualys.entity.read');
    expect((await owned()).items).toEqual([]);
  });

  it('show nothing of what only looks like a connector, or is one no more', async () => {
    backend.catalog.entities.push(ownEntity(NOBODYS));
    // A file that takes the name of a connector's entity.
    backend.catalog.parents.set(
      ownEntityRef(PAYMENTS),
      catalogEntity('mallory', { kind: 'Location' }),
    );
    expect(await owned()).toMatchObject({ items: [SHIPPING], withheld: 2 });
  });

  it('are refused where there can be none, and where nobody is there', async () => {
    expect(
      await refusal('/entities/component/default/web/owned-connectors'),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('"component"'),
    });
    const missing = await refusal(
      '/entities/group/default/nobody/owned-connectors',
    );
    expect(missing.status).toBe(404);
    backend.catalog.hidden.add(TEAM);
    expect(await refusal(OF_TEAM)).toEqual(missing);
  });
});
