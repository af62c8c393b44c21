import type { Binding } from 'backstage-plugin-qualys-common';

/** What people call the object of a claim. */
export function objectOf(claim: Binding): string {
  return claim.objectName ?? `${claim.subscription}/${claim.objectId}`;
}
