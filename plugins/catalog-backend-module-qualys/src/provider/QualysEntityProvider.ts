import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import type { ConnectorEntities } from '../entities';
import type { ReadSnapshot, Snapshot, SnapshotHead } from '../snapshot';

/** What the provider works with. */
export interface QualysEntityProviderOptions {
  readSnapshot: ReadSnapshot;
  toEntities(
    connectors: readonly MirroredConnector[],
  ): Promise<ConnectorEntities>;
  taskRunner: SchedulerServiceTaskRunner;
  logger: LoggerService;
  /** The time in milliseconds; the clock unless given. */
  now?: () => number;
}

// Brings entities back that somebody deleted by hand.
const REAPPLY_AFTER_MS = 24 * 60 * 60 * 1000;

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
  #connection?: EntityProviderConnection;
  #applied?: { revision: number; pending: number; at: number };

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
    const { logger, readSnapshot } = this.#options;
    try {
      const snapshot = await readSnapshot({
        isKnown: head => this.#isApplied(head),
        signal,
      });
      if (!snapshot) {
        logger.debug('The connectors have not changed');
        return;
      }
      await this.#apply(snapshot, signal);
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

  #isApplied(head: SnapshotHead): boolean {
    const applied = this.#applied;
    return (
      applied !== undefined &&
      applied.revision === head.revision &&
      applied.pending === head.pending.length &&
      this.#now() - applied.at < REAPPLY_AFTER_MS
    );
  }

  async #apply(snapshot: Snapshot, signal?: AbortSignal): Promise<void> {
    const { logger } = this.#options;
    if (!this.#connection) {
      throw new Error('The provider is not connected to the catalog');
    }
    if (
      snapshot.connectors.length === 0 &&
      snapshot.subscriptions.length === 0
    ) {
      logger.info('No subscription has been read yet; the catalog stays as is');
      return;
    }
    const { entities, skipped, leftOut } = await this.#options.toEntities(
      snapshot.connectors,
    );
    if (signal?.aborted) return;

    const provided = entities.map(entity => ({
      entity,
      locationKey: 'qualys',
    }));
    // The entities of a subscription that has not been read yet may be in the
    // catalog from before, when the mirror was lost for example. Until it has,
    // nothing is removed.
    const complete = snapshot.pending.length === 0;
    const tooMany = skipped > skipLimit(snapshot.connectors.length);
    await this.#connection.applyMutation(
      complete && !tooMany
        ? { type: 'full', entities: provided }
        : { type: 'delta', added: provided, removed: [] },
    );
    if (tooMany) {
      // It is tried again at the next turn, since it may pass by itself.
      this.#applied = undefined;
      logger.error(
        `${skipped} of ${snapshot.connectors.length} connectors have no valid entity, so nothing is removed from the catalog; see the warnings above for the first of them`,
      );
      return;
    }
    this.#applied = {
      revision: snapshot.revision,
      pending: snapshot.pending.length,
      at: this.#now(),
    };
    logger.info(
      `Brought ${entities.length} connectors into the catalog at revision ${
        snapshot.revision
      }; ${skipped} skipped, ${leftOut} left out${
        complete
          ? ''
          : `; nothing is removed before the first complete read of ${snapshot.pending.join(
              ', ',
            )}`
      }`,
    );
  }
}
