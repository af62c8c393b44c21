import { NotAllowedError } from '@backstage/errors';
import {
  catalogAppliedSchema,
  catalogApplyingSchema,
  catalogReportSchema,
  catalogStateSchema,
  snapshotChangesQuerySchema,
  snapshotChangesSchema,
  snapshotGoneSchema,
  snapshotPageSchema,
  snapshotQuerySchema,
} from 'backstage-plugin-qualys-common';
import type { SubscriptionConfig } from '../config';
import { defineRoute, type CallerCredentials, type Route } from '../http';
import type { CloudProgress, MirrorStore } from '../mirror';
import type { CatalogReports } from './catalogReports';

const CATALOG = 'plugin:catalog';

// Any static token is a service too, and the permission framework lets every
// service do everything: so the one caller is named here.
function requireCatalog({ principal }: CallerCredentials): void {
  if (principal.type !== 'service' || principal.subject !== CATALOG) {
    throw new NotAllowedError('This route is for the catalog alone');
  }
}

// Whether every cloud was read in full through every feed, each at some time.
function wasReadInFull(
  { clouds, feeds }: SubscriptionConfig,
  progress: CloudProgress,
): boolean {
  return clouds.every(provider =>
    feeds.every(feed => progress[provider]?.[feed]?.fullAt !== undefined),
  );
}

/** The routes by which the catalog reads the mirror, and says what it made of it. */
export function snapshotRoutes(deps: {
  catalogReports: CatalogReports;
  mirror: MirrorStore;
  subscriptions: readonly SubscriptionConfig[];
}): Route[] {
  const { catalogReports, mirror, subscriptions } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/snapshot',
      summary: 'All connectors at one revision of the mirror, for the catalog',
      request: { query: snapshotQuerySchema },
      response: snapshotPageSchema,
      allow: ['service'],
      async handler({ query, credentials }) {
        requireCatalog(credentials);
        // Read before the connectors: what is read in full meanwhile is
        // pending for once more, and not the other way round.
        const progress = await mirror.progress();
        const isRead = (subscription: SubscriptionConfig) =>
          wasReadInFull(subscription, progress.get(subscription.id) ?? {});
        const idsOf = (some: readonly SubscriptionConfig[]) =>
          some.map(({ id }) => id);
        return {
          ...(await mirror.snapshot(query)),
          ...(query.cursor === undefined && {
            applying: await catalogReports.applying(),
          }),
          subscriptions: idsOf(subscriptions.filter(isRead)),
          pending: idsOf(subscriptions.filter(each => !isRead(each))),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/snapshot/changes',
      summary:
        'What has changed in the mirror since a revision, for the catalog',
      request: { query: snapshotChangesQuerySchema },
      response: snapshotChangesSchema,
      allow: ['service'],
      async handler({ query: { since }, credentials }) {
        requireCatalog(credentials);
        return mirror.changesSince(since);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/snapshot/gone',
      summary: 'The entities of connectors that have gone, for the catalog',
      response: snapshotGoneSchema,
      allow: ['service'],
      async handler({ credentials }) {
        requireCatalog(credentials);
        return { removed: await mirror.gone() };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/catalog',
      summary: 'Says what the catalog made of the mirror, as the catalog',
      request: { body: catalogReportSchema },
      response: catalogStateSchema,
      allow: ['service'],
      async handler({ body, credentials }) {
        requireCatalog(credentials);
        return catalogReports.note(body);
      },
    }),
    defineRoute({
      method: 'put',
      path: '/catalog/applying',
      summary:
        'Says that the catalog is being brought to a snapshot, or has been, as the catalog',
      request: { body: catalogApplyingSchema },
      response: catalogAppliedSchema,
      allow: ['service'],
      async handler({ body, credentials }) {
        requireCatalog(credentials);
        await catalogReports.noteApplying(body);
        return { applying: await catalogReports.applying() };
      },
    }),
  ];
}
