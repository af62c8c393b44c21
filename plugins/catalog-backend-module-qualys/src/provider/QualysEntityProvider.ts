import { randomUUID } from 'node:crypto';
import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type {
  CatalogApplying,
  SnapshotChanges,
} from 'backstage-plugin-qualys-common';
import PQueue from 'p-queue';
import { LOCATION_KEY, type EntityCollector } from '../entities';
import type { MirrorClient, SnapshotHead } from '../mirror';
import { createTally, type Tally } from './tally';

/** What the provider works with. */
export interface QualysEntityProviderOptions {
  mirror: MirrorClient;
  /** Begins to make entities of connectors. */
  collect(): EntityCollector;
  taskRunner: SchedulerServiceTaskRunner;
  logger: LoggerService;
  /** The time in milliseconds; the clock unless given. */
  now?: () => number;
}

/** A snapshot that the catalog was brought to as a whole, and what came since. */
interface Applied {
  pending: number;
  /** When the snapshot was applied. */
  at: number;
  /** Whether it should be tried again at the next turn, since what failed may have been passing. */
  again: boolean;
  /** What is known of the entities. */
  tally: Tally;
}

// Brings entities back that somebody deleted by hand.
const REAPPLY_AFTER_MS = 24 * 60 * 60 * 1000;

// How many snapshots are applied one after the other where each is old by then.
const MAX_SNAPSHOTS = 3;

// How many connectors may have no entity before that looks like a fault of the
// transformer, which would empty the catalog.
function skipLimit(connectors: number): number {
  return Math.max(3, Math.floor(connectors * 0.05));
}

/** Provides the connectors of the mirror to the catalog. */
export class QualysEntityProvider implements EntityProvider {
  static readonly TASK_ID = 'qualys-connectors-refresh';

  readonly #options: QualysEntityProviderOptions;
  readonly #now: () => number;
  // As which it says that it changes the catalog.
  readonly #by = randomUUID();
  // A change and a whole snapshot must not overtake each other.
  readonly #turns = new PQueue({ concurrency: 1 });
  #connection?: EntityProviderConnection;
  #applied?: Applied;
  /** The revision up to which the catalog holds every change since the first that was heard of here. */
  #reached?: number;

