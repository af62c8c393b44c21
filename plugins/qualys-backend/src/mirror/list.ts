import {
  OWNED_BY_NOBODY,
  type ConnectorList,
  type ConnectorListQuery,
  type ConnectorSortField,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor, storable } from '../database';
import {
  connectorColumns,
  toMirroredConnector,
  type ConnectorRow,
  type ShownRow,
} from './row';
import { ofSubscriptions, present } from './present';
import { searchPatterns } from './text';

const COLUMNS = {
  name: 'name_key',
  account: 'account',
  provider: 'provider',
  state: 'state',
  lastSyncedOn: 'last_synced_on',
  totalAssets: 'total_assets',
} as const satisfies Record<ConnectorSortField, keyof ConnectorRow>;

const textPosition = z.tuple([z.string(), z.string(), z.string()]);
const numberPosition = z.tuple([z.int(), z.string(), z.string()]);

/** What the kept counts can be narrowed by, too. */
function narrow(
  rows: Knex.QueryBuilder,
  query: ConnectorListQuery,
): Knex.QueryBuilder {
  if (query.provider) rows.where('provider', query.provider);
  if (query.state) rows.where('state', query.state);
  if (query.owner === OWNED_BY_NOBODY) rows.whereNull('owner');
  else if (query.owner) {
    rows.where('owner', storable(query.owner).toLocaleLowerCase('en-US'));
  }
  return rows;
}

function matching(
  knex: Knex,
  configured: readonly string[],
  query: ConnectorListQuery,
): { rows: Knex.QueryBuilder; total: Knex.QueryBuilder } {
  const subscriptions = configured.filter(
    id => !query.subscription || query.subscription === id,
  );
  const rows = narrow(present(knex, subscriptions), query);
  const { rule } = query;
  if (rule !== undefined) rows.where('owner_rule', storable(rule));
  const patterns = searchPatterns(query.q ?? '');
  for (const pattern of patterns) {
    rows.whereRaw(`search like ? escape '\\'`, [pattern]);
  }
  const kept = ofSubscriptions(knex, knex('connector_counts'), subscriptions);
  return {
    rows,
    total:
      patterns.length > 0 || rule !== undefined
        ? rows.clone().count('* as total')
        : narrow(kept, query).select(
            knex.raw('coalesce(sum(total), 0) as total'),
          ),
  };
}

/** The total beside the rows; a page without rows has none beside it. */
async function totalOf(
  found: { total: number | string }[],
  cursor: string | undefined,
  total: Knex.QueryBuilder,
): Promise<number> {
  if (found.length > 0) return Number(found[0].total);
  if (cursor === undefined) return 0;
  // Everything behind the cursor has gone since the page before.
  const [counted]: { total: number | string }[] = await total;
  return Number(counted.total);
}

/** Reads a page of connectors and how many there are, in a single query. */
export async function listConnectors(
  knex: Knex,
  subscriptions: readonly string[],
  query: ConnectorListQuery,
): Promise<ConnectorList> {
  const { limit, cursor, ...purpose } = query;
  const descending = query.sort.startsWith('-');
  const field = query.sort.replace(/^-/, '') as ConnectorSortField;
  const order = [COLUMNS[field], 'subscription', 'connector_id'] as const;
  const direction = descending ? 'desc' : 'asc';

  const { rows, total } = matching(knex, subscriptions, query);
  const page = rows
    .clone()
    .select([
      ...connectorColumns(knex),
      ...order.map(column => `connectors.${column}`),
    ])
    // Beside each row, so that a page and its total take one query together.
    .select(total.clone().as('total'))
    .orderBy(order.map(column => ({ column, order: direction })))
    .limit(limit + 1);
  if (cursor !== undefined) {
    const after = decodeCursor<readonly [string | number, string, string]>(
      cursor,
      purpose,
      field === 'totalAssets' ? numberPosition : textPosition,
    );
    page.whereRaw(`(??, ??, ??) ${descending ? '<' : '>'} (?, ?, ?)`, [
      ...order,
      ...after.map(v => (typeof v === 'string' ? storable(v) : v)),
    ]);
  }

  const found: ({ total: number | string } & ConnectorRow & ShownRow)[] =
    await page;
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toMirroredConnector),
    totalItems: await totalOf(found, cursor, total),
    ...(found.length > limit &&
      last && {
        nextCursor: encodeCursor(purpose, [
          field === 'totalAssets'
            ? Number(last.total_assets)
            : last[COLUMNS[field]],
          last.subscription,
          last.connector_id,
        ]),
      }),
  };
}
