import type { JsonObject } from '@backstage/types';
import type { QualysLimits } from 'qualys-client';

/** A simulated Qualys in another process. */
export interface Platform {
  urls: { api: string; gateway: string; cloudView: string };
  /** The address of its control port. */
  control: string;
  credentials: { username: string; password: string };
}

/** So many calls that none has to wait, for the sync and for a bare client alike. */
export const LIMITS = {
  share: 1,
  families: {
    qps: { perHour: 1_000_000, concurrency: 10 },
    cloudView: { perHour: 1_000_000, concurrency: 10 },
  },
} satisfies QualysLimits;

// The benchmark itself says when something runs.
const NEVER = { hours: 24 };

/** A portal's configuration: one subscription, and a catalog that takes its connectors. */
export function portalConfig({ urls, credentials }: Platform): JsonObject {
  return {
    ...catalogConfig(),
    qualys: {
      subscriptions: {
        main: {
          urls: { ...urls },
          credentials: { ...credentials },
          limits: { ...LIMITS },
          schedule: {
            frequency: { minutes: 30 },
            timeout: { minutes: 30 },
            initialDelay: NEVER,
          },
        },
      },
    },
  };
}

/** The configuration of the catalog, which is the same for the floor. */
export function catalogConfig(): JsonObject {
  return {
    catalog: {
      // So long that no entity is processed twice while others wait for the first time.
      processingInterval: { minutes: 60 },
      providers: {
        qualys: {
          schedule: {
            frequency: { minutes: 10 },
            timeout: { minutes: 10 },
            initialDelay: NEVER,
          },
        },
      },
    },
  };
}
