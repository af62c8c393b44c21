import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { RequestListQuery } from 'backstage-plugin-qualys-common';
import type { RequestFilter } from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { RequestScope } from '../../permissions';
import { decodeCursor, encodeCursor, storable } from '../../database';
import { toRequestRecord, type RequestEventRow, type RequestRow } from './row';
import type { RequestListScope, RequestStore } from './store';

const position = z.tuple([z.string(), z.string()]);

function applyCriteria(
  rows: Knex.QueryBuilder,
  criteria: PermissionCriteria<RequestFilter>,
): void {
  if ('anyOf' in criteria) {
    rows.where(any => {
      for (const each of criteria.anyOf) {
        any.orWhere(one => applyCriteria(one, each));
      }
    });
  } else if ('allOf' in criteria) {
    for (const each of criteria.allOf) {
      rows.where(one => applyCriteria(one, each));
    }
  } else if ('not' in criteria) {
    rows.whereNot(one => applyCriteria(one, criteria.not));
  } else {
    // What is not known must not pass where the condition is turned round.
    rows.whereRaw(`coalesce(lower(??), ?) in (${placeholders(criteria)})`, [
      criteria.field,
      '',
      ...criteria.values.map(storable),
    ]);
  }
}

function placeholders({ values }: RequestFilter): string {
  return values.length === 0 ? 'null' : values.map(() => '?').join(', ');
}

function applyScope(rows: Knex.QueryBuilder, scope?: RequestScope): void {
  if (!scope) rows.whereRaw('1 = 0');
  else if ('where' in scope) applyCriteria(rows, scope.where);
}

/** What makes a request somebody's own: the same as `isOwn` of a single one. */
function ownership(knex: Knex, person: string) {
  return {
    asked: (rows: Knex.QueryBuilder) =>
      rows.whereRaw('lower(requester) = ?', [storable(person.toLowerCase())]),
    wrote: knex<RequestEventRow>('connector_request_events')
      .select(knex.raw('1'))
      .whereRaw('request_id = connector_requests.id')
      .where('actor', storable(person))
      .whereIn('action', ['save', 'submit']),
  };
}

function searchPattern(text: string): string[] {
  return storable(text)
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** Reads a page of requests and how many there are. */
export async function listRequests(
  knex: Knex,
  query: RequestListQuery,
  scope: RequestListScope,
  caller: string,
): ReturnType<RequestStore['list']> {
  const { limit, cursor, ...filters } = query;
  const purpose = ['connector requests', filters, caller];
  const rows = knex<RequestRow>('connector_requests');
  const isOwn = ownership(knex, caller);
  applyScope(rows, scope.readable);
  if (filters.scope === 'mine') rows.where(isOwn.asked);
  if (filters.scope === 'decidable') {
    rows.where('state', 'submitted');
    applyScope(rows, scope.decidable);
    if (!scope.withOwn) rows.whereNot(isOwn.asked).whereNotExists(isOwn.wrote);
  }
  if (filters.state) rows.where('state', filters.state);
  if (filters.subscription) {
    rows.where('subscription', storable(filters.subscription));
  }
  if (filters.provider) rows.where('provider', filters.provider);
  for (const pattern of searchPattern(filters.q ?? '')) {
    rows.whereRaw(`search like ? escape '\\'`, [pattern]);
  }
  const [{ total }] = await rows
    .clone()
    .count<{ total: number | string }[]>('* as total');

  const isNewest = filters.order === 'newest';
  const direction = isNewest ? 'desc' : 'asc';
  // Drafts were never submitted.
  const by = knex.raw(
    isNewest ? 'updated_at' : 'coalesce(submitted_at, created_at)',
  );
  const page = rows
    .clone()
    .select('*')
    .select(knex.raw('? as ordered', [by]))
    .orderBy([
      { column: 'ordered', order: direction },
      { column: 'id', order: direction },
    ])
    .limit(limit + 1);
  if (cursor !== undefined) {
    const after = decodeCursor(cursor, purpose, position);
    page.whereRaw(`(?, id) ${isNewest ? '<' : '>'} (?, ?)`, [
      by,
      ...after.map(storable),
    ]);
  }
  const found = (await page) as unknown as (RequestRow & {
    ordered: string;
  })[];
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toRequestRecord),
    totalItems: Number(total),
    ...(found.length > limit &&
      last && { nextCursor: encodeCursor(purpose, [last.ordered, last.id]) }),
  };
}
