import type { AuditorService } from '@backstage/backend-plugin-api';
import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  createdWebAppSchema,
  QUALYS_WEB_APPS_ANNOTATION,
  qualysWebAppCreatePermission,
  webAppCreateSchema,
  type BoundWebApp,
  type CreatedWebApp,
} from 'backstage-plugin-qualys-common';
import { audited } from '../audit';
import { ownerOf, refOf, type Bindings } from '../bindings';
import type { QualysClients } from '../clients';
import { entityParamsSchema, type ReadEntity } from '../entities';
import { InvalidRequestError, problemOf, QualysProblemError } from '../errors';
import {
  callerOf,
  defineRoute,
  subscriptionParamsSchema,
  type Route,
  type RouteCall,
} from '../http';
import type { ChangeSettings, SettingsHistoryStore } from '../settings';
import { findSame, planCreation, unmade } from './creationPlan';
import { findOwnCreation, type OwnCreation } from './ownCreation';
import type { WebAppReads } from './reads';

const REASON = 'Created through this portal for the entity';

function entityOf(entityRef: string) {
  const ref = parseEntityRef(entityRef);
  if (entityParamsSchema.safeParse(ref).success) return ref;
  throw new InvalidRequestError([
    {
      path: 'body.entityRef',
      message:
        'must be the whole reference of an entity, such as component:default/checkout',
    },
  ]);
}

/** What the annotation of an entity must say to name a web app, too. */
function annotationWith(
  entity: Entity,
  { subscription, id }: BoundWebApp,
  isOnlySubscription: boolean,
): CreatedWebApp['annotation'] {
  const name = QUALYS_WEB_APPS_ANNOTATION;
  const named = entity.metadata.annotations?.[name]?.trim();
  const own = isOnlySubscription ? id : `${subscription}/${id}`;
  const ids = named?.split(',').map(each => each.trim());
  if (named && ids?.includes(own)) return { name, value: named };
  return { name, value: named ? `${named}, ${own}` : own };
}

/** The route with which the platform team creates web apps. */
export function platformWebAppRoutes(deps: {
  auditor: AuditorService;
  bindings: Pick<Bindings, 'store'>;
  changeSettings: ChangeSettings;
  clients: Pick<QualysClients, 'get'>;
  history: SettingsHistoryStore;
  readEntity: ReadEntity;
  reads: WebAppReads;
  subscriptions: readonly { id: string }[];
}): Route[] {
  const { auditor, bindings, changeSettings, clients } = deps;
  const { history, readEntity, reads, subscriptions } = deps;

  /** Binds a web app to the entity that it was created for. */
  const bind = (
    {
      credentials,
      http,
    }: Pick<RouteCall<unknown, unknown, unknown>, 'credentials' | 'http'>,
    entity: Entity,
    { subscription, id }: BoundWebApp,
  ) => {
    const claim = {
      entityRef: refOf(entity),
      type: 'webApp' as const,
      subscription,
      objectId: id,
    };
    return audited(
      auditor,
      {
        eventId: 'binding-decide',
        request: http,
        meta: { action: 'accept', ...claim },
      },
      () =>
        bindings.store.acceptMade(
          { ...claim, owner: ownerOf(entity) },
          { user: callerOf(credentials), reason: REASON },
        ),
      () => ({}),
    );
  };

  return [
    defineRoute({
      method: 'post',
      path: '/web-apps/:subscription',
      summary: 'Creates a web app and binds it to an entity',
      request: { params: subscriptionParamsSchema, body: webAppCreateSchema },
      response: createdWebAppSchema,
      allow: ['user'],
      async handler(call) {
        const { params, body, credentials, http } = call;
        const { settings } = body;
        const client = clients.get(params.subscription);
        if (!client) {
          throw new NotFoundError('The subscription is not configured');
        }
        const { subscription, qualys } = client;
        const entity = await readEntity(entityOf(body.entityRef), credentials);
        const entityRef = refOf(entity);
        const nothing = unmade(subscription.id, settings);
        let known: string[];
        let before: OwnCreation | undefined;
        const created = await changeSettings<BoundWebApp>({
          http,
          credentials,
          permission: qualysWebAppCreatePermission,
          madeFor: entityRef,
          object: {
            type: 'webApp',
            subscription: subscription.id,
            objectId: '',
          },
          action: 'create',
          // There is no state that it could be made from.
          ifMatch: nothing.version,
          async read() {
            known = await findSame({ qualys }, settings);
            return nothing;
          },
          async plan() {
            // Who tries again, after it was created but not bound, goes on
            // from there.
            if (known.length === 1) {
              before = await findOwnCreation(
                { bindings: bindings.store, history },
                {
                  entityRef,
                  subscription: subscription.id,
                  id: known[0],
                  settings,
                },
              );
            }
            if (before) return { changes: [], send: async () => nothing };
            return planCreation(
              { subscription: subscription.id, qualys, reads },
              { settings, known },
            );
          },
          toProblem: error =>
            new QualysProblemError(
              problemOf(error, subscription, 'webApps'),
              error,
            ),
        });
        const webApp = before
          ? await reads.webApp(
              { subscription: subscription.id, id: before.id },
              { fresh: true },
            )
          : created;
        await bind(call, entity, webApp);
        if (before?.unknownEntry) {
          await history.end(before.unknownEntry, 'done', {
            objectId: webApp.id,
          });
        }
        return {
          webApp,
          entityRef,
          annotation: annotationWith(
            entity,
            webApp,
            subscriptions.length === 1,
          ),
        };
      },
    }),
  ];
}
