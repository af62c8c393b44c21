import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  entitySecurityHubSchema,
  freshQuerySchema,
  qualysSecurityHubUpdatePermission,
  securityHubUpdateSchema,
  type EntitySecurityHub,
} from 'backstage-plugin-qualys-common';
import type { SecurityHubIntegration } from 'qualys-model';
import type { z } from 'zod';
import {
  entityObjectParamsSchema,
  type EntityClaims,
  type ReadEntity,
} from '../entities';
import { forEditors } from '../errors';
import { defineRoute, type Route, type RouteCall } from '../http';
import type { Authorizer } from '../permissions';
import type { CachedReads, Known } from '../reads';
import type { ChangeHub } from './change';
import { MAX_ROWS_BYTES } from './deps';
import { planRows } from './planRows';
import { integrationRead } from './read';
import { entityView } from './views';

const PATH = '/entities/:kind/:namespace/:name/security-hub/:subscription/:id';

type Call = RouteCall<
  z.output<typeof entityObjectParamsSchema>,
  unknown,
  unknown
>;

/** The routes of the accounts in Security Hub integrations that are bound to an entity. */
export function entitySecurityHubRoutes(deps: {
  authorizer: Authorizer;
  change: ChangeHub;
  claims: EntityClaims;
  readEntity: ReadEntity;
  reads: CachedReads;
}): Route[] {
  const { authorizer, change, claims, readEntity, reads } = deps;

  const boundAccounts = async ({
    params,
    credentials,
  }: Pick<Call, 'params' | 'credentials'>) =>
    claims.requireAccounts(await readEntity(params, credentials), params);

  const answer = {
    response: entitySecurityHubSchema,
    version: (integration: EntitySecurityHub) => integration.version,
  };
  const params = entityObjectParamsSchema;

  return [
    defineRoute({
      method: 'get',
      path: PATH,
      summary:
        'What Security Hub gets of the accounts that are bound to an entity in an integration',
      request: { params, query: freshQuerySchema },
      ...answer,
      allow: ['user', 'service'],
      async handler(call) {
        const accounts = await boundAccounts(call);
        const { fresh } = call.query;
        if (fresh) {
          // Who asks Qualys out of turn must be somebody who can change something.
          await authorizer.requireOn(
            qualysSecurityHubUpdatePermission,
            stringifyEntityRef(call.params),
            call.credentials,
          );
        }
        const read = fresh ? reads.readFresh : reads.read;
        const known = await read(integrationRead(call.params));
        return entityView(call.params, accounts, known);
      },
    }),
    defineRoute({
      method: 'put',
      path: PATH,
      summary:
        'Changes the rows of the accounts that are bound to an entity, all of them, and no others',
      request: { params, body: securityHubUpdateSchema },
      maxBodyBytes: MAX_ROWS_BYTES,
      ...answer,
      allow: ['user'],
      precondition: true,
      async handler(call) {
        const accounts = await boundAccounts(call);
        const { subscription, id } = call.params;
        const key = { subscription, id };
        const view = (known: Known<SecurityHubIntegration>) =>
          entityView(key, accounts, known);
        let before: Known<SecurityHubIntegration>;
        return change<EntitySecurityHub>({
          call,
          place: {
            entityRef: stringifyEntityRef(call.params),
            permission: qualysSecurityHubUpdatePermission,
          },
          id,
          action: 'update',
          reason: call.body.reason,
          tell: problem => forEditors(problem, 'securityHub'),
          async read({ reads: { readNow } }) {
            before = await readNow(integrationRead(key));
            return view(before);
          },
          plan: hub =>
            planRows(hub, {
              key,
              before,
              accounts,
              wanted: call.body.rows,
              view,
            }),
        });
      },
    }),
  ];
}
