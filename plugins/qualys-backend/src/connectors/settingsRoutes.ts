import {
  CONNECTOR_ACTIONS,
  connectorActionSchema,
  connectorCredentialsUpdateSchema,
  connectorUpdateSchema,
  editableConnectorSchema,
  type ConnectorAction,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { entityObjectParamsSchema } from '../entities';
import { defineRoute, type Route } from '../http';
import {
  CONNECTOR_PATH,
  requireInCloudView,
  type BoundConnector,
  type ConnectorAspect,
  type ConnectorChanges,
} from './changes';
import {
  planConnectorAction,
  planConnectorUpdate,
  readConnector,
  type ConnectorNow,
  type ConnectorPlanDeps,
} from './settings';
import { planRenewal, type CredentialsStore } from './credentials';
import type { CachedReads } from '../reads';
import type { TakeOver } from './takeOver';

const SUMMARIES: Record<ConnectorAction, string> = {
  enable: 'Switches a connector on',
  disable: 'Switches a connector off: Qualys no longer reads its account',
  run: 'Has Qualys read the account of a connector now',
};

/** The routes by which a team changes the connectors that are bound to its entity. */
export function connectorSettingsRoutes(deps: {
  changes: ConnectorChanges;
  credentials: CredentialsStore;
  reads: Pick<CachedReads, 'readBack' | 'forget'>;
  takeOver: TakeOver;
}): Route[] {
  const { changes, credentials, reads, takeOver } = deps;
  const planDeps = (connector: BoundConnector): ConnectorPlanDeps => ({
    ...connector,
    credentials,
    reads,
    takeOver: read => takeOver.cloudView(connector.client, read),
  });

  const settings: ConnectorAspect<ConnectorNow> = {
    area: 'cloudView',
    async read(connector, ask) {
      requireInCloudView(connector.mirrored);
      return readConnector({ ...connector, credentials }, ask);
    },
  };
  const answer = {
    response: editableConnectorSchema,
    version: ({ version }: EditableConnector) => version,
  };
  const params = entityObjectParamsSchema;

  return [
    defineRoute({
      method: 'get',
      path: `${CONNECTOR_PATH}/settings`,
      summary:
        'The settings of a connector that is bound to an entity, from Qualys as they were a few seconds ago at most',
      request: { params },
      ...answer,
      allow: ['user'],
      handler: call => changes.read(call, settings),
    }),
    defineRoute({
      method: 'patch',
      path: CONNECTOR_PATH,
      summary: 'Changes settings of a connector that is bound to an entity',
      request: { params, body: connectorUpdateSchema },
      ...answer,
      allow: ['user'],
      precondition: true,
      handler: call =>
        changes.change(call, settings, {
          action: 'update',
          reason: call.body.reason,
          plan: (connector, now) =>
            planConnectorUpdate(planDeps(connector), now, call.body),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${CONNECTOR_PATH}/credentials`,
      summary:
        'Renews the key that Qualys signs in with, or takes note of when it expires',
      request: { params, body: connectorCredentialsUpdateSchema },
      ...answer,
      allow: ['user'],
      precondition: true,
      handler: call =>
        changes.change(call, settings, {
          action: 'renewCredentials',
          plan: (connector, now) =>
            planRenewal(planDeps(connector), now, call.body, connector.by),
        }),
    }),
    ...CONNECTOR_ACTIONS.map(action =>
      defineRoute({
        method: 'post',
        path: `${CONNECTOR_PATH}/${action}`,
        summary: SUMMARIES[action],
        request: { params, body: connectorActionSchema },
        ...answer,
        allow: ['user'],
        precondition: true,
        handler: call =>
          changes.change(call, settings, {
            action,
            reason: call.body.reason,
            plan: (connector, now) =>
              planConnectorAction(planDeps(connector), now, action),
          }),
      }),
    ),
  ];
}
