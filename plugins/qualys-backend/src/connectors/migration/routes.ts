import {
  externalIdMigrationSchema,
  externalIdPrepareSchema,
  externalIdUpdateSchema,
  type ExternalIdMigration,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import { entityObjectParamsSchema } from '../../entities';
import { defineRoute, type Route } from '../../http';
import { CONNECTOR_PATH, type ConnectorChanges } from '../changes';
import type { MigrationSteps } from './migration';

const PATH = `${CONNECTOR_PATH}/external-id`;

/** The routes by which a connector gets an external ID of the present form, step by step. */
export function externalIdMigrationRoutes(deps: {
  changes: ConnectorChanges;
  steps: MigrationSteps;
}): Route[] {
  const { changes, steps } = deps;
  const params = entityObjectParamsSchema;
  const answer = {
    response: externalIdMigrationSchema,
    version: ({ version }: ExternalIdMigration) => version,
    allow: ['user'],
  } as const;
  const nothing = z.strictObject({});

  return [
    defineRoute({
      method: 'get',
      path: PATH,
      summary:
        'Where the migration of the external ID of an AWS connector stands, from Qualys as it was a few seconds ago at most',
      request: { params },
      ...answer,
      handler: call => changes.read(call, steps),
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/prepare`,
      summary: 'Makes a new external ID for a connector; nothing is sent',
      request: { params, body: externalIdPrepareSchema },
      ...answer,
      precondition: true,
      handler: call =>
        changes.change(call, steps, {
          action: 'prepareExternalId',
          plan: (of, now) => steps.prepare(of, now, call.body),
        }),
    }),
    defineRoute({
      method: 'post',
      path: PATH,
      summary: 'Gives Qualys the external ID that was made for a connector',
      request: { params, body: externalIdUpdateSchema },
      ...answer,
      precondition: true,
      handler: call =>
        changes.change(call, steps, {
          action: 'migrateExternalId',
          reason: call.body.reason,
          plan: (of, now) => steps.update(of, now),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/run`,
      summary:
        'Has Qualys read the account of a connector with its new external ID',
      request: { params, body: nothing },
      ...answer,
      precondition: true,
      handler: call =>
        changes.change(call, steps, {
          action: 'run',
          plan: (of, now) => steps.run(of, now),
        }),
    }),
    defineRoute({
      method: 'post',
      path: `${PATH}/finish`,
      summary:
        'Says that the condition of the role names the new external ID alone',
      request: { params, body: nothing },
      ...answer,
      precondition: true,
      handler: call =>
        changes.change(call, steps, {
          action: 'confirmExternalId',
          plan: (of, now) => steps.finish(of, now),
        }),
    }),
  ];
}
