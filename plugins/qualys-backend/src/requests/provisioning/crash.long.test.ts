import {
  connectorRequestDetailsSchema,
  mirroredConnectorSchema,
} from 'backstage-plugin-qualys-common';
import createKnex, { type Knex } from 'knex';
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
  expectOneThoughLost,
  setUpProvisioning,
  timeGoesBy,
  type Wanted,
} from '../../__testUtils__/provisioning';
import { ENCRYPTION_KEY } from '../../__testUtils__/requests';
import { useSimulator } from '../../__testUtils__/simulator';
import { onPostgres } from '../../__testUtils__/twoBackends';
import { openDatabase } from '../../database';
import { createRequestStore } from '../store';
import { PROVISIONING_TASK_ID } from './start';

const HOUR = 60 * 60 * 1000;

jest.setTimeout(2 * HOUR);

const databases = testDatabases();

// Beyond every provisioning; where one never ends, so does the test.
const MOST_POINTS = 500;

const WAYS_TO_DIE = [
  ['assetManagement', 'AWS'],
  ['cloudView', 'AZURE'],
] as const;

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

  const start = async (database: Knex.Config) => {
    const backend = await startBackendProcess(
      database,
      { main: simulated(simulator) },
      {
        qualys: {
          requests: {
            encryption: { keys: [{ id: 'k1', secret: ENCRYPTION_KEY }] },
          },
        },
        entities: [
          catalogEntity('checkout', { owner: 'group:default/payments' }),
        ],
        task: PROVISIONING_TASK_ID,
      },
    );
    backends.push(backend);
    return backend;
  };

  const read = async (backend: BackendProcess, id: string) => {
    const { body } = await backend.get(`/requests/${id}`).expect(200);
    return connectorRequestDetailsSchema.parse(body);
  };

  /** Waits until a request is active and nobody has to do with it any more, or who should see to it is dead. */
  const untilActive = (knex: Knex, backend: BackendProcess, id: string) =>
    untilWithinTwoMinutes(
      `the request ${id} was active, or its backend dead`,
      async () => {
        if (backend.isGone()) return true;
        const row = await knex('connector_requests').where({ id }).first();
        // Nobody takes over what needs nothing more: who died of it stays its
        // holder, but for no time.
        const isHeld = row.lease_holder !== null && row.lease_until !== null;
        if (row.state !== 'active' || isHeld) return false;
        // Who dies of having given it back is dead before it answers twice.
        const lives = () =>
          read(backend, id).then(
            () => true,
            () => false,
          );
        return (await lives()) && (await lives());
      },
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
    const { body } = await backend.get(
      `/connectors/main/${request.connector?.id}`,
    );
    expect(mirroredConnectorSchema.parse(body)).toMatchObject({
      owner: 'group:default/payments',
      ownerRule: 'Requested by the team',
      state: 'success',
    });
  };

  /**
   * Breaks the provisioning of one request after the other off, each at the
   * point after that of the one before, until there is none left.
   *
   * @param isShared - whether another backend is there, and goes on; else one that is started then
   */
  const dieEverywhere = async (
    config: Knex.Config,
    way: Pick<Wanted, 'createThrough' | 'provider'>,
    isShared: boolean,
  ) => {
    const knex = createKnex(config);
    await openDatabase({ getClient: async () => knex } as never);
    const other = isShared ? await start(config) : undefined;
    let dying = await start(config);
    for (let point = 1; point < MOST_POINTS; point++) {
      simulator.control.reset();
      // So that it does not take the request first.
      other?.signal('SIGSTOP');
      await dying.dieAt(point);
      const { id } = await approvedRequest(createRequestStore(knex), {
        ...way,
        settings: { name: `Connector ${point}` },
      });
      await untilActive(knex, dying, id);
      other?.signal('SIGCONT');
      if (!dying.isGone()) {
        await expectDone(dying, id);
        // There are writes and calls enough that it has died at.
        expect(point).toBeGreaterThan(20);
        await knex.destroy();
        return;
      }
      // A minute after its death.
      simulator.control.advanceClock(60_000);
      await timeGoesBy(knex);
      await knex('connector_requests').update({ lease_until: null });
      const begun = start(config);
      const survivor = other ?? (await begun);
      await untilActive(knex, survivor, id);
      await expectDone(survivor, id);
      dying = await begun;
    }
    throw new Error('There is no end of points at which it can be broken off');
  };

  it.each(WAYS_TO_DIE)(
    'ends with one connector wherever its only backend dies, on a file of SQLite: through %s, of %s',
    async (createThrough, provider) => {
      const { config, remove } = await sqliteFile();
      await expect(
        dieEverywhere(config, { createThrough, provider }, false),
      ).resolves.toBeUndefined();
      await Promise.all(backends.splice(0).map(each => each.kill()));
      await remove();
    },
  );

  onPostgres()('with two backends on PostgreSQL', () => {
    it.each(WAYS_TO_DIE)(
      'ends with one connector wherever one of them dies: through %s, of %s',
      async (createThrough, provider) => {
        const knex = await databases.init('POSTGRES_18');
        await expect(
          dieEverywhere(configOf(knex), { createThrough, provider }, true),
        ).resolves.toBeUndefined();
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
          await expect(
            expectOneThoughLost(of, { createThrough, provider, kind }),
          ).resolves.toBeUndefined();
        }
        await of.stop();
      },
    );
  });
});
