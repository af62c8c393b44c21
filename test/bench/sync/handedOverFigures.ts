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

interface Measured {
  filled: Filled;
  entities: number;
  ours: Ours[];
  floors: HandedOver[];
}

/** Fills a mirror, and then hands it over by turns with the floor. */
async function measure(
  { name, databases }: Where,
  { connectors, floors: count }: Amount,
  { untilVisible }: { untilVisible: boolean },
): Promise<Measured> {
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

    const floors: HandedOver[] = [];
    const ours: Ours[] = [];
    const tell = (who: string, { returned, visible }: HandedOver) => {
      const shown =
        visible === undefined
          ? ''
          : `, visible after ${Math.round(visible)} ms`;
      say(`${what}: ${who} returned after ${Math.round(returned)} ms${shown}`);
    };
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
    return { filled, entities, ours, floors };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function against(
  { ours, floors }: Measured,
  ofOurs: (ours: Ours) => number,
  ofFloor: (floor: HandedOver) => number,
): Pick<Figure, 'value' | 'baseline' | 'spread'> {
  const all = floors.map(ofFloor);
  return {
    value: median(ours.map(ofOurs)),
    baseline: median(all),
    ...(all.length > 1 && { spread: spread(all) }),
  };
}

/** What of it is ours until the mutation has returned. */
function ownFigures(measured: Measured, what: string): Figure[] {
  const atMost = OWN_MS_PER_10_000 * Math.max(1, measured.entities / 10_000);
  const floorCpu = median(measured.floors.map(({ cpu }) => cpu));
  return [
    {
      what: `own time before the mutation returns, against the mutation, ${what}`,
      unit: 'ms',
      ...against(
        measured,
        ({ returned, mutation }) => returned - mutation,
        ({ mutation }) => mutation,
      ),
      atMost,
    },
    {
      what: `own processor time before the mutation returns, against the floor's, ${what}`,
      unit: 'ms',
      ...against(
        measured,
        ({ cpu }) => cpu - floorCpu,
        ({ cpu }) => cpu,
      ),
      atMost,
    },
  ];
}

function firstSync({ filled }: Measured, what: string): Figure {
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
  amount: Amount,
): Promise<Figure[]> {
  const measured = await measure(where, amount, { untilVisible: true });
  const what = `${counted(amount.connectors)}, ${where.name}`;
  const seconds = ({ visible }: HandedOver) => visible! / 1000;
  const visible = against(measured, seconds, seconds);
  const unchanged = measured.ours.map(each => each.unchanged!);
  const calls = median(unchanged.map(({ baseline }) => baseline));
  return [
    {
      what: `visible, ${what}`,
      unit: 's',
      ...visible,
      atMost: VISIBLE_RATIO * visible.baseline,
    },
    ...ownFigures(measured, what),
    {
      what: `unchanged refresh of the catalog, against its calls, ${what}`,
      unit: 'ms',
      value: median(unchanged.map(({ value }) => value)),
      baseline: calls,
      atMost: calls + UNCHANGED_MS,
    },
    firstSync(measured, what),
  ];
}

/** The figures of connectors that are handed to the catalog, without waiting for them. */
export async function unseenFigures(
  where: Where,
  amount: Amount,
): Promise<Figure[]> {
  const measured = await measure(where, amount, { untilVisible: false });
  const what = `${counted(amount.connectors)}, ${where.name}`;
  const returned = (each: HandedOver) => each.returned;
  const peak = against(
    measured,
    each => each.peak,
    each => each.peak,
  );
  return [
    {
      what: `until the mutation returns, ${what}`,
      unit: 'ms',
      ...against(measured, returned, returned),
    },
    ...ownFigures(measured, what),
    {
      what: `peak memory when the mutation returns, ${what}`,
      unit: 'MB',
      ...peak,
      atMost: peak.baseline + PEAK_MB,
    },
    firstSync(measured, what),
  ];
}
