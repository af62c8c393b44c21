import {
  connectorListSchema,
  connectorRequestDetailsSchema,
  type CreateThrough,
} from 'backstage-plugin-qualys-common';
import createKnex, { type Knex } from 'knex';
import type { CloudProvider } from 'qualys-model';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { simulated } from '../../__testUtils__/backend';
import {
  configOf,
  startBackendProcess,
  type BackendProcess,
} from '../../__testUtils__/backendProcess';
import { catalogEntity } from '../../__testUtils__/claims';
import { testDatabases } from '../../__testUtils__/databases';
import {
  idsInQualys,
  sqliteFile,
  untilWithinTwoMinutes,
} from '../../__testUtils__/killings';
import {
  approvedRequest,
  createdOnceThoughLost,
  setUpProvisioning,
  timeGoesBy,
} from '../../__testUtils__/provisioning';
import { ENCRYPTION_KEY } from '../../__testUtils__/requests';
import { useSimulator } from '../../__testUtils__/simulator';
import { onPostgres } from '../../__testUtils__/twoBackends';
import { openDatabase } from '../../database';
import { createRequestStore } from '../store';

const HOUR = 60 * 60 * 1000;

jest.setTimeout(2 * HOUR);

const databases = testDatabases();

// Beyond every provisioning; where one never ends, so does the test.
const MOST_POINTS = 500;

interface Way {
  createThrough: CreateThrough;
  provider: CloudProvider;
}

describe('the provisioning that is broken off', () => {
  let simulator: Simulator;
  const backends: BackendProcess[] = [];

  beforeAll(async () => {
    // A connector has come to its end as soon as it is created.
    simulator = await startSimulator({ connectors: 0, settleSeconds: 0 });
  });
  afterAll(() => simulator.stop());
  afterEach(async () => {
    await Promise.all(backends.splice(0).map(each => each.kill()));
  });

  const start = async (database: Knex.Config, dieAt?: number) => {
    const backend = await startBackendProcess(
      database,
      {
        main: {
          ...simulated(simulator),
          schedule: {
            frequency: { hours: 1 },
            timeout: { hours: 1 },
            initialDelay: { hours: 1 },
          },
        },
      },
      {
        qualys: {
          requests: {
            encryption: { keys: [{ id: 'k1', secret: ENCRYPTION_KEY }] },
          },
        },
        entities: [
          catalogEntity('checkout', { owner: 'group:default/payments' }),
        ],
        dieAt,
      },
    );
    backends.push(backend);
    return backend;
  };

  const using = async <T>(
    config: Knex.Config,
    use: (knex: Knex) => Promise<T>,
  ): Promise<T> => {
    const knex = createKnex(config);
    try {
      return await use(knex);
    } finally {
      await knex.destroy();
    }
  };

  /** An approved request in a fresh database. */
  const asked = (config: Knex.Config, wanted: Way) =>
    using(config, async knex => {
      await openDatabase({ getClient: async () => knex } as never);
      return approvedRequest(createRequestStore(knex), wanted);
    });

  // A minute after the death of whoever looked after it.
  const aMinuteGoesBy = (config: Knex.Config) =>
    using(config, async knex => {
      await timeGoesBy(knex);
      await knex('connector_requests').update({ lease_until: null });
    });

  const read = async (backend: BackendProcess, id: string) => {
    const { body } = await backend.get(`/requests/${id}`).expect(200);
    return connectorRequestDetailsSchema.parse(body);
  };

  const untilActive = (backend: BackendProcess, id: string) =>
    untilWithinTwoMinutes(
      `the request was active or its backend dead (${id})`,
      async () =>
        backend.isGone() ||
        (await read(backend, id).then(
          ({ state }) => state === 'active',
          () => false,
        )),
    );

  const expectDone = async (backend: BackendProcess, id: string) => {
    const request = await read(backend, id);
    expect(request.state).toBe('active');
    expect(request.access.keyHeld).toBe(false);
    expect(request.events.map(({ action }) => action)).toEqual([
      'submit',
      'approve',
      'provision',
      'verify',
      'activate',
    ]);
    const { cloudView } = await idsInQualys(simulator);
    expect(cloudView).toEqual([request.connector?.id]);
    const { body } = await backend.get('/connectors').expect(200);
    expect(connectorListSchema.parse(body).items).toMatchObject([
      {
        id: request.connector?.id,
        owner: 'group:default/payments',
        state: 'success',
      },
    ]);
  };

  /**
   * Breaks the provisioning off at one point after the other, until there is
   * none left.
   *
   * @param fresh - gives a fresh database
   * @param isShared - whether another backend is there, too, and goes on
   */
  const dieEverywhere = async (
    fresh: () => Promise<{ config: Knex.Config; remove(): Promise<unknown> }>,
    way: Way,
    isShared: boolean,
  ) => {
    for (let point = 1; point < MOST_POINTS; point++) {
      const { config, remove } = await fresh();
      simulator.control.reset();
      const { id } = await asked(config, way);
      const dying = await start(config, point);
      const other = isShared ? await start(config) : undefined;
      await untilActive(dying, id);
      const hasDied = dying.isGone();
      if (hasDied) await aMinuteGoesBy(config);
      const survivor = hasDied ? other ?? (await start(config)) : dying;
      await untilActive(survivor, id);
      await expectDone(survivor, id);
      await Promise.all(backends.splice(0).map(each => each.kill()));
      await remove();
      if (!hasDied) {
        // There are writes and calls enough that it has died at.
        expect(point).toBeGreaterThan(20);
        return;
      }
    }
    throw new Error(
      'There is no end of the points at which it can be broken off',
    );
  };

  it.each<Way>([
    { createThrough: 'assetManagement', provider: 'AWS' },
    { createThrough: 'cloudView', provider: 'GCP' },
  ])(
    'ends with one connector wherever its only backend dies, on a file of SQLite: $provider through $createThrough',
    async way => {
      await dieEverywhere(sqliteFile, way, false);
    },
  );

  onPostgres()('with two backends on PostgreSQL', () => {
    it.each<Way>([
      { createThrough: 'assetManagement', provider: 'AZURE' },
      { createThrough: 'cloudView', provider: 'AWS' },
    ])(
      'ends with one connector wherever one of them dies: $provider through $createThrough',
      async way => {
        const fresh = async () => {
          const knex = await databases.init('POSTGRES_18');
          return {
            config: configOf(knex),
            remove: () => knex.destroy(),
          };
        };
        await dieEverywhere(fresh, way, true);
      },
    );
  });
});

describe('the provisioning whose answers are lost', () => {
  const settling = useSimulator(0);
  const WAYS = (['assetManagement', 'cloudView'] as const).flatMap(
    createThrough =>
      (['AWS', 'AZURE', 'GCP'] as const).map(
        provider => [createThrough, provider] as const,
      ),
  );

  describe.each(databases.eachSupportedId())('on %s', database => {
    it.each(WAYS)(
      'ends with one connector, whichever it is: through %s, of %s',
      async (createThrough, provider) => {
        const of = await setUpProvisioning({
          knex: await databases.init(database),
          simulator: settling.current,
        });
        for (const kind of [
          'applied',
          'cut',
          'html',
          'malformed',
          'reset',
          'status',
        ] as const) {
          await createdOnceThoughLost(of, { createThrough, provider, kind });
        }
        await of.stop();
      },
    );
  });
});
