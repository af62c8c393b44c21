import fc from 'fast-check';
import { handClock, HOUR } from './__testUtils__/handClock';
import { createGovernor } from './governor';
import { governorSettings } from './limits';

/** Qualys as it counts: calls that begin in a window that slides, and calls that run. */
class Counter {
  private begun: number[] = [];
  private running = 0;
  refused = 0;

  constructor(
    private readonly limit: number,
    private readonly concurrency: number,
  ) {}

  remaining(now: number): number {
    this.begun = this.begun.filter(at => at > now - HOUR);
    return this.limit - this.begun.length;
  }

  begin(now: number): void {
    this.running += 1;
    if (this.running > this.concurrency || this.remaining(now) <= 0) {
      this.refused += 1;
    }
    this.begun.push(now);
  }

  end(): void {
    this.running -= 1;
  }
}

interface Load {
  limit: number;
  concurrency: number;
  share: number;
  told: boolean;
  calls: Array<{ afterMs: number; forMs: number; background: boolean }>;
}

async function playedOut(
  load: Load,
): Promise<{ refused: number; made: number }> {
  const { limit, concurrency, share, told, calls } = load;
  const time = handClock();
  const counter = new Counter(limit, concurrency);
  const governor = createGovernor(
    governorSettings({
      share,
      families: told ? {} : { qps: { perHour: limit, concurrency } },
    }),
    {
      trialWaits: { minDelayMs: 1_000, maxDelayMs: 8_000 },
      clock: time.clock,
    },
  );
  const family = governor.family('qps');
  const { signal } = new AbortController();
  let made = 0;
  const call = ({ forMs, background }: Load['calls'][number]) =>
    family.inTurn(
      {
        priority: background ? 'background' : 'user',
        signal,
        maxWaitMs: 1_000 * HOUR,
      },
      async turn => {
        const now = time.clock.now();
        counter.begin(now);
        await new Promise<void>(done => time.clock.after(forMs, done));
        counter.end();
        made += 1;
        if (told) {
          turn.heard({
            limit,
            windowSeconds: 3_600,
            concurrency,
            remaining: counter.remaining(time.clock.now()),
          });
        }
      },
    );
  const all = [];
  for (const one of calls) {
    await time.advance(one.afterMs);
    all.push(call(one));
    // Before the first answer, nothing of its limits is known.
    if (told && all.length === 1) await time.advance(one.forMs);
  }
  await time.advance(1_000 * HOUR);
  await Promise.all(all);
  return { refused: counter.refused, made };
}

describe('under any load', () => {
  it('every call is made in the end, and Qualys refuses none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          limit: fc.integer({ min: 1, max: 12 }),
          concurrency: fc.integer({ min: 1, max: 4 }),
          share: fc.constantFrom(0.1, 0.3, 0.5, 1),
          told: fc.boolean(),
          calls: fc.array(
            fc.record({
              afterMs: fc.nat(2 * 60_000),
              forMs: fc.integer({ min: 1, max: 5 * 60_000 }),
              background: fc.boolean(),
            }),
            { minLength: 1, maxLength: 25 },
          ),
        }),
        async load => {
          expect(await playedOut(load)).toEqual({
            refused: 0,
            made: load.calls.length,
          });
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
