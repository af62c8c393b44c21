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

/** The page of the entity that the connector is bound to. */
export const CHECKOUT = '/entities/component/default/checkout';

/** One whose claim on the connector nobody has accepted. */
export const COPYCAT = '/entities/component/default/copycat';

type Added = Parameters<Simulator['control']['addConnector']>[0];

/**
 * A backend with a simulated Qualys that knows a connector, which is bound to
 * the component Checkout, and claimed by another one.
 *
 * @param connector - what Qualys knows of it, beside its id
 */
export async function startBoundConnector(options: {
  knex: Knex;
  simulator: Simulator;
  connector: object;
  config?: Parameters<typeof startClaimsBackend>[0]['config'];
}) {
  const { simulator, connector, ...rest } = options;
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

/** What {@link startBoundConnector} gives. */
export type BoundConnectorBackend = Awaited<
  ReturnType<typeof startBoundConnector>
>;
