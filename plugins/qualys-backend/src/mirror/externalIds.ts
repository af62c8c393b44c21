import type { Knex } from 'knex';
import { readExternalId } from 'qualys-model';
import { present } from './present';

// Enough to tell what they have in common.
const MOST = 100;
const PAGE = 500;

interface Row {
  connector_id: string;
  connector: string;
}

/** External IDs of the present form that AWS connectors of a subscription have: some, the first by the ids of the connectors. */
export async function readExternalIds(
  knex: Knex,
  ids: readonly string[],
  subscription: string,
): Promise<string[]> {
  const found: string[] = [];
  let after = '';
  while (found.length < MOST) {
    const rows: Row[] = await present(knex, ids)
      .select('connector_id', 'connector')
      .where({ subscription, provider: 'AWS' })
      // It leaves out the most; dashes elsewhere in a connector pass it.
      .where('connector', 'like', '%"externalId":"%-%-%"%')
      .where('connector_id', '>', after)
      .orderBy('connector_id')
      .limit(PAGE);
    for (const { connector } of rows) {
      const { externalId } = JSON.parse(connector) as { externalId?: string };
      if (externalId && readExternalId(externalId).kind === 'current') {
        found.push(externalId);
      }
    }
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.connector_id;
  }
  return found.slice(0, MOST);
}
