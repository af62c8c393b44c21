import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';

/** An entity as the provider has handed it to the catalog. */
export interface ProvidedEntity {
  entityRef: string;
  entity: Entity;
}

interface Row {
  target_entity_ref: string;
  unprocessed_entity: string;
}

/**
 * What the catalog holds of what the provider of the connectors has handed to
 * it. This is the catalog's own record of what there is, written in the
 * transaction of the mutation; what it shows follows from that, little by
 * little.
 */
export async function providedEntities(
  catalog: Knex,
): Promise<ProvidedEntity[]> {
  const rows: Row[] = await catalog('refresh_state_references')
    .where('source_key', 'qualys')
    .join(
      'refresh_state',
      'refresh_state.entity_ref',
      'refresh_state_references.target_entity_ref',
    )
    .select('target_entity_ref', 'unprocessed_entity');
  return rows.map(row => ({
    entityRef: row.target_entity_ref,
    entity: JSON.parse(row.unprocessed_entity),
  }));
}
