import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  catalogAppliedSchema,
  catalogStateSchema,
  snapshotChangesSchema,
  snapshotGoneSchema,
  snapshotPageSchema,
  type CatalogApplying,
  type CatalogReport,
  type MirroredConnector,
  type SnapshotChanges,
  type SnapshotGone,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';

/** What a snapshot says of the mirror as a whole. */
export interface SnapshotHead {
  revision: number;
  /** The subscriptions that have been read in full at least once. */
  subscriptions: string[];
  /** The configured subscriptions that have not. */
  pending: string[];
  /** Who is bringing the catalog to a snapshot, or died of it. */
  applying?: string;
}

/** Takes the connectors of a snapshot, page by page. */
export interface SnapshotCollector {
  add(connectors: readonly MirroredConnector[]): Promise<void>;
}

/** The mirror of the `qualys` backend plugin, as the catalog sees it. */
export interface MirrorClient {
  /**
   * Reads all connectors of all subscriptions at one revision, or nothing.
   *
   * @param options - `isKnown`: whether a snapshot that begins like this is
   * known already, so that its connectors need not be read; `collect`: makes
   * what takes the connectors, anew where the reading begins anew
   * @returns what the snapshot says and what took it; nothing when it is known
   * @throws when any part of it cannot be read
   */
  readSnapshot<C extends SnapshotCollector>(options: {
    isKnown(head: SnapshotHead): boolean;
    collect(): C;
    signal?: AbortSignal;
  }): Promise<{ head: SnapshotHead; collected: C } | undefined>;

  /** Reads what has changed since a revision. */
  readChanges(since: number, signal?: AbortSignal): Promise<SnapshotChanges>;

  /** Reads what has gone, as far as the mirror remembers. */
  readGone(signal?: AbortSignal): Promise<SnapshotGone>;

  /** Says what the catalog made of the mirror. */
  report(report: CatalogReport): Promise<void>;

  /** Says that the catalog is being brought to a snapshot, or has been. */
  applying(applying: CatalogApplying): Promise<void>;
}

// What a page leaves behind is gone before it counts as old: pages of 1,000
// take up to 100 MB more while tens of thousands are read.
const PAGE_SIZE = 500;
const TIMEOUT_MS = 60_000;
const MAX_ATTEMPTS = 4;

/** The mirror changed between two pages, so that they do not belong together. */
class RevisionMovedError extends Error {}

/** Speaks to the `qualys` backend plugin as the catalog. */
export function createMirrorClient(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): MirrorClient {
  const { auth, discovery } = options;

  async function signIn(): Promise<string> {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'qualys',
    });
    return token;
  }

  async function ask<S extends z.ZodType>(
    schema: S,
    call: {
      path: string;
      query?: Record<string, string | number | undefined>;
      put?: unknown;
      signal?: AbortSignal;
      /** Of whoever makes several calls in a row; one of its own unless given. */
      token?: string;
    },
  ): Promise<z.output<S>> {
    const url = new URL(`${await discovery.getBaseUrl('qualys')}${call.path}`);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const token = call.token ?? (await signIn());
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, {
      headers: {
        Authorization: `Bearer ${token}`,
        // Between backends, packing costs more than it saves.
        'Accept-Encoding': 'identity',
        ...(call.put !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(call.put !== undefined && {
        method: 'PUT',
        body: JSON.stringify(call.put),
      }),
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
    if (response.status === 409) throw new RevisionMovedError();
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const answer = schema.safeParse(await response.json());
    if (!answer.success) {
      throw new Error(
        `The answer of ${call.path} is not understood: ${z.prettifyError(
          answer.error,
        )}`,
      );
    }
    return answer.data;
  }

  const readPage = (
    query: { revision?: number; cursor?: string },
    call: { token: string; signal: AbortSignal | undefined },
  ) =>
    ask(snapshotPageSchema, {
      path: '/v1/snapshot',
      query: { limit: PAGE_SIZE, ...query },
      ...call,
    });

  async function readAll<C extends SnapshotCollector>(
    isKnown: (head: SnapshotHead) => boolean,
    collect: () => C,
    signal: AbortSignal | undefined,
  ): Promise<{ head: SnapshotHead; collected: C } | undefined> {
    const call = { token: await signIn(), signal };
    let page = await readPage({}, call);
    const { revision, subscriptions, pending = [], applying } = page;
    const head = { revision, subscriptions, pending, applying };
    if (isKnown(head)) return undefined;

    const collected = collect();
    const cursors = new Set<string>();
    for (;;) {
      await collected.add(page.items);
      const cursor = page.nextCursor;
      if (cursor === undefined) return { head, collected };
      if (cursors.has(cursor)) {
        throw new Error('The snapshot leads in a circle');
      }
      cursors.add(cursor);
      page = await readPage({ revision, cursor }, call);
      if (page.revision !== revision) throw new RevisionMovedError();
    }
  }

  return {
    async readSnapshot({ isKnown, collect, signal }) {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        try {
          return await readAll(isKnown, collect, signal);
        } catch (error) {
          if (!(error instanceof RevisionMovedError)) throw error;
        }
      }
      throw new Error(
        `The mirror changed during each of ${MAX_ATTEMPTS} attempts to read it`,
      );
    },

    readChanges: (since, signal) =>
      ask(snapshotChangesSchema, {
        path: '/v1/snapshot/changes',
        query: { since },
        signal,
      }),

    readGone: signal =>
      ask(snapshotGoneSchema, { path: '/v1/snapshot/gone', signal }),

    async report(report) {
      await ask(catalogStateSchema, { path: '/v1/catalog', put: report });
    },

    async applying(applying) {
      const path = '/v1/catalog/applying';
      await ask(catalogAppliedSchema, { path, put: applying });
    },
  };
}
