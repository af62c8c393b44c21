import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { awsScan, freshMirror, openMirror } from '../__testUtils__/mirror';
import {
  createDescribing,
  createOwnership,
  readOwnershipRules,
} from '../ownership';
import { createPlacementStore, type PlacementStore } from './placements';

jest.setTimeout(60_000);

const databases = testDatabases();
const SHOP = {
  owner: 'group:default/shop',
  system: 'system:default/checkout',
  requestId: 'r-1',
};
const ONE = { subscription: 'main', id: 'one' };
const one = awsConnector({ id: 'one', name: 'one' });
const two = awsConnector({ id: 'two', name: 'prod-two' });

const RULES = {
  rules: [{ match: { name: 'prod-*' }, owner: 'platform', system: 'clusters' }],
  default: 'unsorted',
};

const describingBy = (
  placements: Pick<PlacementStore, 'getAll'>,
  ownership: object = RULES,
) =>
  createDescribing({
    ownership: createOwnership({
      rules: readOwnershipRules(
        mockServices.rootConfig({
          data: JSON.parse(JSON.stringify({ qualys: { ownership } })),
        }),
      ),
      logger: mockServices.logger.mock(),
    }),
    placements,
  });

async function setUp(knex: Knex) {
  const placements = createPlacementStore(knex);
  const getAll = jest.spyOn(placements, 'getAll');
  const describing = describingBy(placements);
  const mirror = await freshMirror(knex, { describing });
  const ownerOf = async (id: string) => {
    const { owner, ownerRule, system } = (await mirror.get({ ...ONE, id }))!;
    return { owner, ownerRule, system };
  };
  return { placements, getAll, describing, mirror, ownerOf };
}

const REQUESTED = {
  owner: 'group:default/shop',
  ownerRule: 'Requested by the team',
  system: 'system:default/checkout',
};
const DEFAULT = { owner: 'group:default/unsorted', ownerRule: 'default' };

describe.each(databases.eachSupportedId())(
  'whom connectors were created for, on %s',
  id => {
    it('own them where no rule says otherwise, before the default', async () => {
      const { placements, getAll, mirror, ownerOf } = await setUp(
        await databases.init(id),
      );
      await placements.put(ONE, SHOP);
      await placements.put({ ...ONE, id: 'two' }, SHOP);
      await placements.put({ subscription: 'other', id: 'three' }, SHOP);
      getAll.mockClear();
      const many = Array.from({ length: 1000 }, (_, index) =>
        awsConnector({ id: `c${index}` }),
      );
      await mirror.applyScan(awsScan([one, two, ...many]));
      expect(await ownerOf('one')).toEqual(REQUESTED);
      expect(await ownerOf('two')).toEqual({
        owner: 'group:default/platform',
        ownerRule: 'name prod-*',
        system: 'system:default/clusters',
      });
      expect(await ownerOf('c7')).toMatchObject(DEFAULT);
      // Once, and not for each of them.
      expect(getAll).toHaveBeenCalledTimes(1);
    });

    it('own one that is there already with the next scan that shows it', async () => {
      const { placements, mirror, ownerOf } = await setUp(
        await databases.init(id),
      );
      const scan = awsScan([one]);
      await mirror.applyScan(scan);
      expect(await ownerOf('one')).toMatchObject(DEFAULT);
      const expected = await mirror.expect({
        subscription: 'main',
        provider: 'AWS',
        generation: await mirror.generation('main'),
      });
      await placements.put(ONE, SHOP);
      await expected.note('cloudView', [one]);
      await mirror.applyScan({ ...awsScan([one]), expected });
      expect(await ownerOf('one')).toEqual(REQUESTED);
      await expect(mirror.applyScan(awsScan([one]))).resolves.toMatchObject({
        revised: false,
      });

      await placements.put(ONE, {
        owner: 'user:default/ann',
        requestId: 'r-2',
      });
      await expect(mirror.describeAgain()).resolves.toMatchObject({
        changed: 1,
      });
      expect(await ownerOf('one')).toEqual({
        owner: 'user:default/ann',
        ownerRule: 'Requested by the team',
        system: undefined,
      });
    });

    it.each(['applyScan', 'describeAgain'] as const)(
      'own it although it was described before that was known: %s',
      async how => {
        const knex = await databases.init(id);
        const { placements, describing, mirror, ownerOf } = await setUp(knex);
        if (how === 'describeAgain') await mirror.applyScan(awsScan([one]));
        let attempts = 0;
        const racing = openMirror(knex, {
          describedBy: 'other rules',
          describing: async subscription => {
            const describe = await describing(subscription);
            return async (...args) => {
              const description = await describe(...args);
              // Between the reading and the writing.
              attempts += 1;
              if (attempts === 1) await placements.put(ONE, SHOP);
              return description;
            };
          },
        });
        if (how === 'applyScan') await racing.applyScan(awsScan([one]));
        else await racing.describeAgain();
        expect(attempts).toBe(2);
        expect(await ownerOf('one')).toEqual(REQUESTED);
      },
    );
  },
);

describe('the rules of the configuration', () => {
  it('cannot be called as what was asked for is', () => {
    const none = { getAll: async () => new Map() };
    const rule = { match: { name: 'a' }, owner: 'a' };
    expect(() =>
      describingBy(none, {
        rules: [{ ...rule, name: 'Requested by the team' }],
      }),
    ).toThrow(
      'qualys.ownership.rules.0: no rule can be called "Requested by the team"',
    );
  });
});
