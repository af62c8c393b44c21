import { hash } from 'node:crypto';

/**
 * A name for a state of something: the same state has the same name, in every
 * replica. It is what an `ETag` holds.
 */
export function versionOf(state: unknown): string {
  return hash(
    'sha256',
    JSON.stringify(inOrder(state)) ?? '',
    'base64url',
  ).slice(0, 22);
}

// The order of keys says nothing, unlike the order of lists.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}
