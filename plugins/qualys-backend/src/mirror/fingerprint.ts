import { createHash } from 'node:crypto';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import type { JoinedConnector } from '../feeds';
import type { ConnectorDescription } from './store';

// What changes by itself while nobody touches the connector. It is shown, but
// must not make the catalog process the connector's entity again.
const VOLATILE = new Set<string>([
  'reportedState',
  'error',
  'totalAssets',
  'lastSyncedOn',
  'nextSyncedOn',
] satisfies (keyof CloudConnector)[]);

// The same value in the same words, whatever order its keys came in.
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex');
}

/** A hash of a connector's identity and settings, its owner and its entity. */
export function fingerprintOf(
  connector: JoinedConnector,
  { owner, entityRef }: ConnectorDescription,
): string {
  const steady = Object.entries(connector).filter(
    ([key]) => !VOLATILE.has(key),
  );
  const groups = [...connector.groups].sort((a, b) => (a.id < b.id ? -1 : 1));
  return hash({ ...Object.fromEntries(steady), groups, owner, entityRef });
}

/** A hash of what one feed says of a connector. */
export function halfChecksum(
  connector: CloudConnector | AssetDataConnector,
): string {
  return hash(connector);
}

/** A hash of everything that is known of a connector. */
export function checksumOf(
  connector: JoinedConnector,
  description: ConnectorDescription,
): string {
  return hash([connector, description]);
}
