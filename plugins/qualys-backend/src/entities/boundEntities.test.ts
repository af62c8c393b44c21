import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  bindingListSchema,
  boundEntitiesSchema,
  type BindingAction,
} from 'backstage-plugin-qualys-common';
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
const OWN_NAME = ownEntityRef(PAYMENTS).split('/')[1];
const OWN = `/entities/resource/default/${OWN_NAME}/connectors/main`;
const CHECKOUT = 'component:default/checkout';
const LEDGER = 'component:default/ledger';
let backend: ClaimsBackend;

function ownEntity(claims?: string): Entity {
  return catalogEntity(OWN_NAME, {
    kind: 'Resource',
    claims,
    annotations: {
      'backstage.io/managed-by-origin-location': 'qualys:main',
      'qualys.com/subscription': 'main',
      'qualys.com/connector-id': PAYMENTS,
    },
  });
}

async function boundTo(path = `${OWN}/${PAYMENTS}`) {
  const { status, body } = await backend.get(`${path}/bound-entities`);
  expect(status).toBe(200);
  return boundEntitiesSchema
    .strict()
    .parse(body)
    .items.map(({ entityRef }) => entityRef);
}

async function refusal(path: string) {
  return refusalOf(await backend.get(`${path}/bound-entities`));
}

/** Decides about the claims of an entity. */
async function decide(entityRef: string, action: BindingAction) {
  const { body } = await backend.get('/bindings');
  for (const claim of bindingListSchema.parse(body).items) {
    if (claim.entityRef === entityRef) {
      await backend.post(`/bindings/${claim.id}/${action}`);
    }
  }
}

/** Puts another entity in the place of the one of the same name. */
function change(entity: Entity) {
  backend.catalog.entities = backend.catalog.entities.map(one =>
    one.metadata.name === entity.metadata.name ? entity : one,
  );
}

beforeEach(async () => {
  backend = await startClaimsBackend({
    knex: await databases.init('SQLITE_3'),
  });
  backend.catalog.entities = [
    ownEntity(),
    catalogEntity('ledger', { claims: PAYMENTS }),
    catalogEntity('checkout', { claims: `${PAYMENTS}, ${SHIPPING}` }),
    catalogEntity('shipping', { claims: SHIPPING }),
    catalogEntity('web'),
  ];
  await backend.scan();
});
afterEach(() => backend.stop());

describe('the entities that a connector is bound to', () => {
  it('are those whose claims are accepted', async () => {
    expect(await boundTo()).toEqual([]);

    await decide(LEDGER, 'accept');
    await decide('component:default/shipping', 'accept');
    expect(await boundTo()).toEqual([LEDGER]);

    await decide(CHECKOUT, 'accept');
    expect(await boundTo()).toEqual([CHECKOUT, LEDGER]);

    await decide(LEDGER, 'withdraw');
    expect(await boundTo()).toEqual([CHECKOUT]);
  });

  it('are told on the page of each of them, too', async () => {
    await decide(CHECKOUT, 'accept');
    await decide(LEDGER, 'accept');
    expect(
      await boundTo(
        `/entities/component/default/ledger/connectors/main/${PAYMENTS}`,
      ),
    ).toEqual([CHECKOUT, LEDGER]);
  });

  it('are not those that do not name it any more, even before the next scan', async () => {
    await decide(CHECKOUT, 'accept');
    await decide(LEDGER, 'accept');

    change(catalogEntity('ledger', { claims: SHIPPING }));
    expect(await boundTo()).toEqual([CHECKOUT]);

    change(catalogEntity('ledger', { claims: PAYMENTS }));
    await backend.scan();
    expect(await boundTo()).toEqual([CHECKOUT, LEDGER]);
  });

  it('are not those that somebody else owns by now, or that have gone', async () => {
    await decide(CHECKOUT, 'accept');
    await decide(LEDGER, 'accept');

    change(
      catalogEntity('ledger', { claims: PAYMENTS, owner: 'group:default/new' }),
    );
    expect(await boundTo()).toEqual([CHECKOUT]);

    backend.catalog.entities = [ownEntity()];
    expect(await boundTo()).toEqual([]);
  });

  it('are those that the caller may see, asked for at once and with the rights of the caller', async () => {
    await decide(CHECKOUT, 'accept');
    await decide(LEDGER, 'accept');
    backend.catalog.hidden.add(CHECKOUT);
    backend.catalog.service.getEntitiesByRefs.mockClear();

    const { body } = await backend.get(`${OWN}/${PAYMENTS}/bound-entities`);
    expect(body).toEqual({ items: [{ entityRef: LEDGER }] });
    expect(backend.catalog.service.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(backend.catalog.service.getEntitiesByRefs).toHaveBeenCalledWith(
      expect.objectContaining({ entityRefs: [CHECKOUT, LEDGER] }),
      {
        credentials: expect.objectContaining({
          principal: expect.objectContaining({ type: 'user' }),
        }),
      },
    );
  });

  it('are not the one that stands for the connector, which may claim itself', async () => {
    change(ownEntity(PAYMENTS));
    await backend.scan();
    await decide(ownEntityRef(PAYMENTS), 'accept');
    expect(await boundTo()).toEqual([]);
  });

  it('are told of no connector that the entity of the page does not show', async () => {
    await decide('component:default/shipping', 'accept');
    const unknown = await refusal(`${OWN}/${NOBODYS}`);
    expect(unknown).toMatchObject({ status: 404, code: 'notFound' });
    expect(await refusal(`${OWN}/${SHIPPING}`)).toEqual(unknown);
    // Claimed, and not accepted.
    expect(
      await refusal(
        `/entities/component/default/ledger/connectors/main/${PAYMENTS}`,
      ),
    ).toEqual(unknown);

    backend.deniedOn.add(ownEntityRef(PAYMENTS));
    expect(await refusal(`${OWN}/${PAYMENTS}`)).toMatchObject({
      status: 403,
      code: 'permission',
    });
  });
});
