import { hash as digest } from 'node:crypto';
import type { QualysFeed } from 'backstage-plugin-qualys-common';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import type { JoinedConnector } from '../feeds';
import type { ConnectorFacts } from './row';
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

// The same value in the same words, whatever order its keys came in. All lists
// of a connector (groups, tags, modules, regions) are sets: their order says
// nothing.
function inWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inWords).sort().join()}]`;
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'null';
  }
  const fields = value as Record<string, unknown>;
  let words = '{';
  for (const key of Object.keys(fields).sort()) {
    const inner = fields[key];
    // As in JSON, what is undefined is not there.
    if (inner !== undefined) {
      words += `${JSON.stringify(key)}:${inWords(inner)},`;
    }
  }
  return `${words}}`;
}

function hash(value: unknown): string {
  return digest('sha256', inWords(value));
}

// Where the portal's own description of a connector stands in its row.
const DESCRIBED = {
  owner: 'owner',
  system: 'system',
  labels: 'labels',
  entityRef: 'entity_ref',
} as const satisfies Record<string, keyof ConnectorFacts>;

/** What a connector's settings are told from. */
export type SettingsRow = Pick<
  ConnectorFacts,
  'connector' | (typeof DESCRIBED)[keyof typeof DESCRIBED]
>;

// What does not change by itself.
function steady(connector: JoinedConnector): [string, unknown][] {
  return Object.entries(connector).filter(([key]) => !VOLATILE.has(key));
}

function settingsOf({ connector }: SettingsRow): Map<string, string> {
  const { assetManagement = {}, ...own } = JSON.parse(
    connector,
  ) as JoinedConnector;
  const named = [
    ...steady(own as JoinedConnector),
    ...Object.entries(assetManagement).map(
      ([key, value]) => [`assetManagement.${key}`, value] as const,
    ),
  ];
  return new Map(named.map(([key, value]) => [key, inWords(value)]));
}

/**
 * The names of the settings that differ, in alphabetical order: the fields of
 * the connector (those that Asset Management alone tells behind
 * `assetManagement.`), `owner`, `system`, `labels` and `entityRef`.
 */
export function changedSettings(
  before: SettingsRow,
  after: SettingsRow,
): string[] {
  const was = settingsOf(before);
  const is = settingsOf(after);
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const described = Object.entries(DESCRIBED)
    .filter(([, column]) => before[column] !== after[column])
    .map(([name]) => name);
  return [
    ...keys.filter(key => was.get(key) !== is.get(key)),
    ...described,
  ].sort();
}

/** A hash of a connector's identity and settings, its owner and its entity. */
export function fingerprintOf(
  connector: JoinedConnector,
  { owner, system, labels, entityRef }: ConnectorDescription,
): string {
  return hash({
    ...Object.fromEntries(steady(connector)),
    ...{ owner, system, labels, entityRef },
  });
}

// The same value with its lists in one order.
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map(item => JSON.stringify(inOrder(item)) ?? 'null').sort();
  }
  const copy: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copy)) {
    const inner = copy[key];
    if (typeof inner === 'object') copy[key] = inOrder(inner);
  }
  return copy;
}

const halfChecksums = new WeakMap<object, string>();

/**
 * A hash of what one feed says of a connector. It is worked out once for each
 * connector that came, as soon as its page is there: while the next one is on
 * its way there is time for it. The client makes all of them with their keys in
 * one order, so that JSON words the same connector in the same way, in a third
 * of the time that sorting the keys of tens of thousands takes.
 */
export function halfChecksum(
  connector: CloudConnector | AssetDataConnector,
): string {
  const known = halfChecksums.get(connector);
  if (known !== undefined) return known;
  const checksum = digest('sha256', JSON.stringify(inOrder(connector)));
  halfChecksums.set(connector, checksum);
  return checksum;
}

// Rises when the same words of Qualys are understood in another way.
const UNDERSTOOD_AS = 1;

/** A hash of what a record is made by: the rules of the portal, and which feeds count. */
export function describedByHash(
  describedBy: string,
  off: readonly QualysFeed[],
): string {
  return hash([UNDERSTOOD_AS, describedBy, off]);
}

/** A hash of everything that is known of a connector. */
export function checksumOf(
  connector: JoinedConnector,
  description: ConnectorDescription,
): string {
  const { certain: _, ...described } = description;
  return hash([connector, described]);
}
