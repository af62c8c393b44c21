import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  connectorListSchema,
  heldBackListSchema,
  statusSchema,
  type MirroredConnector,
  type SyncRun,
} from 'backstage-plugin-qualys-common';
import fc from 'fast-check';
import createKnex, { type Knex } from 'knex';
import { createQualysClient } from 'qualys-client';
import type { Simulator } from 'qualys-simulator';
import { startBackendProcess, type BackendProcess } from './backendProcess';
import { simulated } from './backend';

/** A moment of a sync: so many calls to Qualys have come, and then so much time has gone by. */
export interface Moment {
  calls: number;
  thenMs: number;
}

// The part of a sync in which Qualys is asked; in the rest it is written.
const READING = 0.6;

// About as long as the last writes of a sync take.
const WRITING_MS = 80;

/**
 * Random moments, spread over the whole of a sync.
 *
 * @param calls - how many calls to Qualys a sync makes
 */
export function momentsOf(
  seed: number,
  count: number,
  calls: number,
): Moment[] {
  // Doubles of this library crowd near nothing.
  const thousandths = fc.noBias(fc.integer({ min: 0, max: 999 }));
  const parts = fc.sample(thousandths, { seed, numRuns: count });
  const moments = parts.map((random, nth): Moment => {
    const part = (nth + random / 1000) / count;
    return part < READING
      ? { calls: Math.ceil((part / READING) * calls), thenMs: 0 }
      : { calls, thenMs: ((part - READING) / (1 - READING)) * WRITING_MS };
  });
  const inAnyOrder = fc.shuffledSubarray(moments, { minLength: count });
  return fc.sample(inAnyOrder, { seed, numRuns: 1 })[0];
}

/** Waits for a condition; fails with what it is where that takes more than two minutes. */
export async function untilWithinTwoMinutes(
  what: string,
  condition: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await condition())) {
    if (Date.now() > deadline)
      throw new Error(`It took too long until ${what}`);
    await new Promise(resolve => setTimeout(resolve, 3));
  }
}

/** A file for a database of SQLite, and what takes it away. */
export async function sqliteFile() {
  const folder = await mkdtemp(join(tmpdir(), 'qualys-killed-'));
  const config: Knex.Config = {
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'qualys.sqlite') },
    useNullAsDefault: true,
  };
  return { config, remove: () => rm(folder, { recursive: true }) };
}

/** Who Qualys says that there is: the ids of CloudView, and of Asset Management. */
export async function idsInQualys(simulator: Simulator) {
  const { credentials, urls } = simulator;
  const client = createQualysClient({
    credentials,
    urls,
    limits: {
      share: 1,
      families: { qps: { perHour: 10_000 }, cloudView: { perHour: 10_000 } },
    },
  });
  const cloudView: string[] = [];
  const assetManagement: string[] = [];
  for (const cloud of ['aws', 'azure', 'gcp'] as const) {
    for await (const { id } of client.cloudConnectors[cloud].list()) {
      cloudView.push(id);
    }
    for await (const { id } of client.assetDataConnectors[cloud].search()) {
      assetManagement.push(`${cloud} ${id}`);
    }
  }
  await client.close();
  return {
    cloudView: cloudView.sort(),
    assetManagement: assetManagement.sort(),
  };
}

/** The same of connectors of the mirror. */
export function idsIn(connectors: readonly MirroredConnector[]) {
  return {
    cloudView: connectors
      .filter(each => each.cloudView)
      .map(({ id }) => id)
      .sort(),
    assetManagement: connectors
      .flatMap(({ assetManagement, provider }) =>
        assetManagement
          ? [`${provider.toLowerCase()} ${assetManagement.id}`]
          : [],
      )
      .sort(),
  };
}

/** What is in a database while no backend has it open. */
export async function leftBehind(config: Knex.Config) {
  const knex = createKnex(config);
  try {
    const ids: string[] = await knex('connectors')
      .whereNull('removed_at')
      .pluck('connector_id');
    const running: string[] = await knex('sync_runs')
      .whereNull('ended_at')
      .pluck('id');
    return { ids: new Set(ids), running };
  } finally {
    await knex.destroy();
  }
}

/** Lets a minute go by for the runs in a database. */
export async function aMinuteGoesBy(config: Knex.Config): Promise<void> {
  const knex = createKnex(config);
  try {
    await knex('sync_runs')
      .whereNull('ended_at')
      .update({ alive_at: new Date(Date.now() - 61_000).toISOString() });
  } finally {
    await knex.destroy();
  }
}

/** Backends on a database, one after the other, that sync when they are told to. */
export function backendsOn(config: Knex.Config, simulator: Simulator) {
  let current: BackendProcess | undefined;
  const backend = () => current!;
  const runs = async (): Promise<SyncRun[]> => {
    const { body } = await backend().get('/status').expect(200);
    return statusSchema.parse(body).subscriptions[0].runs;
  };
  return {
    runs,
    async start() {
      current = await startBackendProcess(config, {
        main: {
          ...simulated(simulator),
          schedule: {
            frequency: { hours: 1 },
            timeout: { hours: 1 },
            initialDelay: { milliseconds: 1 },
          },
          // So that every sync makes the same calls.
          cloudViewFull: { seconds: 1 },
        },
      });
    },
    /** Where the last run had just ended, the next one is not due yet. */
    async syncNow() {
      await backend().syncNow().expect(200);
    },
    async kill() {
      await current?.kill();
      current = undefined;
    },
    /** Starts a sync, or has the one that has begun, and waits until one is complete. */
    async syncInFull() {
      const before = new Set(
        (await runs()).filter(({ endedAt }) => endedAt).map(({ id }) => id),
      );
      await backend().syncNow().expect(200);
      await untilWithinTwoMinutes('a sync was complete', async () =>
        (
          await runs()
        ).some(({ id, outcome }) => outcome === 'complete' && !before.has(id)),
      );
    },
    async connectors() {
      const found: MirroredConnector[] = [];
      let cursor: string | undefined;
      do {
        const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const { body } = await backend()
          .get(`/connectors?limit=200${more}`)
          .expect(200);
        const page = connectorListSchema.parse(body);
        found.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    },
    async heldBack() {
      const { body } = await backend()
        .get('/subscriptions/main/removals?limit=200')
        .expect(200);
      return heldBackListSchema.parse(body).items.map(({ id }) => id);
    },
  };
}
