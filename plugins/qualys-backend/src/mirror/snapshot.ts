import { ConflictError } from '@backstage/errors';
import type {
  SnapshotPage,
  SnapshotQuery,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../database';
import { present } from './present';
import { connectorColumns, toMirroredConnector, type ShownRow } from './row';

const PURPOSE = 'snapshot';
const position = z.tuple([z.int(), z.string(), z.string()]);

/**
 * Backends with different configurations may answer for different pages of
 * one snapshot, while one takes the place of the other. Only those answer
 * whose subscriptions are the latest.
 *
 * @throws ConflictError where these are not
 */
export function requireConfigured(
  latest: string,
  subscriptions: readonly string[],
): void {
  if (latest === JSON.stringify(subscriptions)) return;
  throw new ConflictError(
    'Another backend with other subscriptions in its configuration has started since; ask that one',
  );
}

/**
 * Reads a page of all connectors, and the revision that it stands at, in a
 * single query: what is read together belongs together.
 */
export async function readSnapshot(
  knex: Knex,
  subscriptions: readonly string[],
  query: SnapshotQuery,
): Promise<Omit<SnapshotPage, 'subscriptions'>> {
  const { limit, cursor } = query;
  const page = present(knex, subscriptions)
    .select(connectorColumns(knex))
    .orderBy(['subscription', 'connector_id'])
    .limit(limit + 1);

  let wanted = query.revision;
  if (cursor !== undefined) {
    const [revision, ...after] = decodeCursor(cursor, PURPOSE, position);
    wanted ??= revision;
    page.whereRaw('(subscription, connector_id) > (?, ?)', after);
  }

  const answer: ({
    revision: number | string;
    subscriptions: string;
  } & ShownRow)[] = await knex
    .select('s.revision', 's.subscriptions', 'c.*')
    .from('mirror_state as s')
    .leftJoin(page.as('c'), 's.id', 's.id')
    .where('s.id', 1)
    .orderBy(['c.subscription', 'c.connector_id']);

  const revision = Number(answer[0].revision);
  requireConfigured(answer[0].subscriptions, subscriptions);
  if (wanted !== undefined && wanted !== revision) {
    throw new ConflictError(
      `The mirror has moved on from revision ${wanted} to ${revision}; begin again`,
    );
  }
  const found = answer.filter(row => row.connector_id !== null);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    revision,
    items: items.map(toMirroredConnector),
    ...(found.length > limit &&
      last && {
        nextCursor: encodeCursor(PURPOSE, [
          revision,
          last.subscription,
          last.connector_id,
        ]),
      }),
  };
}
