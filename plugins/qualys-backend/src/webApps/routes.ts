import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  boundWebAppSchema,
  freshQuerySchema,
  qualysScanRunPermission,
  qualysWebAppUpdatePermission,
  scanCancelSchema,
  scanLaunchSchema,
  webAppChoicesSchema,
  webAppScanListSchema,
  webAppUpdateSchema,
  type SettingsAction,
} from 'backstage-plugin-qualys-common';
import { qpsIdSchema } from 'qualys-model';
import { z } from 'zod';
import type { ObjectKey } from '../bindings';
import type { QualysClients } from '../clients';
import {
  entityObjectParamsSchema,
  type EntityClaims,
  type ReadEntity,
} from '../entities';
import { forEditors, problemOf, QualysProblemError } from '../errors';
import { defineRoute, type Route, type RouteCall } from '../http';
import type { Authorizer } from '../permissions';
import type { ChangeSettings, SettingsPlan } from '../settings';
import { readChoices } from './choices';
import type { WebAppKey, WebAppReads } from './reads';
import { planCancel, planLaunch } from './scanPlans';
import { planUpdate, type WebAppPlanDeps } from './updatePlan';

const PATH = '/entities/:kind/:namespace/:name/web-apps/:subscription/:id';

type Params = z.output<typeof entityObjectParamsSchema>;
type Call = RouteCall<Params, unknown, unknown>;

interface Wanted<S> {
  action: SettingsAction;
  permission: ResourcePermission<'catalog-entity'>;
  reason?: string;
  read(key: WebAppKey): Promise<S>;
  plan(
    deps: WebAppPlanDeps,
    current: S,
  ): SettingsPlan<S> | Promise<SettingsPlan<S>>;
}

function keyOf({ subscription, id }: Params): WebAppKey {
  return { subscription, id };
}

function objectOf({ subscription, id }: WebAppKey): ObjectKey {
  return { type: 'webApp', subscription, objectId: id };
}

/** The routes of the web apps that are bound to an entity, and of their scans. */
export function webAppRoutes(deps: {
  authorizer: Authorizer;
  changeSettings: ChangeSettings;
  claims: EntityClaims;
  clients: Pick<QualysClients, 'get'>;
  readEntity: ReadEntity;
  reads: WebAppReads;
}): Route[] {
  const { authorizer, changeSettings, claims, clients, readEntity, reads } =
    deps;

  const bound = async ({
    params,
    credentials,
  }: Pick<Call, 'params' | 'credentials'>) => {
    const entity = await readEntity(params, credentials);
    const key = keyOf(params);
    await claims.requireBound(entity, objectOf(key));
    return key;
  };

  /** Who asks Qualys out of turn must be somebody who can change something. */
  const freshness = async (
    { params, credentials }: Pick<Call, 'params' | 'credentials'>,
    { fresh }: z.output<typeof freshQuerySchema>,
    permission: ResourcePermission<'catalog-entity'>,
  ) => {
    if (fresh) {
      const entityRef = stringifyEntityRef(params);
      await authorizer.requireOn(permission, entityRef, credentials);
    }
    return { fresh };
  };

  /**
   * What the forms offer costs calls of its own, and says where hosts lead to:
   * it is for those who can use one of the forms.
   */
  const requireForm = async ({
    params,
    credentials,
  }: Pick<Call, 'params' | 'credentials'>) => {
    const entityRef = stringifyEntityRef(params);
    const running = await authorizer.allowedOn(
      qualysScanRunPermission,
      [entityRef],
      credentials,
    );
    if (running.has(entityRef)) return;
    await authorizer.requireOn(
      qualysWebAppUpdatePermission,
      entityRef,
      credentials,
    );
  };

  const change = async <S extends { version: string }>(
    call: Call,
    { action, permission, reason, read, plan }: Wanted<S>,
  ) => {
    const { params, credentials, ifMatch, http } = call;
    const key = await bound(call);
    const client = clients.get(key.subscription);
    if (!client) throw new NotFoundError('The subscription is not configured');
    const { subscription, qualys } = client;
    return changeSettings<S>({
      http,
      credentials,
      entityRef: stringifyEntityRef(params),
      object: objectOf(key),
      action,
      permission,
      ifMatch,
      reason,
      read: () => read(key),
      plan: current => plan({ key, qualys, reads }, current),
      toProblem: error =>
        new QualysProblemError(
          forEditors(problemOf(error, subscription, 'webApps'), 'webApps'),
          error,
        ),
    });
  };

  const params = entityObjectParamsSchema;
  const webApp = {
    response: boundWebAppSchema,
    version: ({ version }: { version: string }) => version,
  };
  const scans = { ...webApp, response: webAppScanListSchema };

  return [
    defineRoute({
      method: 'get',
      path: PATH,
      summary: 'A web app that is bound to an entity',
      request: { params, query: freshQuerySchema },
      ...webApp,
      allow: ['user', 'service'],
      async handler(call) {
        const key = await bound(call);
        return reads.webApp(
          key,
          await freshness(call, call.query, qualysWebAppUpdatePermission),
        );
      },
    }),
    defineRoute({
      method: 'patch',
      path: PATH,
      summary: 'Changes settings of a web app; only those that are given',
      request: { params, body: webAppUpdateSchema },
      ...webApp,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, {
          action: 'update',
          permission: qualysWebAppUpdatePermission,
          reason: call.body.reason,
          read: reads.webAppNow,
          plan: (planDeps, current) =>
            planUpdate(planDeps, current, call.body.settings),
        }),
    }),
    defineRoute({
      method: 'get',
      path: `${PATH}/choices`,
      summary: 'What the forms of a web app can choose from',
      request: { params },
      response: webAppChoicesSchema,
      allow: ['user', 'service'],
      async handler(call) {
        const key = await bound(call);
        await requireForm(call);
        return readChoices(reads, key);
      },
    }),
    defineRoute({
      method: 'get',
      path: `${PATH}/scans`,
      summary: 'The last scans of a web app, newest first',
      request: { params, query: freshQuerySchema },
      ...scans,
      allow: ['user', 'service'],
      async handler(call) {
        const key = await bound(call);
        return reads.scans(
          key,
          await freshness(call, call.query, qualysScanRunPermission),
        );
      },
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/scans`,
      summary: 'Launches a scan of a web app: an active test of a live site',
      request: { params, body: scanLaunchSchema },
      ...scans,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, {
          action: 'launchScan',
          permission: qualysScanRunPermission,
          read: reads.scansNow,
          plan: (planDeps, current) => planLaunch(planDeps, current, call.body),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/scans/:scanId/cancel`,
      summary: 'Cancels a scan of a web app that has not come to its end',
      request: {
        params: z.strictObject({ ...params.shape, scanId: qpsIdSchema }),
        body: scanCancelSchema,
      },
      ...scans,
      allow: ['user'],
      precondition: true,
      handler: call =>
        change(call, {
          action: 'cancelScan',
          permission: qualysScanRunPermission,
          reason: call.body.reason,
          read: reads.scansNow,
          plan: (planDeps, current) =>
            planCancel(planDeps, current, {
              scanId: call.params.scanId,
              withResults: call.body.withResults,
            }),
        }),
    }),
  ];
}
