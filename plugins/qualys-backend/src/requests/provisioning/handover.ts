import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { audited } from '../../audit';
import { ownerOf, refOf, type Bindings } from '../../bindings';
import type { CredentialsStore } from '../../connectors';
import { ownRecord } from '../../feeds';
import type { MirrorStore } from '../../mirror';
import type { PlacementStore } from '../../placements';
import type { SettingsHistoryStore } from '../../settings';
import type { RequestRecord } from '../store';
import type { FoundConnector } from './creatingApi';
import { noteCreation } from './traces';
import { accountOf } from './wanted';

const REASON = 'Created through this portal for the entity';

/** Hands a new connector over to those who have asked for it. All of it can be done again. */
export interface Handover {
  /**
   * Puts it into the mirror and the catalog, for those who have asked for it,
   * and writes into the history that it was created.
   *
   * @returns what the mirror calls it
   */
  mirror(request: RequestRecord, connector: FoundConnector): Promise<string>;
  /** Writes into the history that it was created, where it was gone before it came into the mirror. */
  gone(request: RequestRecord): Promise<void>;
  /** Binds it to the entity that it was asked for, keeps when its key expires, and sees to it that the history tells of it. */
  end(request: RequestRecord, connectorId: string): Promise<void>;
}

/** Makes it. */
export function createHandover(deps: {
  auditor: AuditorService;
  auth: AuthService;
  bindings: Pick<Bindings['store'], 'acceptMade'>;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  credentials: Pick<CredentialsStore, 'put'>;
  history: Pick<SettingsHistoryStore, 'creationsOf' | 'note'>;
  logger: LoggerService;
  mirror: Pick<MirrorStore, 'ofAccount'>;
  placements: PlacementStore;
}): Handover {
  const { auditor, auth, bindings, catalog, credentials } = deps;
  const { history, logger, mirror, placements } = deps;

  const place = async (
    { id, subscription, settings: { owner, system } }: RequestRecord,
    connectorId: string,
  ) => {
    if (owner === undefined) return;
    await placements.put(
      { subscription, id: connectorId },
      { owner, ...(system !== undefined && { system }), requestId: id },
    );
  };

  const nameInMirror = async (
    request: RequestRecord,
    { connectorId, assetManagementId }: FoundConnector,
  ) => {
    const alike = await mirror.ofAccount(request.provider, accountOf(request));
    const own = alike.filter(
      each => each.subscription === request.subscription,
    );
    const known =
      own.find(({ id }) => id === connectorId) ??
      own.find(
        each =>
          assetManagementId !== undefined &&
          each.assetManagement?.id === assetManagementId,
      );
    return known?.id ?? connectorId;
  };

  const bind = async (
    request: RequestRecord,
    entityRef: string,
    connectorId: string,
  ) => {
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      logger.warn(
        `The connector ${request.subscription}/${connectorId} was created for ${entityRef}, which is not in the catalog any more, so that it is bound to nothing`,
      );
      return;
    }
    const owner = ownerOf(entity);
    if (request.entityOwner !== undefined && request.entityOwner !== owner) {
      logger.warn(
        `The connector ${request.subscription}/${connectorId} was created for ${entityRef}, which has another owner by now, so that it is bound to nothing`,
      );
      return;
    }
    const claim = {
      entityRef: refOf(entity),
      type: 'connector' as const,
      subscription: request.subscription,
      objectId: connectorId,
    };
    await audited(
      auditor,
      {
        eventId: 'binding-decide',
        meta: { action: 'accept', ...claim, connectorRequest: request.id },
      },
      () =>
        bindings.acceptMade(
          { ...claim, owner },
          { user: request.requester, reason: REASON },
        ),
      () => ({}),
    );
  };

  return {
    async mirror(request, connector) {
      const { connectorId } = connector;
      const isFirstLook = request.looks === 0;
      if (
        !isFirstLook &&
        request.connectorId === connectorId &&
        request.reportedState === connector.reportedState
      ) {
        return connectorId;
      }
      // Before it comes into the mirror, so that it is theirs from the beginning.
      await place(request, connectorId);
      await connector.takeOver();
      const known = await nameInMirror(request, connector);
      if (known !== connectorId && known !== request.connectorId) {
        await place(request, known);
        await connector.takeOver();
      }
      await noteCreation(history, request, known);
      return known;
    },

    async gone(request) {
      const { assetManagementId, connectorId, provider } = request;
      const own =
        assetManagementId === undefined
          ? undefined
          : ownRecord({ id: assetManagementId, provider });
      const known = connectorId ?? own;
      if (known !== undefined) await noteCreation(history, request, known);
    },

    async end(request, connectorId) {
      const { keyExpiresOn, subscription } = request;
      const { entityRef } = request.settings;
      if (entityRef !== undefined) await bind(request, entityRef, connectorId);
      if (keyExpiresOn !== undefined) {
        await credentials.put(
          { subscription, id: connectorId },
          { expiresOn: keyExpiresOn },
        );
      }
      await noteCreation(history, request, connectorId);
    },
  };
}
