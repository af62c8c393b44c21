import type { Figure } from '../figures';
import { inOwnProcess, startProgram } from '../processes';
import type { OneCloudInput } from './programs/oneCloud';
import type { Rewritten, RewrittenInput } from './programs/rewritten';
import {
  FROM_AFAR_MS,
  type Calls,
  type Steady,
  type SteadyInput,
} from './programs/steady';
import type { Platform } from './subscription';
import { counted, say, type Where } from './where';

const ONE_CLOUD = require.resolve('./programs/oneCloud');
const STEADY = require.resolve('./programs/steady');
const REWRITTEN = require.resolve('./programs/rewritten');

// What an unchanged run may take beyond its calls, and how many calls one may
// make for 10,000 connectors of one cloud of which 1 % have moved.
const UNCHANGED_MS = 50;
const MOST_CALLS = 13;

const MOVED = [
  { part: 0.01, atMost: MOST_CALLS },
  { part: 0.25, atMost: undefined },
];

async function onOneCloud<T>(
  connectors: number,
  measure: (platform: Platform) => Promise<T>,
): Promise<T> {
  const { result, stop } = await startProgram<OneCloudInput, Platform>(
    ONE_CLOUD,
    { connectors },
  );
  try {
    return await measure(result);
  } finally {
    await stop();
  }
}

/** The figures of syncs of a mirror that is full, with connectors of one cloud. */
export async function steadyFigures(
  { name, databases }: Where,
  { connectors }: { connectors: number },
): Promise<Figure[]> {
  const what = `${counted(connectors)} of one cloud, ${name}`;
  const steady = await onOneCloud(connectors, platform =>
    inOwnProcess<SteadyInput, Steady>(STEADY, {
      database: databases.fresh(),
      platform,
      moved: MOVED.map(({ part }) => part),
    }),
  );
  const { unchanged, unchangedFromAfar, unchangedCpu, first, moved } = steady;
  say(`${what}: an unchanged sync takes ${Math.round(unchanged.value)} ms`);

  const callFigures = (calls: Calls, at: number): Figure[] => {
    const { part, atMost } = MOVED[at];
    return [
      {
        what: `Qualys calls of a run, ${part * 100} % moved, ${what}`,
        unit: 'calls',
        value: calls.all,
        baseline: first.all,
        atMost,
      },
      {
        what: `those of them for the cloud, ${part * 100} % moved, ${what}`,
        unit: 'calls',
        value: calls.ofCloud,
        baseline: first.ofCloud,
        atMost,
      },
    ];
  };
  return [
    {
      what: `unchanged sync, against its calls of ${FROM_AFAR_MS} ms each, ${what}`,
      unit: 'ms',
      ...unchangedFromAfar,
      atMost: unchangedFromAfar.baseline + UNCHANGED_MS,
    },
    {
      what: `unchanged sync, against its calls without any way to go, ${what}`,
      unit: 'ms',
      ...unchanged,
    },
    {
      what: `processor time of an unchanged sync, against its calls, ${what}`,
      unit: 'ms',
      ...unchangedCpu,
    },
    ...moved.flatMap(callFigures),
  ];
}

/** How many entities change when only volatile fields of their connectors do. */
export async function rewrittenFigures(
  { name, databases }: Where,
  { connectors }: { connectors: number },
): Promise<Figure[]> {
  const { synced, rewritten } = await onOneCloud(connectors, platform =>
    inOwnProcess<RewrittenInput, Rewritten>(REWRITTEN, {
      database: databases.fresh(),
      platform,
    }),
  );
  say(`${name}: ${synced} connectors synced, ${rewritten} entities rewritten`);
  return [
    {
      what: `entities rewritten when only volatile fields change, against the connectors, ${name}`,
      unit: 'entities',
      value: rewritten,
      baseline: synced,
      atMost: 0,
    },
  ];
}
