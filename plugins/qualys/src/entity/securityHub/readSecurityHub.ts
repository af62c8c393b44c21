import type { EntitySecurityHub } from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysApi,
  QualysRequestOptions,
} from '../../api/QualysApi';

/** Reads what Security Hub gets of the accounts of an entity. */
export function getEntitySecurityHub(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<EntitySecurityHub> {
  return api.getEntitySecurityHub(object, options);
}

/** The same as Qualys has it just now, for a form. */
export function getFreshSecurityHub(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<EntitySecurityHub> {
  return api.getEntitySecurityHub(object, { ...options, fresh: true });
}

/** The same as an error carries it; nothing where it cannot be read. */
export async function readEntitySecurityHub(
  current: unknown,
): Promise<EntitySecurityHub | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { entitySecurityHubSchema } = await import('../../api/schemas');
  return entitySecurityHubSchema.safeParse(current).data;
}
