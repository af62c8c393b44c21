/* Fills a mirror, and makes the calls of that sync once more without one. */
import type { JsonObject } from '@backstage/types';
import { startQualysPortal } from '../portals';
import { bareReader, callsDuring } from '../qualysCalls';
import type { Platform } from '../subscription';

export interface FillInput {
  database: JsonObject;
  platform: Platform;
}

/** Times are in milliseconds. */
export interface Filled {
  /** How many connectors there are in the mirror. */
  connectors: number;
  sync: number;
  /** The same calls by a bare client. */
  calls: number;
}

async function time(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await action();
  return performance.now() - began;
}

export async function run({ database, platform }: FillInput): Promise<Filled> {
  const portal = await startQualysPortal({ database, platform });
  const reader = bareReader(platform);
  try {
    let sync = 0;
    const calls = await callsDuring(platform, async () => {
      sync = await time(portal.sync);
    });
    const { seen } = await portal.latestRun();
    return {
      connectors: seen,
      sync,
      calls: await time(() => reader.read(calls)),
    };
  } finally {
    await reader.close();
    await portal.stop();
  }
}
