import { QUALYS_FEEDS } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { MirrorNews } from './news';
import { isFirstReading, noteConfirmed } from './progress';
import { lockRevision, readGeneration } from './revision';
import type { CloudScan, ScanResult } from './store';

/** What a scan changed, and what there is to tell of it. */
export interface Applied {
  result: ScanResult;
  news: MirrorNews;
}

/**
 * Takes a scan over that has brought nothing but what is known: then there is
 * nothing to work out, and nothing to write at each connector.
 *
 * @returns undefined where that is not so, or somebody else has written meanwhile
 */
export async function confirmScan(
  knex: Knex,
  scan: CloudScan,
): Promise<Applied | undefined> {
  const { expected, subscription, provider } = scan;
  if (!expected?.isAllOf(scan)) return undefined;
  return knex.transaction(async trx => {
    const revision = await lockRevision(trx);
    await scan.guard?.(trx);
    const generation = await readGeneration(trx, subscription);
    if (generation !== expected.generation) return undefined;
    if (await isFirstReading(trx, scan)) return undefined;
    for (const feed of QUALYS_FEEDS) {
      if (scan[feed]) await noteConfirmed(trx, scan, feed);
    }
    return {
      result: {
        added: 0,
        changed: 0,
        removed: 0,
        heldBack: 0,
        revision,
        revised: false,
        disagreements: 0,
        keptHalves: { assetManagement: 0, cloudView: 0 },
      },
      news: {
        subscription,
        provider,
        revision,
        at: scan.at.toISOString(),
        changes: [],
      },
    };
  });
}
