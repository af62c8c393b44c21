/* How many entities are written again when Qualys has synced every connector, and nothing else has happened. */
import type { JsonObject } from '@backstage/types';
import { setTimeout as pause } from 'node:timers/promises';
import { createQualysClient } from 'qualys-client';
import { lookIntoCatalog } from '../catalogDatabase';
import { advanceClock, change } from '../churn';
import { startQualysPortal } from '../portals';
import { LIMITS, type Platform } from '../subscription';
import { REFRESH_TASK } from '../tasks';

export interface RewrittenInput {
  database: JsonObject;
  platform: Platform;
}

export interface Rewritten {
  /** How many connectors Qualys has synced. */
  synced: number;
  /** How many entities changed in the catalog. */
  rewritten: number;
}

const FIVE_HOURS_MS = 5 * 60 * 60 * 1000;

// What a backend announces has reached every part of it by then.
const SETTLED_MS = 10_000;

// Gives how many connectors are now in another state.
async function syncAll(platform: Platform): Promise<number> {
  const { urls, credentials } = platform;
  const client = createQualysClient({ urls, credentials, limits: LIMITS });
  // Whatever is not switched off is synced.
  await advanceClock(platform, FIVE_HOURS_MS);
  let synced = 0;
  for await (const { id, reportedState } of client.cloudConnectors.aws.list()) {
    await change(platform, [id], {
      state: reportedState === 'ERROR' ? 'SUCCESS' : 'ERROR',
      totalAssets: 4711,
    });
    synced += 1;
  }
  await client.close();
  return synced;
}

export async function run(input: RewrittenInput): Promise<Rewritten> {
  const { database, platform } = input;
  const catalog = lookIntoCatalog();
  const portal = await startQualysPortal({
    database,
    platform,
    features: [
      import('backstage-plugin-catalog-backend-module-qualys'),
      catalog.feature,
    ],
  });
  const syncAndRefresh = async () => {
    await portal.sync();
    await portal.tasks.run(REFRESH_TASK);
    await portal.latestRun();
    return (await portal.status()).connectors;
  };
  try {
    const first = await syncAndRefresh();
    await catalog.untilVisible(first.total);
    const before = await catalog.states();

    const synced = await syncAll(platform);
    const second = await syncAndRefresh();
    if (second.byState.error === first.byState.error) {
      throw new Error('The mirror is as it was');
    }
    await pause(SETTLED_MS);
    const after = await catalog.states();

    const refs = new Set([...before.keys(), ...after.keys()]);
    const rewritten = [...refs].filter(
      ref => before.get(ref) !== after.get(ref),
    );
    return { synced, rewritten: rewritten.length };
  } finally {
    await portal.stop();
  }
}
