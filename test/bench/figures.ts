/** One measured figure, beside what it is held against. */
export interface Figure {
  /** What was measured, for example `list of 50 of 10,000, SQLite`. */
  what: string;
  /** The figure. */
  value: number;
  /** What the baseline took in the same process. */
  baseline: number;
  /** The unit of both, for example `ms`. */
  unit: string;
  /** Between what and what the value was, where it was measured several times. */
  valueSpread?: [lowest: number, highest: number];
  /** The same of the baseline. */
  spread?: [lowest: number, highest: number];
  /** The most that the value may be, where something was promised. */
  atMost?: number;
}

/** A benchmark: what `*.bench.ts` exports. */
export interface Benchmark {
  /**
   * Measures, and gives the figures as it has them, so that those of half an
   * hour are not lost with a measurement that breaks down.
   *
   * @param parts - those of `PARTS` that the command line names, all of them
   * where it names none
   */
  run(parts: readonly string[]): AsyncIterable<Figure[]>;
  /** What of it can be run alone. */
  PARTS?: readonly string[];
}

/** The value in terms of the baseline; 1 where there is nothing of either. */
export function ratio({ value, baseline }: Figure): number {
  return value === baseline ? 1 : value / baseline;
}

/** The median of some measurements. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The lowest and the highest of some measurements. */
export function spread(values: number[]): [lowest: number, highest: number] {
  return [Math.min(...values), Math.max(...values)];
}

type Work = () => Promise<unknown>;

async function alternate(
  rounds: number,
  measure: (work: Work) => Promise<number>,
  subject: Work,
  baseline: Work,
): Promise<{ value: number; baseline: number }> {
  const taken = { value: [] as number[], baseline: [] as number[] };
  const warmUp = Math.ceil(rounds / 10);
  for (let round = -warmUp; round < rounds; round++) {
    const first = await measure(subject);
    const second = await measure(baseline);
    if (round < 0) continue;
    taken.value.push(first);
    taken.baseline.push(second);
  }
  return { value: median(taken.value), baseline: median(taken.baseline) };
}

/**
 * Measures two things by turns, so that whatever else the machine does hits
 * both alike, and gives the median of each in milliseconds.
 */
export function byTurns(rounds: number, subject: Work, baseline: Work) {
  const time = async (work: Work) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  return alternate(rounds, time, subject, baseline);
}

/**
 * The same in milliseconds of processor time, user and system, of this process
 * with all its threads.
 */
export function cpuByTurns(rounds: number, subject: Work, baseline: Work) {
  const cpu = async (work: Work) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return alternate(rounds, cpu, subject, baseline);
}
