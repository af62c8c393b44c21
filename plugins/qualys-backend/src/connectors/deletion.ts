import { NotFoundError } from '@backstage/errors';
import {
  connectorDeletedSchema,
  connectorDeleteSchema,
  qualysConnectorDeletePermission,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { Bindings } from '../bindings';
import {
  assetDataConnectorsOf,
  connectorsOf,
  getLivingConnector,
  type QualysClients,
  type SubscriptionClient,
} from '../clients';
import {
  InvalidRequestError,
  problemOf,
  QualysProblemError,
  type QualysArea,
} from '../errors';
import { connectorParamsSchema, defineRoute, type Route } from '../http';
import type { ConnectorKey, MirrorStore } from '../mirror';
import type { ChangeSettings, SettingsPlan } from '../settings';

// There is no state that it could be made from: the name is typed instead.
const PRESENT = { version: 'present' };

/** Where a connector is deleted: what does so, and what tells whether it is gone. */
interface Place {
  area: QualysArea;
  delete(): Promise<void>;
  get(): Promise<unknown>;
}

async function isGone({ get }: Place): Promise<boolean> {
  try {
    await get();
    return false;
  } catch (error) {
    if (error instanceof QualysError && error.kind === 'notFound') return true;
    throw error;
  }
}

/**
 * The places that know a connector. That what is deleted in one is deleted in
 * the other is not documented, so that both are asked.
 */
function placesOf(
  { qualys }: SubscriptionClient,
  { provider, id, cloudView, assetManagement }: MirroredConnector,
): Place[] {
  const places: Place[] = [];
  if (assetManagement) {
    const connectors = assetDataConnectorsOf(qualys, provider);
    places.push({
      area: 'assetManagement',
      delete: () => connectors.delete(assetManagement.id),
      get: () => getLivingConnector(connectors, assetManagement.id),
    });
  }
  if (cloudView) {
    const connectors = connectorsOf(qualys, provider);
    places.push({
      area: 'cloudView',
      delete: () => connectors.delete(id),
      get: () => connectors.get(id),
    });
  }
  return places;
}

/** The route with which a connector is deleted, in Qualys, in the mirror and in the catalog. */
export function connectorDeletionRoutes(deps: {
  announce: (change: {
    subscription: string;
    revision: number;
  }) => Promise<void>;
  bindings: Pick<Bindings, 'store'>;
  changeSettings: ChangeSettings;
  clients: Pick<QualysClients, 'get'>;
  mirror: Pick<MirrorStore, 'get' | 'remove'>;
}): Route[] {
  const { announce, bindings, changeSettings, clients, mirror } = deps;

  const planDeletion = (
    places: readonly Place[],
    key: ConnectorKey,
    enter: (area: QualysArea) => void,
  ): SettingsPlan<typeof PRESENT> => {
    const forget = async () => {
      const { subscription, id: objectId } = key;
      // The page of a service that never named it would miss it for ever.
      await bindings.store.forgetMade({
        type: 'connector',
        subscription,
        objectId,
      });
      const removed = await mirror.remove(key);
      if (removed) await announce({ subscription, revision: removed.revision });
      return PRESENT;
    };
    return {
      changes: [{ setting: 'connector', effect: 'weakening' }],
      async send() {
        for (const place of places) {
          enter(place.area);
          if (!(await isGone(place))) await place.delete();
        }
        return forget();
      },
      async lookAgain() {
        const gone = await Promise.all(places.map(isGone));
        if (!gone.every(Boolean)) return { done: false, state: PRESENT };
        return { done: true, state: await forget() };
      },
    };
  };

  return [
    defineRoute({
      method: 'post',
      path: '/connectors/:subscription/:id/delete',
      summary: 'Deletes a connector, in Qualys and in the catalog',
      request: { params: connectorParamsSchema, body: connectorDeleteSchema },
      response: connectorDeletedSchema,
      allow: ['user'],
      async handler({ params: key, body, credentials, http }) {
        let area: QualysArea = 'cloudView';
        let connector: MirroredConnector | undefined;
        const client = clients.get(key.subscription);
        await changeSettings<typeof PRESENT>({
          http,
          credentials,
          permission: qualysConnectorDeletePermission,
          object: {
            type: 'connector',
            subscription: key.subscription,
            objectId: key.id,
          },
          action: 'delete',
          ifMatch: PRESENT.version,
          reason: body.reason,
          async read() {
            connector = await mirror.get(key);
            if (!connector || !client) {
              throw new NotFoundError(
                `The mirror holds no connector ${key.subscription}/${key.id}`,
              );
            }
            if (connector.name !== body.name) {
              throw new InvalidRequestError([
                {
                  path: 'body.name',
                  message:
                    'must be the name of the connector, letter by letter',
                },
              ]);
            }
            return PRESENT;
          },
          plan: () =>
            planDeletion(placesOf(client!, connector!), key, entered => {
              area = entered;
            }),
          toProblem: error =>
            new QualysProblemError(
              problemOf(error, client!.subscription, area),
              error,
            ),
        });
        return { deleted: true as const };
      },
    }),
  ];
}
