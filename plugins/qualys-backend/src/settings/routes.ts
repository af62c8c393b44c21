import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  entityHistoryQuerySchema,
  qualysAuditReadPermission,
  settingsHistoryCsvQuerySchema,
  settingsHistoryQuerySchema,
  settingsHistorySchema,
  type SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import {
  entityParamsSchema,
  type EntityClaims,
  type ReadEntity,
} from '../entities';
import { defineRoute, type Route } from '../http';
import type { Authorizer } from '../permissions';
import { toCsv } from './csv';
import type { SettingsHistoryStore } from './history';

const MOST_IN_CSV = 10_000;
const PAGE = 200;

/** The routes of who changed what: on an entity's page, and everywhere. */
export function settingsHistoryRoutes(deps: {
  authorizer: Authorizer;
  claims: EntityClaims;
  history: SettingsHistoryStore;
  readEntity: ReadEntity;
}): Route[] {
  const { authorizer, claims, history, readEntity } = deps;

  const readAll = async (
    query: z.output<typeof settingsHistoryCsvQuerySchema>,
  ): Promise<SettingsHistoryEntry[]> => {
    const all: SettingsHistoryEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await history.list({ ...query, limit: PAGE, cursor });
      all.push(...page.items);
      cursor = page.nextCursor;
      if (all.length >= MOST_IN_CSV && cursor) {
        throw new InputError(
          `More than ${MOST_IN_CSV} entries match; ask for some of them with from and to`,
        );
      }
    } while (cursor);
    return all;
  };

  return [
    defineRoute({
      method: 'get',
      path: '/entities/:kind/:namespace/:name/history',
      summary: 'Who changed what on the page of an entity, newest first',
      request: { params: entityParamsSchema, query: entityHistoryQuerySchema },
      response: settingsHistorySchema,
      allow: ['user', 'service'],
      async handler({ params, query, credentials }) {
        const entity = await readEntity(params, credentials);
        const { type, subscription, objectId } = query;
        // Of what is bound to it, also what was done on other pages.
        const isBound =
          type !== undefined &&
          subscription !== undefined &&
          objectId !== undefined &&
          (await claims.isBound(entity, { type, subscription, objectId }));
        return history.list({
          ...query,
          ...(!isBound && { entityRef: stringifyEntityRef(params) }),
        });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/history',
      summary:
        'Who changed what, of all entities and also of those that are gone, newest first',
      request: { query: settingsHistoryQuerySchema },
      response: settingsHistorySchema,
      allow: ['user', 'service'],
      async handler({ query, credentials }) {
        await authorizer.require(qualysAuditReadPermission, credentials);
        return history.list(query);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/history/csv',
      summary: 'The same as CSV, a line for each setting that changed',
      request: { query: settingsHistoryCsvQuerySchema },
      response: z.string(),
      mediaType: 'text/csv',
      allow: ['user', 'service'],
      async handler({ query, credentials }) {
        await authorizer.require(qualysAuditReadPermission, credentials);
        return toCsv(await readAll(query));
      },
    }),
  ];
}
