import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  snapshotPageSchema,
  type MirroredConnector,
  type SnapshotPage,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';

/** All connectors of all subscriptions, at one revision of the mirror. */
export interface Snapshot {
  revision: number;
  /** The subscriptions that have been read completely at least once. */
  subscriptions: string[];
  /** The configured subscriptions that have not. */
  pending: string[];
  connectors: MirroredConnector[];
}

/** What a snapshot says of the mirror as a whole. */
export type SnapshotHead = Omit<Snapshot, 'connectors'>;

/**
 * Reads the whole mirror, or nothing.
 *
 * @param options - `isKnown`: whether a snapshot that begins like this is known
 * already, so that its connectors need not be read
 * @returns the snapshot; nothing when it is known
 * @throws when any part of it cannot be read
 */
export type ReadSnapshot = (options: {
  isKnown(head: SnapshotHead): boolean;
  signal?: AbortSignal;
}) => Promise<Snapshot | undefined>;

const PAGE_SIZE = 1000;
const PAGE_TIMEOUT_MS = 60_000;
const MAX_ATTEMPTS = 4;

/** The mirror changed between two pages, so that they do not belong together. */
class RevisionMovedError extends Error {}

/** Reads the mirror of the `qualys` backend plugin, as the catalog. */
export function createSnapshotReader(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ReadSnapshot {
  const { auth, discovery } = options;

  async function readPage(
    query: { revision?: number; cursor?: string },
    signal: AbortSignal | undefined,
  ): Promise<SnapshotPage> {
    const url = new URL(`${await discovery.getBaseUrl('qualys')}/v1/snapshot`);
    url.searchParams.set('limit', String(PAGE_SIZE));
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'qualys',
    });
    const timeout = AbortSignal.timeout(PAGE_TIMEOUT_MS);
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (response.status === 409) throw new RevisionMovedError();
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const page = snapshotPageSchema.safeParse(await response.json());
    if (!page.success) {
      throw new Error(
        `The snapshot is not understood: ${z.prettifyError(page.error)}`,
      );
    }
    return page.data;
  }

  async function readAll(
    isKnown: (head: SnapshotHead) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<Snapshot | undefined> {
    let page = await readPage({}, signal);
    const { revision, subscriptions, pending = [] } = page;
    const head = { revision, subscriptions, pending };
    if (isKnown(head)) return undefined;

    const connectors = [...page.items];
    const cursors = new Set<string>();
    while (page.nextCursor !== undefined) {
      const cursor = page.nextCursor;
      if (cursors.has(cursor)) {
        throw new Error('The snapshot leads in a circle');
      }
      cursors.add(cursor);
      page = await readPage({ revision, cursor }, signal);
      if (page.revision !== revision) throw new RevisionMovedError();
      connectors.push(...page.items);
    }
    return { ...head, connectors };
  }

  return async ({ isKnown, signal }) => {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        return await readAll(isKnown, signal);
      } catch (error) {
        if (!(error instanceof RevisionMovedError)) throw error;
      }
    }
    throw new Error(
      `The mirror changed during each of ${MAX_ATTEMPTS} attempts to read it`,
    );
  };
}
