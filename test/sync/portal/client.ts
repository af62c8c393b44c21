import type * as QualysClientPackage from 'qualys-client';

type Package = typeof QualysClientPackage;

/** How long the client of the tests waits for an answer to begin or to go on. */
export const PATIENCE_MS = 2_000;

/**
 * The package `qualys-client` with a client that loses its patience soon.
 * Everything else of it is as it is.
 */
export function impatient(actual: Package): Package {
  return {
    ...actual,
    createQualysClient: options =>
      actual.createQualysClient({
        ...options,
        retries: { limit: 1, minDelayMs: 1, maxDelayMs: 2 },
        timeouts: {
          headersMs: PATIENCE_MS,
          bodyMs: PATIENCE_MS,
          // Long enough for a wait that Qualys asks for, on a busy machine, too.
          totalMs: 15 * PATIENCE_MS,
        },
      }),
  };
}
