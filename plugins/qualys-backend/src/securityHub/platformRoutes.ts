import {
  freshQuerySchema,
  qualysSecurityHubManagePermission,
  securityHubCreateSchema,
  securityHubDeleteSchema,
  securityHubDeletedSchema,
  securityHubIntegrationSchema,
  securityHubListSchema,
  securityHubRenameSchema,
  securityHubUpdateSchema,
  type SecurityHubIntegrationDetails,
  type SettingsAction,
} from 'backstage-plugin-qualys-common';
import { integrationIdSchema, type SecurityHubIntegration } from 'qualys-model';
import { z } from 'zod';
import {
  defineRoute,
  subscriptionParamsSchema,
  type CallerCredentials,
  type Route,
  type RouteCall,
} from '../http';
import type { Authorizer } from '../permissions';
import type { CachedReads, Known } from '../reads';
import type { SettingsPlan } from '../settings';
import type { ChangeHub } from './change';
import { MAX_ROWS_BYTES, type HubDeps } from './deps';
import { planRows } from './planRows';
import {
  planCreation,
  planDeletion,
  planRemovalOfAccounts,
  planRename,
  type HubObject,
} from './plans';
import { integrationRead, listRead } from './read';
import { wholeView } from './views';

const LIST = '/security-hub/:subscription';
const ONE = `${LIST}/:id`;

const paramsSchema = z.strictObject({
  ...subscriptionParamsSchema.shape,
  id: z
    .string()
    .refine(
      id => integrationIdSchema.safeParse(id).data === id,
      'must be the id of an integration, such as 34',
    ),
});

type Call = RouteCall<z.output<typeof paramsSchema>, unknown, unknown>;
type Details = SecurityHubIntegrationDetails;

/** The routes of whole Security Hub integrations, for the platform team. */
export function platformSecurityHubRoutes(deps: {
  authorizer: Authorizer;
  change: ChangeHub;
  reads: CachedReads;
}): Route[] {
  const { authorizer, change, reads } = deps;
  const place = { permission: qualysSecurityHubManagePermission };

  const requireAllowed = (credentials: CallerCredentials) =>
    authorizer.require(qualysSecurityHubManagePermission, credentials);

  /** Changes an integration that is there. */
  const changeOne = async (
    call: Call,
    wanted: {
      action: SettingsAction;
      reason?: string;
      plan(hub: HubDeps, object: HubObject): SettingsPlan<Details>;
    },
  ) => {
    const { subscription, id } = call.params;
    const key = { subscription, id };
    let before: Known<SecurityHubIntegration>;
    return change<Details>({
      call,
      place,
      id,
      action: wanted.action,
      reason: wanted.reason,
      tell: problem => problem,
      async read({ reads: { readNow } }) {
        before = await readNow(integrationRead(key));
        return wholeView(key, before);
      },
      plan: hub => wanted.plan(hub, { key, before }),
    });
  };

  const answer = {
    response: securityHubIntegrationSchema,
    version: ({ version }: Details) => version,
  };
  const params = paramsSchema;
  const writes = { allow: ['user'], precondition: true } as const;

  return [
    defineRoute({
      method: 'get',
      path: LIST,
      summary: 'The Security Hub integrations of a subscription',
      request: { params: subscriptionParamsSchema, query: freshQuerySchema },
      response: securityHubListSchema,
      allow: ['user', 'service'],
      async handler({
        params: { subscription },
        query: { fresh },
        credentials,
      }) {
        await requireAllowed(credentials);
        const read = fresh ? reads.readFresh : reads.read;
        const { value, ...age } = await read(listRead(subscription));
        return {
          items: value.map(integration =>
            wholeView(
              { subscription, id: integration.id },
              { value: integration, ...age },
            ),
          ),
          ...age,
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: LIST,
      summary: 'Creates a Security Hub integration and configures its accounts',
      request: {
        params: subscriptionParamsSchema,
        body: securityHubCreateSchema,
      },
      maxBodyBytes: MAX_ROWS_BYTES,
      ...answer,
      allow: ['user'],
      async handler(call) {
        const { subscription } = call.params;
        const { name, rows } = call.body;
        const nothing = wholeView(
          { subscription, id: '' },
          { value: { id: '', name, rows: [] }, asOf: new Date().toISOString() },
        );
        let known: SecurityHubIntegration[];
        return change<Details>({
          // There is no state that it could be made from.
          call: { ...call, ifMatch: nothing.version },
          place,
          id: '',
          action: 'create',
          tell: problem => problem,
          async read({ reads: { readNow } }) {
            ({ value: known } = await readNow(listRead(subscription)));
            return nothing;
          },
          plan: hub => planCreation(hub, { subscription, known, name, rows }),
        });
      },
    }),
    defineRoute({
      method: 'get',
      path: ONE,
      summary: 'A Security Hub integration with the accounts of all teams',
      request: { params, query: freshQuerySchema },
      ...answer,
      allow: ['user', 'service'],
      async handler({ params: key, query: { fresh }, credentials }) {
        await requireAllowed(credentials);
        const read = fresh ? reads.readFresh : reads.read;
        return wholeView(key, await read(integrationRead(key)));
      },
    }),
    defineRoute({
      method: 'put',
      path: ONE,
      summary:
        'Configures a Security Hub integration: all rows that it shall have',
      request: { params, body: securityHubUpdateSchema },
      maxBodyBytes: MAX_ROWS_BYTES,
      ...answer,
      ...writes,
      handler: call =>
        changeOne(call, {
          action: 'update',
          reason: call.body.reason,
          plan: (hub, { key, before }) =>
            planRows(hub, {
              key,
              before,
              accounts: [...before.value.rows, ...call.body.rows].map(
                ({ awsAccount }) => awsAccount,
              ),
              wanted: call.body.rows,
              view: known => wholeView(key, known),
            }),
        }),
    }),
    defineRoute({
      method: 'put',
      path: `${ONE}/name`,
      summary: 'Gives a Security Hub integration another name',
      request: { params, body: securityHubRenameSchema },
      ...answer,
      ...writes,
      handler: call =>
        changeOne(call, {
          action: 'rename',
          plan: (hub, object) => planRename(hub, object, call.body.name),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${ONE}/accounts/delete`,
      summary: 'Takes all accounts out of a Security Hub integration',
      request: { params, body: securityHubDeleteSchema },
      ...answer,
      ...writes,
      handler: call =>
        changeOne(call, {
          action: 'removeAccounts',
          reason: call.body.reason,
          plan: (hub, object) =>
            planRemovalOfAccounts(hub, object, call.body.name),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${ONE}/delete`,
      summary: 'Deletes a Security Hub integration',
      request: { params, body: securityHubDeleteSchema },
      response: securityHubDeletedSchema,
      ...writes,
      async handler(call) {
        await changeOne(call, {
          action: 'delete',
          reason: call.body.reason,
          plan: (hub, object) => planDeletion(hub, object, call.body.name),
        });
        return { deleted: true as const };
      },
    }),
  ];
}
