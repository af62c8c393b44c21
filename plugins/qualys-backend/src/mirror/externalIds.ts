import type { Knex } from 'knex';
import { present } from './present';

// Enough to tell what they have in common.
const MOST = 100;

/** External IDs that AWS connectors of a subscription have: some, which may be of the present form. */
export async function readExternalIds(
  knex: Knex,
  ids: readonly string[],
  subscription: string,
): Promise<string[]> {
  const rows: { connector: string }[] = await present(knex, ids)
    .select('connector')
    .where({ subscription, provider: 'AWS' })
    .where('connector', 'like', '%"externalId":"%-%-%"%')
    .orderBy('connector_id')
    .limit(MOST);
  return rows.flatMap(({ connector }) => {
    const { externalId } = JSON.parse(connector) as { externalId?: string };
    return externalId ?? [];
  });
}
