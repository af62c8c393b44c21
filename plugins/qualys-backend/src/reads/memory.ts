import type {
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { problemSchema } from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import { describeError } from '../errors';
import type { CachedRead, Known } from './cachedReads';

// Why the last attempt failed, so that not every viewer waits for another.
const failureSchema = z.object({ problem: problemSchema, at: z.string() });

/** What is remembered of an object. */
export interface Remembered<T> {
  known?: Known<T>;
  /** Why it could not be read since. */
  failure?: z.infer<typeof failureSchema>;
}

/** Remembers objects for a day, for all replicas that share a cache. */
export interface Memory {
  recall<T>(of: Pick<CachedRead<T>, 'key' | 'schema'>): Promise<Remembered<T>>;
  remember(key: string, value: Remembered<unknown>): Promise<void>;
  forget(key: string): Promise<void>;
}

const KEPT = { hours: 24 };

/** Makes the memory. Where the cache is down, nothing is known; whoever reads goes on. */
export function createMemory(options: {
  cache: CacheService;
  logger: LoggerService;
}): Memory {
  const { cache, logger } = options;

  const tolerant = async <R>(use: () => Promise<R>) => {
    try {
      return await use();
    } catch (error) {
      logger.warn(`The cache cannot be used: ${describeError(error)}`);
      return undefined;
    }
  };

  return {
    async recall({ key, schema }) {
      const remembered = z.object({
        known: z.object({ value: schema, asOf: z.string() }).optional(),
        failure: failureSchema.optional(),
      });
      const held = await tolerant(() => cache.get(key));
      const { data = {} } = remembered.safeParse(held);
      return data;
    },
    async remember(key, value) {
      await tolerant(() =>
        // It takes JSON, which knows no undefined.
        cache.set(key, JSON.parse(JSON.stringify(value)), { ttl: KEPT }),
      );
    },
    async forget(key) {
      await tolerant(() => cache.delete(key));
    },
  };
}
