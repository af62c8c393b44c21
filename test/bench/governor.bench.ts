/*
 * How much of its share of Qualys' hourly calls the client uses under load, and
 * whether Qualys ever refuses one: 300 calls a window, an hour scaled down to
 * seconds, of which 30 % are the client's. Once alone, once beside a program
 * that takes 60 % of the same budget.
 */
import { createQualysClient } from 'qualys-client';
import { startSimulator } from 'qualys-simulator';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import type { Figure } from './figures';

const WINDOW_SECONDS = 6;
const WINDOWS = 5;
const PER_WINDOW = 300;
const SHARE = 0.3;
const NEIGHBOUR_SHARE = 0.6;

async function underLoad(
  what: string,
  options: { neighbour: boolean },
): Promise<Figure[]> {
  const simulator = await startSimulator({
    connectors: 10,
    limits: {
      cloudView: {
        perHour: PER_WINDOW,
        windowSeconds: WINDOW_SECONDS,
        concurrency: 2,
        headers: true,
      },
    },
  });
  const { urls, credentials, control } = simulator;
  let calls = 0;
  const client = createQualysClient({
    urls,
    credentials,
    limits: { share: SHARE },
    hooks: { onCallFinished: () => (calls += 1) },
  });
  const { aws } = client.cloudConnectors;
  const end = new AbortController();
  const load = async (priority: 'user' | 'background') => {
    while (!end.signal.aborted) {
      await aws
        .baseAccount({ priority, signal: end.signal })
        .catch((error: Error) => {
          if (!end.signal.aborted) throw error;
        });
    }
  };
  const neighbour = async () => {
    const { username, password } = credentials;
    const authorization = `Basic ${Buffer.from(
      `${username}:${password}`,
    ).toString('base64')}`;
    const between = (WINDOW_SECONDS * 1000) / (PER_WINDOW * NEIGHBOUR_SHARE);
    while (!end.signal.aborted) {
      const { body } = await request(
        `${urls.cloudView}/cloudview-api/rest/v1/aws/connectors/awsBaseAccountId`,
        { headers: { authorization, accept: 'application/json' } },
      );
      await body.dump();
      await pause(between);
    }
  };
  try {
    // The first answer tells how long the window is.
    await aws.baseAccount();
    const loads = [
      load('user'),
      load('background'),
      load('background'),
      ...(options.neighbour ? [neighbour()] : []),
    ];
    const began = calls;
    await pause(WINDOWS * WINDOW_SECONDS * 1000);
    const made = calls - began;
    end.abort();
    await Promise.all(loads);
    const refused = control
      .journal()
      .filter(({ status }) => status === 409 || status === 429).length;
    return [
      {
        what: `calls made of our share, ${what}`,
        unit: 'calls',
        value: made,
        baseline: PER_WINDOW * SHARE * WINDOWS,
      },
      {
        what: `calls refused by Qualys, ${what}`,
        unit: 'calls',
        value: refused,
        baseline: made,
      },
    ];
  } finally {
    await client.close();
    await simulator.stop();
  }
}

/** The benchmark. */
export async function* run(): AsyncGenerator<Figure[]> {
  yield [
    ...(await underLoad('alone', { neighbour: false })),
    ...(await underLoad('beside a neighbour that takes 60 %', {
      neighbour: true,
    })),
  ];
}
