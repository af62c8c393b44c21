import type { ExternalIdMigration } from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysApi,
  QualysRequestOptions,
} from '../../../api/QualysApi';

/** Reads where a migration stands, from Qualys as it is just now. */
export function getExternalIdMigration(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<ExternalIdMigration> {
  return api.getExternalIdMigration(object, options);
}

/** Where a migration stands as an error carries it; nothing where it cannot be read. */
export async function readExternalIdMigration(
  current: unknown,
): Promise<ExternalIdMigration | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { externalIdMigrationSchema } = await import('../../../api/schemas');
  return externalIdMigrationSchema.safeParse(current).data;
}
