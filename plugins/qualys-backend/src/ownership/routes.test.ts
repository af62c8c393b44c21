import { TestDatabases } from '@backstage/backend-test-utils';
import {
  connectorListSchema,
  ownershipSchema,
} from 'backstage-plugin-qualys-common';
import {
  catalogEntity,
  SHIPPING,
  startClaimsBackend,
  type ClaimsBackend,
} from '../__testUtils__/claims';
import { MIGRATIONS_DIRECTORY } from '../database';
import { createPlacementStore } from '../placements';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What it tells once it goes by the rules as they are now, which is found out in the background. */
async function ownershipOf(backend: ClaimsBackend) {
  for (;;) {
    const { body } = await backend.get('/ownership');
    const answer = ownershipSchema.parse(body);
    if (answer.rules[0].connectors > 0) return answer;
  }
}

describe('the route of ownership', () => {
  it('tells which rule owns what, and what is not in the catalog', async () => {
    const backend = await startClaimsBackend({
      knex: await databases.init('SQLITE_3'),
      ownership: {
        rules: [
          {
            name: 'payments',
            match: { name: 'payments*', provider: 'AWS' },
            owner: 'payments',
            system: 'shop',
            namespace: 'cloud',
            labels: { tier: 'one' },
          },
          { match: { tag: 'nothing' }, owner: 'platform' },
        ],
      },
    });
    backend.catalog.entities = [catalogEntity('payments', { kind: 'Group' })];
    const answer = await ownershipOf(backend);
    // The catalog is told, and need not wait for its next look.
    const announced = () =>
      backend.events.publish.mock.calls.map(([{ topic, eventPayload }]) => ({
        topic,
        eventPayload,
      }));
    while (announced().every(({ topic }) => topic !== 'qualys.mirror')) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    expect(announced()).toContainEqual({
      topic: 'qualys.mirror',
      eventPayload: { subscription: 'main', revision: expect.any(Number) },
    });
    expect(answer).toEqual({
      rules: [
        {
          rule: 'payments',
          conditions: [
            { field: 'provider', values: ['AWS'] },
            { field: 'name', values: ['payments*'] },
          ],
          owner: 'group:default/payments',
          system: 'system:default/shop',
          namespace: 'cloud',
          labels: { tier: 'one' },
          connectors: 1,
          notFound: ['system:default/shop'],
        },
        {
          rule: 'tag nothing',
          conditions: [{ field: 'tag', values: ['nothing'] }],
          owner: 'group:default/platform',
          connectors: 0,
          notFound: ['group:default/platform'],
        },
      ],
      others: [],
      unowned: 1,
      total: 2,
    });

    const { body } = await backend.get('/connectors?rule=payments');
    const list = connectorListSchema.parse(body);
    expect(list).toMatchObject({
      totalItems: 1,
      items: [
        {
          name: 'Payments production',
          ownerRule: 'payments',
          system: 'system:default/shop',
          labels: { tier: 'one' },
          entityRef: expect.stringMatching(/^resource:cloud\//),
        },
      ],
    });

    backend.denied.add('qualys.connector.read');
    expect((await backend.get('/ownership')).status).toBe(403);
    await backend.stop();
  });

  it('tells apart what belongs to those who asked for it', async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
    await createPlacementStore(knex).put(
      { subscription: 'main', id: SHIPPING },
      { owner: 'group:default/shipping', requestId: 'r-1' },
    );
    const backend = await startClaimsBackend({
      knex,
      ownership: {
        rules: [{ match: { name: 'payments*' }, owner: 'payments' }],
        default: 'platform',
      },
    });
    const answer = await ownershipOf(backend);
    expect(answer.rules.map(({ connectors }) => connectors)).toEqual([1, 0]);
    expect(answer).toMatchObject({
      requested: { rule: 'Requested by the team', connectors: 1 },
      others: [],
      unowned: 0,
    });
    await backend.stop();
  });
});
