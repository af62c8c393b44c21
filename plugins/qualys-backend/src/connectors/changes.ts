import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  qualysConnectorUpdatePermission,
  type MirroredConnector,
  type SettingsAction,
} from 'backstage-plugin-qualys-common';
import type { QualysClient, QualysError } from 'qualys-client';
import type { CloudProvider } from 'qualys-model';
import type { z } from 'zod';
import type { QualysClients, SubscriptionClient } from '../clients';
import type {
  entityObjectParamsSchema,
  EntityConnectors,
  ReadEntity,
} from '../entities';
import {
  forEditors,
  problemOf,
  QualysProblemError,
  type QualysArea,
} from '../errors';
import { callerOf, type RouteCall } from '../http';
import type { ConnectorKey } from '../mirror';
import type { Authorizer } from '../permissions';
import type { CachedReads } from '../reads';
import type { ChangeSettings, SettingsPlan } from '../settings';
import type { AskQualys } from './reads';

/** The path of a connector that is bound to an entity. */
export const CONNECTOR_PATH =
  '/entities/:kind/:namespace/:name/connectors/:subscription/:id';

/** A call of a route below {@link CONNECTOR_PATH}. */
export type ConnectorCall = RouteCall<
  z.output<typeof entityObjectParamsSchema>,
  unknown,
  unknown
>;

/** A connector that is bound to the entity of a call, and the way to it. */
export interface BoundConnector {
  key: ConnectorKey;
  provider: CloudProvider;
  /** As the mirror has it. */
  mirrored: MirroredConnector;
  client: SubscriptionClient;
  qualys: QualysClient;
  /** Who asks, as an entity reference. */
  by: string;
}

/** A state of something of a connector, and what else was read with it. */
export interface ConnectorReading {
  editable: { version: string };
}

/** What is asked for of a connector. */
export interface ConnectorChange<N extends ConnectorReading> {
  action: SettingsAction;
  reason?: string;
  plan(
    connector: BoundConnector,
    now: N,
  ): SettingsPlan<N['editable']> | Promise<SettingsPlan<N['editable']>>;
}

/** How something of a connector is read and changed. */
export interface ConnectorAspect<N extends ConnectorReading> {
  /** The part of Qualys that is asked and told. */
  area: QualysArea;
  /** Reads it from Qualys; it may refuse. */
  read(connector: BoundConnector, ask: AskQualys): Promise<N>;
}

/** Reads and changes what is bound to entities, for those who may change it. */
export interface ConnectorChanges {
  /** The connector of a call, if it is bound to its entity, and the caller may see that. */
  find(call: ConnectorCall): Promise<BoundConnector>;
  /** Throws unless the caller may change the connectors of the entity. */
  requireEditor(call: ConnectorCall): Promise<void>;
  /**
   * What a form begins with, a few seconds old at most. It may cost calls to
   * Qualys, so that those alone may ask who may change it.
   */
  read<N extends ConnectorReading>(
    call: ConnectorCall,
    aspect: ConnectorAspect<N>,
  ): Promise<N['editable']>;
  /** Makes a change, and gives the state afterwards. */
  change<N extends ConnectorReading>(
    call: ConnectorCall,
    aspect: ConnectorAspect<N>,
    wanted: ConnectorChange<N>,
  ): Promise<N['editable']>;
}

/** Throws for a connector that cannot be changed through CloudView. */
export function requireInCloudView({
  cloudView,
}: Pick<MirroredConnector, 'cloudView'>): void {
  if (!cloudView) {
    throw new NotFoundError(
      'CloudView does not know this connector, and so it cannot be changed from here',
    );
  }
}

/** Makes what reads and changes the connectors of entities. */
export function createConnectorChanges(deps: {
  authorizer: Authorizer;
  changeSettings: ChangeSettings;
  clients: QualysClients;
  connectors: EntityConnectors;
  readEntity: ReadEntity;
  reads: Pick<CachedReads, 'readFresh' | 'readNow'>;
}): ConnectorChanges {
  const { authorizer, changeSettings, clients, connectors, readEntity, reads } =
    deps;

  const find: ConnectorChanges['find'] = async ({ params, credentials }) => {
    const entity = await readEntity(params, credentials);
    const mirrored = await connectors.connector(entity, params);
    const client = clients.get(mirrored.subscription);
    if (!client) throw new NotFoundError('The subscription is not configured');
    return {
      key: { subscription: client.subscription.id, id: mirrored.id },
      provider: mirrored.provider,
      mirrored,
      client,
      qualys: client.qualys,
      by: callerOf(credentials),
    };
  };

  const toProblem =
    ({ client }: BoundConnector, area: QualysArea) =>
    (error: QualysError) =>
      new QualysProblemError(
        forEditors(problemOf(error, client.subscription, area), area),
        error,
      );

  const requireEditor: ConnectorChanges['requireEditor'] = ({
    params,
    credentials,
  }) =>
    authorizer.requireOn(
      qualysConnectorUpdatePermission,
      stringifyEntityRef(params),
      credentials,
    );

  return {
    find,
    requireEditor,

    async read(call, { read }) {
      const connector = await find(call);
      await requireEditor(call);
      return (await read(connector, reads.readFresh)).editable;
    },

    async change<N extends ConnectorReading>(
      call: ConnectorCall,
      { area, read }: ConnectorAspect<N>,
      { action, reason, plan }: ConnectorChange<N>,
    ) {
      const { params, credentials, ifMatch, http } = call;
      const connector = await find(call);
      let now: N;
      return changeSettings<N['editable']>({
        http,
        credentials,
        entityRef: stringifyEntityRef(params),
        object: {
          type: 'connector',
          subscription: connector.key.subscription,
          objectId: connector.key.id,
        },
        action,
        permission: qualysConnectorUpdatePermission,
        ifMatch,
        reason,
        async read() {
          now = await read(connector, reads.readNow);
          return now.editable;
        },
        plan: () => plan(connector, now),
        toProblem: toProblem(connector, area),
      });
    },
  };
}
