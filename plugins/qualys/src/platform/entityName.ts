import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';

/** What people call an entity. */
export function nameOf(entityRef: string, defaultKind?: string): string {
  return humanizeEntityRef(parseEntityRef(entityRef), { defaultKind });
}
