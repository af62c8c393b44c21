import type { BindingListQuery } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor, storable } from '../database';
import { toRecord, type BindingRow } from './row';
import type { BindingStore } from './store';

const position = z.tuple([z.string(), z.string()]);

/** The claims that are open or were decided about; not the open ones that nobody makes any more. */
export function worthSeeing(knex: Knex): Knex.QueryBuilder<BindingRow> {
  return knex<BindingRow>('bindings').where(row =>
    row.where('claimed', true).orWhereNot('state', 'open'),
  );
}

/** Reads a page of claims, oldest first. */
export async function listBindings(
  knex: Knex,
  { state, type, limit, cursor }: BindingListQuery,
): ReturnType<BindingStore['list']> {
  const purpose = ['bindings', state ?? null, type ?? null];
  const all = worthSeeing(knex);
  if (state) all.where('state', state);
  if (type) all.where('type', type);
  const page = all
    .clone()
    .orderBy(['first_seen', 'id'])
    .limit(limit + 1);
  if (cursor !== undefined) {
    page.whereRaw(
      '(first_seen, id) > (?, ?)',
      decodeCursor(cursor, purpose, position).map(storable),
    );
  }
  const [rows, [{ total }]]: [BindingRow[], { total: number | string }[]] =
    await Promise.all([page, all.clone().count('* as total')]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toRecord),
    totalItems: Number(total),
    ...(rows.length > limit &&
      last && {
        nextCursor: encodeCursor(purpose, [last.first_seen, last.id]),
      }),
  };
}
