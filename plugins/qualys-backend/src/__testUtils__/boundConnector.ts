import type { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  bindingListSchema,
  connectorListSchema,
  settingsHistorySchema,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { Simulator } from 'qualys-simulator';
import {
  catalogEntity,
  PAYMENTS,
  startClaimsBackend,
  type ClaimsBackend,
} from './claims';
import { testDatabases } from './databases';
import { useSimulator } from './simulator';

/** The page of the entity that the connector is bound to. */
export const CHECKOUT = '/entities/component/default/checkout';

/** One whose claim on the connector nobody has accepted. */
export const COPYCAT = '/entities/component/default/copycat';

/** What Qualys knows of the connector unless a test says otherwise: it can be changed through CloudView and through Asset Management. */
export const AWS_CONNECTOR = {
  name: 'Payments production',
  awsAccountId: '012345678901',
  externalId: 'US2-4765-9011278609223',
  isPortalConnector: true,
};

type Added = Parameters<Simulator['control']['addConnector']>[0];

interface BoundConnectorOptions {
  /** What Qualys knows of the connector, beside its id; {@link AWS_CONNECTOR} unless given. */
  connector?: object;
  config?: Parameters<typeof startClaimsBackend>[0]['config'];
}

async function startBoundConnector(
  options: BoundConnectorOptions & { knex: Knex; simulator: Simulator },
) {
  const { simulator, connector = AWS_CONNECTOR, ...rest } = options;
  const { control } = simulator;
  control.addConnector({ connectorId: PAYMENTS, ...connector } as Added);
  const backend: ClaimsBackend = await startClaimsBackend({
    ...rest,
    simulator,
  });
  await backend.sync();
  backend.catalog.entities = [
    catalogEntity('checkout', { claims: PAYMENTS }),
    catalogEntity('copycat', { claims: PAYMENTS }),
  ];
  await backend.get(CHECKOUT);
  const { body } = await backend.get('/bindings?state=open');
  const [{ id }] = bindingListSchema.parse(body).items;
  await backend.post(`/bindings/${id}/accept`);
  await backend.get(COPYCAT);
  control.clearJournal();

  return {
    backend,
    control,
    knex: options.knex,
    /** The route of the connector on a page. */
    path: (below = '', page = CHECKOUT) =>
      `${page}/connectors/main/${PAYMENTS}${below}`,
    /** What changed something in Qualys. */
    sent: () =>
      control
        .journal()
        .filter(
          ({ method, path }) => method !== 'GET' && !path.includes('/get/'),
        )
        .map(({ method, path, body: sent }) => ({ method, path, body: sent })),
    async history() {
      const answer = await backend.get(`${CHECKOUT}/history`);
      return settingsHistorySchema.parse(answer.body).items;
    },
    async mirrored() {
      const answer = await backend.get('/connectors');
      const { items } = connectorListSchema.parse(answer.body);
      return items.find(each => each.id === PAYMENTS)!;
    },
    /** Everything that others are told of what was done. */
    told: async () =>
      JSON.stringify([
        (await backend.get(`${CHECKOUT}/history`)).body,
        (await backend.get(CHECKOUT)).body,
        backend.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
        backend.audited.success.mock.calls,
        backend.audited.fail.mock.calls,
        backend.events.publish.mock.calls,
        backend.notifications.send.mock.calls,
      ]),
  };
}

/** A backend of {@link useBoundConnector}. */
export type BoundConnectorBackend = Awaited<
  ReturnType<typeof startBoundConnector>
>;

/**
 * Starts for the tests of a file backends with a simulated Qualys that knows a
 * connector, which is bound to the component Checkout, and claimed by another
 * one. Each ends with its test.
 */
export function useBoundConnector() {
  const databases = testDatabases();
  const simulator = useSimulator(0);
  const ids = databases.eachSupportedId().map(([id]) => id);
  let started: BoundConnectorBackend | undefined;
  afterEach(async () => {
    await started?.backend.stop();
    started = undefined;
  });
  return {
    /** The databases that a test can run on. */
    ids,
    simulator,
    /** Starts one on a fresh database, the first of them unless given. */
    async startBound({
      database = ids[0],
      ...options
    }: BoundConnectorOptions & { database?: TestDatabaseId } = {}) {
      started = await startBoundConnector({
        ...options,
        knex: await databases.init(database),
        simulator: simulator.current,
      });
      return started;
    },
  };
}
