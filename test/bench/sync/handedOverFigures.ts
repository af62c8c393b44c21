import type { JsonObject } from '@backstage/types';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, spread, type Figure } from '../figures';
import { inOwnProcess } from '../processes';
import { startSimulatorProcess } from '../simulatorProcess';
import type { HandedOver } from './handOver';
import type { EntitiesInput } from './programs/entities';
import type { Filled, FillInput } from './programs/fill';
import type { FloorInput } from './programs/floor';
import type { Ours, OursInput } from './programs/ours';
import type { Platform } from './subscription';
import { counted, say, type Where } from './where';

const FILL = require.resolve('./programs/fill');
const ENTITIES = require.resolve('./programs/entities');
const OURS = require.resolve('./programs/ours');
const FLOOR = require.resolve('./programs/floor');

/** How much is measured. */
export interface Amount {
  connectors: number;
  /** How often the floor is measured. */
  floors: number;
}

// What an unchanged run may take beyond its calls, our own part of a first one
// for each 10,000 connectors, or fewer (what is only done once, such as
// compiling the schemas of entities, does not shrink with them), and what memory it may
// take beyond the floor's.
const UNCHANGED_MS = 50;
const OWN_MS_PER_10_000 = 2_000;
const PEAK_MB = 100;
const VISIBLE_RATIO = 1.05;

// To wait until everything is visible takes minutes, and to hand it over takes
// seconds, which vary the more: so it is done this often besides.
const FLOORS_UNSEEN = 5;

/** What was handed over by turns. */
interface Rounds {
  ours: Ours[];
  floors: HandedOver[];
}

interface FullMirror {
  filled: Filled;
  /** How many entities there are in it. */
  entities: number;
  /** Hands it over by turns with the floor, which is measured so often. */
  handOver(floors: number, options: { untilVisible: boolean }): Promise<Rounds>;
}

