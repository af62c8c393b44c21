import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CLAIM_ANNOTATIONS } from 'backstage-plugin-qualys-common';
import type { Notify } from './notify';
import { refOf } from './owner';
import type { ClaimRecorder } from './recorder';
import type { BindingRecord, BindingStore } from './store';

const PAGE_SIZE = 500;
const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** Looks through the whole catalog for claims. Never throws. */
export type ScanClaims = (signal?: AbortSignal) => Promise<void>;

/**
 * Makes the scan. Claims that are not found any more are marked only when the
 * whole catalog was seen.
 */
export function createClaimScan(options: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'queryEntities'>;
  recorder: ClaimRecorder;
  store: BindingStore;
  notify: Notify;
  logger: LoggerService;
}): ScanClaims {
  const { auth, catalog, recorder, store, notify, logger } = options;

  const scan = async (
    opened: BindingRecord[],
    signal: AbortSignal | undefined,
  ) => {
    // Whatever begins to claim while the scan is under way is not in it, and
    // so is not taken for something that has ceased to.
    const before = await store.claimants();
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await catalog.queryEntities(
        cursor === undefined
          ? {
              filter: Object.values(CLAIM_ANNOTATIONS).map(annotation => ({
                [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
              })),
              fields: ['kind', 'metadata', 'relations'],
              limit: PAGE_SIZE,
            }
          : { cursor, limit: PAGE_SIZE },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const recording = await recorder.record(page.items, { reconsider: true });
      opened.push(...recording.opened);
      page.items.forEach(entity => seen.add(refOf(entity)));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);

    await store.release(before.filter(entityRef => !seen.has(entityRef)));
    await store.forget(new Date(Date.now() - FORGET_AFTER_MS));
    logger.debug(`Found ${seen.size} entities with claims`);
  };

  return async signal => {
    const opened: BindingRecord[] = [];
    try {
      await scan(opened, signal);
    } catch (error) {
      if (!signal?.aborted) {
        logger.warn(
          `Could not look through the whole catalog for claims; what was found is kept: ${
            toError(error).message
          }`,
        );
      }
    }
    await notify(opened);
  };
}
