/* Syncs of a mirror that is full: what one costs of which nothing has changed, and what it asks Qualys. */
import type { JsonObject } from '@backstage/types';
import { createQualysClient } from 'qualys-client';
import { byTurns, cpuByTurns } from '../../figures';
import { moveToTop, withSlowCalls } from '../churn';
import { startQualysPortal } from '../portals';
import { bareReader, callsDuring } from '../qualysCalls';
import { LIMITS, type Platform } from '../subscription';

export interface SteadyInput {
  database: JsonObject;
  platform: Platform;
  /** Which parts of the connectors move, each before a sync. */
  moved: number[];
}

/** The calls of a run. */
export interface Calls {
  all: number;
  /** Those for the one cloud that has connectors. */
  ofCloud: number;
}

export interface Steady {
  /** A sync when nothing has changed, and its calls alone, in milliseconds. */
  unchanged: { value: number; baseline: number };
  /** The same where each call takes the time that calls over a network take. */
  unchangedFromAfar: { value: number; baseline: number };
  /** The processor time of both, in milliseconds. */
  unchangedCpu: { value: number; baseline: number };
  /** The calls of the first run, which reads everything. */
  first: Calls;
  /** The calls after each part has moved. */
  moved: Calls[];
}

const ROUNDS = 10;
const ROUNDS_FROM_AFAR = 5;

/** How long a call over a network takes at least, in milliseconds. A page of Qualys takes longer. */
export const FROM_AFAR_MS = 200;

async function newestFirst({ urls, credentials }: Platform): Promise<string[]> {
  const client = createQualysClient({ urls, credentials, limits: LIMITS });
  const ids: string[] = [];
  for await (const { id } of client.cloudConnectors.aws.list()) ids.push(id);
  await client.close();
  return ids;
}

export async function run(input: SteadyInput): Promise<Steady> {
  const { database, platform } = input;
  const portal = await startQualysPortal({ database, platform });
  const reader = bareReader(platform);

  const syncAndCount = async (): Promise<Calls> => {
    const calls = await callsDuring(platform, portal.sync);
    const latest = await portal.latestRun();
    if (latest.calls !== calls.length) {
      throw new Error(`A run of ${calls.length} calls says ${latest.calls}`);
    }
    const ofCloud = calls.filter(({ cloud }) => cloud === 'aws').length;
    return { all: calls.length, ofCloud };
  };

  try {
    const first = await syncAndCount();
    const calls = await callsDuring(platform, portal.sync);
    const callsAlone = () => reader.read(calls);
    const unchanged = await byTurns(ROUNDS, portal.sync, callsAlone);
    const unchangedCpu = await cpuByTurns(ROUNDS, portal.sync, callsAlone);
    const unchangedFromAfar = await withSlowCalls(platform, FROM_AFAR_MS, () =>
      byTurns(ROUNDS_FROM_AFAR, portal.sync, callsAlone),
    );
    const { changed, seen } = await portal.latestRun();
    if (changed > 0) throw new Error(`${changed} connectors have changed`);

    const ids = await newestFirst(platform);
    const moved: Calls[] = [];
    for (const part of input.moved) {
      // From the end, so that they move past all the others.
      await moveToTop(platform, ids.splice(-Math.round(seen * part)));
      moved.push(await syncAndCount());
    }
    return { unchanged, unchangedFromAfar, unchangedCpu, first, moved };
  } finally {
    await reader.close();
    await portal.stop();
  }
}
