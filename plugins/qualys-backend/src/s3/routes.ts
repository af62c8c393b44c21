import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  qualysS3UpdatePermission,
  s3AdoptSchema,
  s3ExternalIdSchema,
  s3IntegrationSchema,
  s3UpdateSchema,
  type S3Integration,
  type SettingsAction,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import type { ObjectKey } from '../bindings';
import type { QualysClients } from '../clients';
import {
  entityObjectParamsSchema,
  type EntityClaims,
  type ReadEntity,
} from '../entities';
import { forEditors, problemOf, QualysProblemError } from '../errors';
import { callerOf, defineRoute, type Route, type RouteCall } from '../http';
import type { ChangeSettings, SettingsPlan } from '../settings';
import {
  planAdoption,
  planNewExternalId,
  planTrust,
  planUpdate,
  type S3PlanDeps,
} from './plans';
import type { S3Key, S3Store } from './store';

const PATH = '/entities/:kind/:namespace/:name/s3/:subscription/:id';

type Params = z.output<typeof entityObjectParamsSchema>;
type Call = RouteCall<Params, unknown, unknown>;

interface Wanted {
  action: SettingsAction;
  reason?: string;
  plan(deps: S3PlanDeps, current: S3Integration): SettingsPlan<S3Integration>;
}

function objectOf({ subscription, id }: S3Key): ObjectKey {
  return { type: 's3Integration', subscription, objectId: id };
}

/** The routes of the S3 integrations that are bound to an entity. */
export function s3Routes(deps: {
  changeSettings: ChangeSettings;
  claims: EntityClaims;
  clients: QualysClients;
  readEntity: ReadEntity;
  store: S3Store;
}): Route[] {
  const { changeSettings, claims, clients, readEntity, store } = deps;

  const requireBound = async ({
    params,
    credentials,
  }: Pick<Call, 'params' | 'credentials'>) => {
    const entity = await readEntity(params, credentials);
    await claims.requireBound(entity, objectOf(params));
  };

  const change = async (call: Call, { action, plan, reason }: Wanted) => {
    const { params, credentials, ifMatch, http } = call;
    await requireBound(call);
    const client = clients.get(params.subscription);
    if (!client) throw new NotFoundError('The subscription is not configured');
    const { subscription, qualys } = client;
    const key = { subscription: subscription.id, id: params.id };
    const planDeps = { key, store, qualys, by: callerOf(credentials) };
    return changeSettings<S3Integration>({
      http,
      credentials,
      entityRef: stringifyEntityRef(params),
      object: objectOf(key),
      action,
      permission: qualysS3UpdatePermission,
      ifMatch,
      reason,
      read: () => store.get(key),
      plan: current => plan(planDeps, current),
      toProblem: error =>
        new QualysProblemError(
          forEditors(problemOf(error, subscription, 's3'), 's3'),
          error,
        ),
    });
  };

  const answer = {
    response: s3IntegrationSchema,
    version: (integration: S3Integration) => integration.version,
  };
  const params = entityObjectParamsSchema;

  return [
    defineRoute({
      method: 'get',
      path: PATH,
      summary: 'What is known of an S3 integration that is bound to an entity',
      request: { params },
      ...answer,
      allow: ['user', 'service'],
      async handler(call) {
        await requireBound(call);
        return store.get(call.params);
      },
    }),
    defineRoute({
      method: 'put',
      path: PATH,
      summary: 'Sends settings of an S3 integration to Qualys, all of them',
      request: { params, body: s3UpdateSchema },
      ...answer,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, {
          action: 'update',
          reason: call.body.reason,
          plan: (planDeps, current) =>
            planUpdate(planDeps, current, call.body.settings),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/adopt`,
      summary:
        'Enters the settings that an S3 integration has in Qualys; nothing is sent',
      request: { params, body: s3AdoptSchema },
      ...answer,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, {
          action: 'adopt',
          plan: (planDeps, current) =>
            planAdoption(planDeps, current, call.body.settings),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/external-id`,
      summary:
        'Lets Qualys make a new external ID; nothing is delivered until the role trusts it',
      request: { params, body: s3ExternalIdSchema },
      ...answer,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, {
          action: 'regenerateExternalId',
          reason: call.body.reason,
          plan: planNewExternalId,
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/external-id/confirm`,
      summary: 'Says that the role trusts the last external ID',
      request: { params, body: z.strictObject({}) },
      ...answer,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, { action: 'confirmExternalId', plan: planTrust }),
    }),
  ];
}
