import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { awsScan, freshMirror } from '../__testUtils__/mirror';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'the external IDs of the present form, on %s',
  databaseId => {
    const idOf = (n: number) => `c-${String(n).padStart(5, '0')}`;
    const current = (n: number) => `US2-4765-${9_011_278_600_000 + n}`;

    it('are found behind as many others as there are', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      const legacy = Array.from({ length: 1_100 }, (_, n) =>
        awsConnector({
          id: idOf(n),
          externalId: n % 2 ? '1658443190235' : 'an-older-one',
          description: 'has-more-dashes',
        }),
      );
      await mirror.applyScan(
        awsScan([
          ...legacy,
          awsConnector({ id: idOf(1_100), externalId: current(1) }),
          awsConnector({ id: idOf(1_101), externalId: current(2) }),
        ]),
      );
      expect(await mirror.externalIds('main')).toEqual([
        current(1),
        current(2),
      ]);
    });

    it('are a hundred at the most', async () => {
      const mirror = await freshMirror(await databases.init(databaseId));
      await mirror.applyScan(
        awsScan(
          Array.from({ length: 120 }, (_, n) =>
            awsConnector({ id: idOf(n), externalId: current(n) }),
          ),
        ),
      );
      expect(await mirror.externalIds('main')).toEqual(
        Array.from({ length: 100 }, (_, n) => current(n)),
      );
    });
  },
);
