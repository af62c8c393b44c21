import {
  qualysStatusReadPermission,
  statusSchema,
} from 'backstage-plugin-qualys-common';
import type { QualysClients } from '../clients';
import { intervalSeconds, type SubscriptionConfig } from '../config';
import { defineRoute, type Route } from '../http';
import type { MirrorAges, MirrorStore, RemovalStore } from '../mirror';
import type { Authorizer } from '../permissions';
import type { CatalogReports } from '../snapshot';
import type { SyncRuns } from '../sync';

const RUNS_SHOWN = 20;

/** The route that tells how the plugin does. */
export function statusRoutes(deps: {
  authorizer: Authorizer;
  catalogReports: Pick<CatalogReports, 'latest'>;
  clients: QualysClients;
  mirror: MirrorStore;
  mirrorAges: MirrorAges;
  /** How many claims wait for a decision. */
  openClaims: () => Promise<number>;
  removals: Pick<RemovalStore, 'all'>;
  runs: SyncRuns;
  subscriptions: readonly SubscriptionConfig[];
}): Route[] {
  const {
    authorizer,
    catalogReports,
    clients,
    mirror,
    mirrorAges,
    openClaims,
    removals,
    runs,
    subscriptions,
  } = deps;

  const configured = (id: string) => {
    const subscription = subscriptions.find(known => known.id === id);
    if (!subscription) throw new Error(`No subscription ${id} is configured`);
    return subscription;
  };

  const subscriptionsNow = async () => {
    const [ages, counts, heldBack] = await Promise.all([
      mirrorAges(),
      mirror.counts(),
      removals.all(),
    ]);
    return Promise.all(
      ages.map(async age => {
        const { id, platform, schedule } = configured(age.subscription);
        const interval = intervalSeconds(schedule);
        return {
          ...age,
          platform,
          connectors: counts.get(id) ?? {
            total: 0,
            byState: {},
            byProvider: {},
          },
          ...(interval !== undefined && { interval }),
          limits: clients.get(id)?.qualys.limits() ?? [],
          heldBack: heldBack.get(id) ?? [],
          runs: await runs.latest(id, RUNS_SHOWN),
        };
      }),
    );
  };

  return [
    defineRoute({
      method: 'get',
      path: '/status',
      summary: 'The subscriptions, how old their mirrors are, and their syncs',
      response: statusSchema,
      allow: ['user', 'service'],
      async handler({ credentials }) {
        await authorizer.require(qualysStatusReadPermission, credentials);
        return {
          subscriptions: await subscriptionsNow(),
          catalog: await catalogReports.latest(),
          owners: await mirror.owners(),
          openClaims: await openClaims(),
        };
      },
    }),
  ];
}
