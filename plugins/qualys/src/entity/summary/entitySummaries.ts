import {
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../../api/QualysApi';
import { beginReading, type Reading } from '../../hooks/beginReading';

/**
 * How long an answer that was asked for once is kept for the parts of the page
 * that come because of it, whose code may still be on its way (in milliseconds).
 */
const KEPT_FOR = 10_000;

/** How long an answer is one to the same look at a page, which may be laid out twice (in milliseconds). */
const SAME_LOOK = 2_000;

/**
 * What is bound to entities. All parts of a page share one reading of its
 * entity, which lasts as long as any of them is there.
 */
export interface EntitySummaries {
  /** What is known of an entity now. */
  known(entityRef: CompoundEntityRef): Reading<EntitySummary>;

  /**
   * Hears of each change to what is known of an entity. It is read for the
   * first who follows it; the request ends with the last.
   *
   * @returns stops following it
   */
  follow(entityRef: CompoundEntityRef, listener: () => void): () => void;

  /** Reads what is followed again, for all who follow it. */
  readAgain(entityRef: CompoundEntityRef): void;

  /**
   * Reads it for a look at a page, once for all who ask at the same time, and
   * keeps it for those who follow it soon.
   *
   * @throws QualysApiError when it cannot be read
   */
  ask(entityRef: CompoundEntityRef): Promise<EntitySummary>;
}

interface Shared {
  reading: Reading<EntitySummary>;
  /** When the latest answer came (in milliseconds since 1970). */
  readAt: number;
  listeners: Set<() => void>;
  begin: () => void;
  end: () => void;
}

const NOT_READ: Reading<EntitySummary> = { loading: true };

function createEntitySummaries(api: QualysApi): EntitySummaries {
  const all = new Map<string, Shared>();

  const share = (entityRef: CompoundEntityRef): Shared => {
    const load = (signal: AbortSignal) =>
      api.getEntitySummary(entityRef, { signal });
    const shared: Shared = {
      reading: NOT_READ,
      readAt: 0,
      listeners: new Set(),
      begin() {
        shared.end();
        shared.end = beginReading(load, change => {
          shared.reading = change(shared.reading);
          if (!shared.reading.loading) shared.readAt = Date.now();
          for (const listener of shared.listeners) listener();
        });
      },
      end() {},
    };
    return shared;
  };

  const summaries: EntitySummaries = {
    known: entityRef =>
      all.get(stringifyEntityRef(entityRef))?.reading ?? NOT_READ,

    follow(entityRef, listener) {
      const key = stringifyEntityRef(entityRef);
      const known = all.get(key);
      const shared = known ?? share(entityRef);
      shared.listeners.add(listener);
      if (!known) {
        all.set(key, shared);
        shared.begin();
      }
      return () => {
        shared.listeners.delete(listener);
        if (shared.listeners.size > 0) return;
        shared.end();
        if (all.get(key) === shared) all.delete(key);
      };
    },

    readAgain(entityRef) {
      all.get(stringifyEntityRef(entityRef))?.begin();
    },

    ask: entityRef =>
      new Promise((resolve, reject) => {
        let answered = false;
        let unfollow = () => {};
        const answer = () => {
          const { value, error, loading } = summaries.known(entityRef);
          if (loading || answered) return;
          answered = true;
          setTimeout(() => unfollow(), KEPT_FOR);
          if (value && !error) resolve(value);
          else reject(error);
        };
        unfollow = summaries.follow(entityRef, answer);
        const { reading, readAt } = all.get(stringifyEntityRef(entityRef))!;
        if (!reading.loading && Date.now() - readAt > SAME_LOOK) {
          summaries.readAgain(entityRef);
        }
        answer();
      }),
  };
  return summaries;
}

const ofApis = new WeakMap<QualysApi, EntitySummaries>();

/** What is bound to entities, as a portal's client of the backend tells it. */
export function entitySummaries(api: QualysApi): EntitySummaries {
  const summaries = ofApis.get(api) ?? createEntitySummaries(api);
  ofApis.set(api, summaries);
  return summaries;
}
