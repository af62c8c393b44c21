import type { LoggerService } from '@backstage/backend-plugin-api';
import { QualysError, type QualysClient } from 'qualys-client';
import type { SecurityHubIntegration } from 'qualys-model';
import type { CachedReads, Known } from '../reads';
import { integrationRead, listRead, type HubKey } from './read';

/**
 * The largest body with rows that is taken, in bytes: as many rows as may be
 * given, each with all regions that there are.
 */
export const MAX_ROWS_BYTES = 1024 * 1024;

/** What changes of Security Hub integrations work with. */
export interface HubDeps {
  qualys: Pick<QualysClient, 'securityHub'>;
  reads: Pick<CachedReads, 'readNow' | 'readBack' | 'put' | 'forget'>;
  logger: LoggerService;
}

/**
 * Sends a change. Where its answer is lost, what Qualys holds tells whether it
 * was made.
 *
 * @param wasMade - reads that
 * @throws what `send` throws, also where it cannot be told
 */
export async function sendOnce(
  send: () => Promise<void>,
  wasMade: () => Promise<boolean>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    const isLost =
      error instanceof QualysError && error.kind === 'outcomeUnknown';
    if (!isLost || !(await wasMade().catch(() => false))) throw error;
  }
}

/**
 * Reads an integration back after a change, in place of all that is kept of it.
 *
 * @throws as `CachedReads.readBack`
 */
export async function readBack(
  { reads }: Pick<HubDeps, 'reads'>,
  key: HubKey,
): Promise<Known<SecurityHubIntegration>> {
  await reads.forget(listRead(key.subscription));
  return reads.readBack(integrationRead(key));
}
