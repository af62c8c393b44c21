import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import type { Binding } from 'backstage-plugin-qualys-common';

/** What people call the object of a claim. */
export function objectOf(claim: Binding): string {
  return claim.objectName ?? `${claim.subscription}/${claim.objectId}`;
}

/** What people call an entity. */
export function nameOf(entityRef: string, defaultKind?: string): string {
  return humanizeEntityRef(parseEntityRef(entityRef), { defaultKind });
}
