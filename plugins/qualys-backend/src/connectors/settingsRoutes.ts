import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  CONNECTOR_ACTIONS,
  connectorActionSchema,
  connectorUpdateSchema,
  editableConnectorSchema,
  qualysConnectorUpdatePermission,
  type ConnectorAction,
  type EditableConnector,
  type MirroredConnector,
  type SettingsAction,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import { z } from 'zod';
import type { QualysClients } from '../clients';
import {
  entityObjectParamsSchema,
  type EntityConnectors,
  type ReadEntity,
} from '../entities';
import { forEditors, problemOf, QualysProblemError } from '../errors';
import { defineRoute, type Route, type RouteCall } from '../http';
import type { Authorizer } from '../permissions';
import type { ChangeSettings, SettingsPlan } from '../settings';
import {
  planConnectorAction,
  planConnectorUpdate,
  readConnector,
  type ConnectorNow,
  type ConnectorPlanDeps,
} from './settings';
import type { TakeOver } from './takeOver';

const PATH = '/entities/:kind/:namespace/:name/connectors/:subscription/:id';

const SUMMARIES: Record<ConnectorAction, string> = {
  enable: 'Switches a connector on',
  disable: 'Switches a connector off: Qualys no longer reads its account',
  run: 'Has Qualys read the account of a connector now',
};

type Call = RouteCall<
  z.output<typeof entityObjectParamsSchema>,
  unknown,
  unknown
>;

interface Wanted {
  action: SettingsAction;
  reason?: string;
  plan(
    deps: ConnectorPlanDeps,
    now: ConnectorNow,
  ): SettingsPlan<EditableConnector>;
}

/** The routes by which a team changes the connectors that are bound to its entity. */
export function connectorSettingsRoutes(deps: {
  authorizer: Authorizer;
  changeSettings: ChangeSettings;
  clients: QualysClients;
  connectors: EntityConnectors;
  readEntity: ReadEntity;
  takeOver: TakeOver;
}): Route[] {
  const { authorizer, changeSettings, clients } = deps;
  const { connectors, readEntity, takeOver } = deps;

  const find = async ({ params, credentials }: Call) => {
    const entity = await readEntity(params, credentials);
    const mirrored = await connectors.connector(entity, params);
    const client = clients.get(mirrored.subscription);
    if (!client) throw new NotFoundError('The subscription is not configured');
    const { subscription, qualys } = client;
    const planDeps: ConnectorPlanDeps = {
      key: { subscription: subscription.id, id: mirrored.id },
      provider: mirrored.provider,
      qualys,
      takeOver: connector => takeOver(client, connector),
    };
    const toProblem = (error: QualysError) =>
      new QualysProblemError(
        forEditors(problemOf(error, subscription, 'cloudView')),
        error,
      );
    const read = async () => {
      try {
        return await readConnector(planDeps);
      } catch (error) {
        throw error instanceof QualysError ? toProblem(error) : error;
      }
    };
    return { mirrored, planDeps, read, toProblem };
  };

  const requireInCloudView = ({ cloudView }: MirroredConnector) => {
    if (!cloudView) {
      throw new NotFoundError(
        'CloudView does not know this connector, and so it cannot be changed from here',
      );
    }
  };

  const change = async (call: Call, { action, reason, plan }: Wanted) => {
    const { params, credentials, ifMatch, http } = call;
    const { mirrored, planDeps, read, toProblem } = await find(call);
    requireInCloudView(mirrored);
    let now: ConnectorNow;
    return changeSettings<EditableConnector>({
      http,
      credentials,
      entityRef: stringifyEntityRef(params),
      object: {
        type: 'connector',
        subscription: mirrored.subscription,
        objectId: mirrored.id,
      },
      action,
      permission: qualysConnectorUpdatePermission,
      ifMatch,
      reason,
      async read() {
        now = await read();
        return now.editable;
      },
      plan: () => plan(planDeps, now),
      toProblem,
    });
  };

  const answer = {
    response: editableConnectorSchema,
    version: ({ version }: EditableConnector) => version,
  };
  const params = entityObjectParamsSchema;

  return [
    defineRoute({
      method: 'get',
      path: `${PATH}/settings`,
      summary:
        'The settings of a connector that is bound to an entity, from Qualys as they are just now',
      request: { params },
      ...answer,
      allow: ['user'],
      async handler(call) {
        const { mirrored, read } = await find(call);
        requireInCloudView(mirrored);
        // It costs a call to Qualys each time, which looking must not.
        await authorizer.requireOn(
          qualysConnectorUpdatePermission,
          stringifyEntityRef(call.params),
          call.credentials,
        );
        return (await read()).editable;
      },
    }),
    defineRoute({
      method: 'patch',
      path: PATH,
      summary: 'Changes settings of a connector that is bound to an entity',
      request: { params, body: connectorUpdateSchema },
      ...answer,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, {
          action: 'update',
          reason: call.body.reason,
          plan: (planDeps, now) =>
            planConnectorUpdate(planDeps, now, call.body),
        }),
    }),
    ...CONNECTOR_ACTIONS.map(action =>
      defineRoute({
        method: 'post',
        path: `${PATH}/${action}`,
        summary: SUMMARIES[action],
        request: { params, body: connectorActionSchema },
        ...answer,
        allow: ['user'],
        precondition: true,
        handler: call =>
          change(call, {
            action,
            reason: call.body.reason,
            plan: (planDeps, now) => planConnectorAction(planDeps, now, action),
          }),
      }),
    ),
  ];
}