/** Fills a mirror, and measures how it is handed over. */
async function withFullMirror<T>(
  { name, databases }: Where,
  connectors: number,
  measure: (mirror: FullMirror) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'qualys-bench-entities-'));
  const file = join(folder, 'entities.ndjson');
  const mirror = databases.kept();
  const what = `${counted(connectors)}, ${name}`;
  try {
    const simulator = await startSimulatorProcess([
      '--connectors',
      String(connectors),
    ]);
    const { stop, ...platform } = simulator;
    let filled: Filled;
    try {
      filled = await inOwnProcess<FillInput, Filled>(FILL, {
        database: mirror,
        platform,
      });
    } finally {
      await stop();
    }
    say(`${what}: the mirror is full after ${Math.round(filled.sync)} ms`);
    const catalogBeside = (): { database: JsonObject; platform: Platform } => ({
      database: databases.fresh(mirror),
      platform,
    });
    const entities = await inOwnProcess<EntitiesInput, number>(ENTITIES, {
      ...catalogBeside(),
      file,
    });

    const tell = (who: string, { returned, visible }: HandedOver) => {
      const shown =
        visible === undefined
          ? ''
          : `, visible after ${Math.round(visible)} ms`;
      say(`${what}: ${who} returned after ${Math.round(returned)} ms${shown}`);
    };
    const handOver: FullMirror['handOver'] = async (
      count,
      { untilVisible },
    ) => {
      const floors: HandedOver[] = [];
      const ours: Ours[] = [];
      const measureFloor = async () => {
        const floor = await inOwnProcess<FloorInput, HandedOver>(FLOOR, {
          database: databases.fresh(),
          file,
          untilVisible,
        });
        floors.push(floor);
        tell('the floor', floor);
      };
      const measureOurs = async () => {
        const own = await inOwnProcess<OursInput, Ours>(OURS, {
          ...catalogBeside(),
          visible: untilVisible ? entities : undefined,
        });
        ours.push(own);
        tell('ours', own);
      };
      // By turns, the floor first and, where it is measured again, last.
      await measureFloor();
      do {
        await measureOurs();
        if (floors.length < count) await measureFloor();
      } while (floors.length < count);
      return { ours, floors };
    };
    return await measure({ filled, entities, handOver });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function against(
  { ours, floors }: Rounds,
  ofOurs: (ours: Ours) => number,
  ofFloor: (floor: HandedOver) => number,
): Pick<Figure, 'value' | 'valueSpread' | 'baseline' | 'spread'> {
  const values = ours.map(ofOurs);
  const baselines = floors.map(ofFloor);
  return {
    value: median(values),
    baseline: median(baselines),
    ...(values.length > 1 && { valueSpread: spread(values) }),
    ...(baselines.length > 1 && { spread: spread(baselines) }),
  };
}

/**
 * What of it is ours until the mutation has returned: what is outside the
 * mutation, in the same process. The whole less the floor's of another process
 * would vary by as much as two mutations differ by chance, too. What the
 * mutation costs beside our work has a row of its own, so that nothing of
 * ours, such as clearing up what we leave behind, is lost in it.
 */
function ownFigures(rounds: Rounds, entities: number, what: string): Figure[] {
  const atMost = OWN_MS_PER_10_000 * Math.max(1, entities / 10_000);
  return [
    {
      what: `own time before the mutation returns, against the mutation, ${what}`,
      unit: 'ms',
      ...against(
        rounds,
        ({ returned, mutation }) => returned - mutation,
        ({ mutation }) => mutation,
      ),
      atMost,
    },
    {
      what: `own processor time before the mutation returns, against the mutation's, ${what}`,
      unit: 'ms',
      ...against(
        rounds,
        ({ cpu, mutationCpu }) => cpu - mutationCpu,
        ({ mutationCpu }) => mutationCpu,
      ),
      atMost,
    },
    {
      what: `processor time of the mutation, against the floor's, ${what}`,
      unit: 'ms',
      ...against(
        rounds,
        ({ mutationCpu }) => mutationCpu,
        ({ mutationCpu }) => mutationCpu,
      ),
    },
  ];
}

function firstSync({ filled }: FullMirror, what: string): Figure {
  return {
    what: `first sync into an empty mirror, against its calls, ${what}`,
    unit: 'ms',
    value: filled.sync,
    baseline: filled.calls,
  };
}

/** The figures of connectors that come into an empty catalog and become visible. */
export async function handedOverFigures(
  where: Where,
  { connectors, floors }: Amount,
): Promise<Figure[]> {
  const what = `${counted(connectors)}, ${where.name}`;
  return await withFullMirror(where, connectors, async mirror => {
    const seen = await mirror.handOver(floors, { untilVisible: true });
    const unseen = await mirror.handOver(FLOORS_UNSEEN, {
      untilVisible: false,
    });
    const all = {
      ours: [...seen.ours, ...unseen.ours],
      floors: [...seen.floors, ...unseen.floors],
    };
    const seconds = ({ visible }: HandedOver) => visible! / 1000;
    const visible = against(seen, seconds, seconds);
    const unchanged = seen.ours.map(each => each.unchanged!);
    const calls = median(unchanged.map(({ baseline }) => baseline));
    return [
      {
        what: `visible, ${what}`,
        unit: 's',
        ...visible,
        atMost: VISIBLE_RATIO * visible.baseline,
      },
      ...ownFigures(all, mirror.entities, what),
      {
        what: `unchanged refresh of the catalog, against its calls, ${what}`,
        unit: 'ms',
        value: median(unchanged.map(({ value }) => value)),
        baseline: calls,
        atMost: calls + UNCHANGED_MS,
      },
      firstSync(mirror, what),
    ];
  });
}

/** The figures of connectors that are handed to the catalog, without waiting for them. */
export async function unseenFigures(
  where: Where,
  { connectors, floors }: Amount,
): Promise<Figure[]> {
  const what = `${counted(connectors)}, ${where.name}`;
  return await withFullMirror(where, connectors, async mirror => {
    const rounds = await mirror.handOver(floors, { untilVisible: false });
    const returned = (each: HandedOver) => each.returned;
    const peakOf = (each: HandedOver) => each.peak;
    const peak = against(rounds, peakOf, peakOf);
    return [
      {
        what: `until the mutation returns, ${what}`,
        unit: 'ms',
        ...against(rounds, returned, returned),
      },
      ...ownFigures(rounds, mirror.entities, what),
      {
        what: `peak memory when the mutation returns, ${what}`,
        unit: 'MB',
        ...peak,
        atMost: peak.baseline + PEAK_MB,
      },
      firstSync(mirror, what),
    ];
  });
}