  constructor(options: QualysEntityProviderOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  // The catalog finds its entities by this name: another one would evict them all.
  getProviderName(): string {
    return 'qualys';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#options.taskRunner.run({
      id: QualysEntityProvider.TASK_ID,
      fn: signal => this.refresh(signal),
    });
  }

  /**
   * Brings the catalog to where the mirror is. When anything fails, the
   * catalog stays as it is, and the log says why.
   */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { logger } = this.#options;
    try {
      await this.#turns.add(async () => {
        for (let left = MAX_SNAPSHOTS; left > 0; left--) {
          if (await this.#applySnapshot(signal)) return;
        }
      });
    } catch (error) {
      if (signal?.aborted) return;
      logger.error(
        `The connectors were not brought into the catalog, which stays as it was: ${
          toError(error).message
        }`,
        toError(error),
      );
    }
  }

  /**
   * Brings a change of the mirror into the catalog at once, where it is small.
   *
   * @param revision - that of the mirror after the change
   * @returns whether the catalog holds it now; a refresh is called for otherwise
   */
  async catchUp(revision: number, signal?: AbortSignal): Promise<boolean> {
    const { logger } = this.#options;
    try {
      return await this.#turns.add(async () => {
        const since = this.#reached ?? revision - 1;
        return since >= revision || (await this.#applyChanges(since, signal));
      });
    } catch (error) {
      if (!signal?.aborted) {
        logger.warn(
          `A change was not brought into the catalog at once, but will be with the next refresh: ${
            toError(error).message
          }`,
        );
      }
      return false;
    }
  }

  #isApplied(head: SnapshotHead): boolean {
    const applied = this.#applied;
    return (
      applied?.again === false &&
      // Nobody has died before what came meanwhile was in the catalog again.
      head.applying === undefined &&
      this.#reached === head.revision &&
      applied.pending === head.pending.length &&
      this.#now() - applied.at < REAPPLY_AFTER_MS
    );
  }

  #connected(): EntityProviderConnection {
    if (!this.#connection) {
      throw new Error('The provider is not connected to the catalog');
    }
    return this.#connection;
  }

  /** Brings the catalog to a snapshot, and to what came meanwhile; false where that is too much. */
  async #applySnapshot(signal?: AbortSignal): Promise<boolean> {
    const { collect, logger, mirror } = this.#options;
    const connection = this.#connected();
    const snapshot = await mirror.readSnapshot({
      isKnown: head => this.#isApplied(head),
      collect,
      signal,
    });
    if (signal?.aborted) return true;
    if (!snapshot) {
      logger.debug('The connectors have not changed');
      return true;
    }
    const { head, collected } = snapshot;
    const { entities, leftOut, skipped } = collected;
    const connectors = connectorsIn(collected);
    if (connectors === 0 && head.subscriptions.length === 0) {
      logger.info('No subscription has been read yet; the catalog stays as is');
      return true;
    }

    const before = this.#applied?.tally;
    const keptBecause = reasonToKeep(head, collected, before);
    // What is skipped may have an entity from before, where it was not always
    // skipped.
    const isFull = keptBecause === undefined && !(before && skipped.size > 0);
    const gone = isFull
      ? []
      : await this.#knownToBeGone(collected, keptBecause ? undefined : before);
    await this.#tell({ by: this.#by, done: false });
    await connection.applyMutation(
      isFull
        ? { type: 'full', entities }
        : { type: 'delta', added: entities, removed: gone.map(deferred) },
    );
    const tally = isFull || !before ? createTally() : before;
    tally.change(collected, gone);
    const tooMany = skipped.size > skipLimit(connectors);
    this.#applied = {
      pending: head.pending.length,
      at: this.#now(),
      again: tooMany || collected.mayPass,
      tally,
    };
    this.#reached = head.revision;
    const outcome = `Brought ${entities.length} connectors into the catalog at revision ${head.revision}; ${skipped.size} skipped, ${leftOut.size} left out`;
    if (tooMany) {
      logger.error(
        `${outcome}; ${keptBecause}; see the warnings above for the first of them`,
      );
    } else {
      logger.info(
        keptBecause === undefined ? outcome : `${outcome}; ${keptBecause}`,
      );
    }
    await this.#report(head.revision, tally, keptBecause);
    // A change that was brought into the catalog while the snapshot was on its
    // way is not in it, and went again.
    const isDone = await this.#applyChanges(head.revision, signal);
    if (isDone) await this.#tell({ by: this.#by, done: true });
    return isDone;
  }

  // What goes although the snapshot does not speak of all: what there was
  // before and is no more, where that is known, or what the mirror remembers.
  async #knownToBeGone(
    collected: EntityCollector,
    before: Tally | undefined,
  ): Promise<string[]> {
    if (before) return before.notIn(collected);
    const { removed } = await this.#options.mirror.readGone();
    return [...removed, ...collected.leftOut];
  }

  /** Applies what has changed since a revision, until nothing has; false where that is too much. */
  async #applyChanges(since: number, signal?: AbortSignal): Promise<boolean> {
    const { mirror } = this.#options;
    let known = since;
    for (;;) {
      const changes = await mirror.readChanges(known, signal);
      if (changes.tooMany) return false;
      if (changes.changed.length + changes.removed.length > 0) {
        await this.#apply(changes);
      }
      const isNew = changes.revision > known;
      known = changes.revision;
      this.#reached = known;
      // Another backend may have applied something newer before this.
      if (!isNew) return true;
    }
  }

  async #apply({ changed, removed, revision }: SnapshotChanges): Promise<void> {
    const { collect, logger } = this.#options;
    const collected = collect();
    await collected.add(changed);
    const gone = [...removed, ...collected.leftOut];
    await this.#connected().applyMutation({
      type: 'delta',
      added: collected.entities,
      removed: gone.map(deferred),
    });
    logger.info(
      `Brought ${collected.entities.length} connectors into the catalog and took ${gone.length} out of it at once, at revision ${revision}`,
    );
    const tally = this.#applied?.tally;
    if (tally) {
      tally.change(collected, removed);
      await this.#report(revision, tally);
    }
  }

  async #report(
    revision: number,
    tally: Tally,
    keptBecause?: string,
  ): Promise<void> {
    await this.#say('what the catalog made of its connectors', mirror =>
      mirror.report({
        revision,
        ...tally.counts(),
        ...(keptBecause !== undefined && { keptBecause }),
      }),
    );
  }

  async #tell(applying: CatalogApplying): Promise<void> {
    await this.#say('that they are being brought into the catalog', mirror =>
      mirror.applying(applying),
    );
  }

  // What cannot be said stops nothing.
  async #say(
    what: string,
    say: (mirror: MirrorClient) => Promise<void>,
  ): Promise<void> {
    const { logger, mirror } = this.#options;
    try {
      await say(mirror);
    } catch (error) {
      logger.warn(
        `The Qualys plugin could not be told ${what}: ${
          toError(error).message
        }`,
      );
    }
  }
}

function deferred(entityRef: string) {
  return { entityRef, locationKey: LOCATION_KEY };
}

/**
 * Why a snapshot must not take away what it does not hold:
 *
 * - The entities of a subscription that has not been read yet may be in the
 *   catalog from before, when the mirror was lost for example.
 * - Where the transformer fails, many of them could go for a passing fault;
 *   where few fail, theirs stay, once it is known what there was before.
 */
function reasonToKeep(
  { pending }: SnapshotHead,
  collected: EntityCollector,
  before: Tally | undefined,
): string | undefined {
  const { mayPass, skipped } = collected;
  const connectors = connectorsIn(collected);
  if (skipped.size > skipLimit(connectors) || (mayPass && !before)) {
    return `${skipped.size} of ${connectors} connectors have no valid entity, so nothing is removed from the catalog but what is known to have gone`;
  }
  return pending.length > 0
    ? `nothing is removed but what is known to have gone before the first complete read of ${pending.join(
        ', ',
      )}`
    : undefined;
}

function connectorsIn({ entities, leftOut, skipped }: EntityCollector): number {
  return entities.length + leftOut.size + skipped.size;
}
