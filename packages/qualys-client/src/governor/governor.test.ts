import { QualysError } from '../errors';
import { errorOf } from '../__testUtils__/server';
import { handClock, HOUR } from './__testUtils__/handClock';
import type { Turn } from './familyGovernor';
import { createGovernor } from './governor';
import { governorSettings, type QualysLimits } from './limits';

const TRIAL = { minDelayMs: 1_000, maxDelayMs: 8_000 };

function setUp(limits: QualysLimits = {}) {
  const time = handClock();
  const governor = createGovernor(governorSettings(limits), {
    trialWaits: TRIAL,
    clock: time.clock,
  });
  const fo = governor.family('fo');
  const begun: string[] = [];
  const ends: Array<() => void> = [];
  return {
    ...time,
    governor,
    fo,
    begun,
    /** A call that ends at once. */
    call(
      priority: 'user' | 'background' = 'user',
      {
        name = priority as string,
        maxWaitMs = HOUR * 2,
        signal = neverAborted(),
      } = {},
      task: (turn: Turn) => void = () => {},
    ) {
      const done = fo.inTurn({ priority, signal, maxWaitMs }, async turn => {
        begun.push(name);
        task(turn);
        return turn.waited;
      });
      done.catch(() => {});
      return done;
    },
    /** A call that runs until it is ended. */
    longCall(name: string, priority: 'user' | 'background' = 'user') {
      const done = fo.inTurn(
        { priority, signal: neverAborted(), maxWaitMs: HOUR },
        () => {
          begun.push(name);
          return new Promise<void>(resolve => ends.push(resolve));
        },
      );
      done.catch(() => {});
      return done;
    },
    endOne: () => ends.shift()!(),
    state: () => fo.state(),
  };
}

function neverAborted(): AbortSignal {
  return new AbortController().signal;
}

describe('the governor', () => {
  it('lets bursts through until our share is used up, and no more in any hour', async () => {
    const t = setUp();
    for (let n = 0; n < 200; n++) t.call();
    await t.advance(0);
    expect(t.begun).toHaveLength(90);
    await t.advance(HOUR - 1);
    expect(t.begun).toHaveLength(90);
    await t.advance(1);
    expect(t.begun).toHaveLength(180);
    await t.advance(HOUR);
    expect(t.begun).toHaveLength(200);
  });

  it('frees each call an hour after it ended, not all at the hour', async () => {
    const t = setUp({ families: { fo: { perHour: 10 } }, share: 0.3 });
    for (let minute = 0; minute < 3; minute++) {
      t.call();
      await t.advance(60_000);
    }
    for (let n = 0; n < 3; n++) t.call();
    await t.advance(HOUR - 3 * 60_000);
    expect(t.begun).toHaveLength(4);
    await t.advance(60_000);
    expect(t.begun).toHaveLength(5);
    await t.advance(60_000);
    expect(t.begun).toHaveLength(6);
  });

  it('lets as many run at once as may, people first', async () => {
    const t = setUp();
    t.longCall('a', 'background');
    t.longCall('b', 'background');
    t.longCall('c', 'background');
    t.longCall('d', 'user');
    await t.advance(0);
    expect(t.begun).toEqual(['a', 'b']);
    expect(t.state()).toMatchObject({
      running: 2,
      waiting: { user: 1, background: 1 },
    });
    t.endOne();
    await t.advance(0);
    expect(t.begun).toEqual(['a', 'b', 'd']);
    t.endOne();
    await t.advance(0);
    expect(t.begun).toEqual(['a', 'b', 'd', 'c']);
  });

  it('keeps the reserve for people, whom waiting background calls do not hold up', async () => {
    const t = setUp();
    for (let n = 0; n < 80; n++) t.call('background');
    await t.advance(0);
    expect(t.begun).toHaveLength(72);
    expect(t.state()).toMatchObject({
      budget: 90,
      reserved: 18,
      used: 72,
      remaining: 18,
      waiting: { user: 0, background: 8 },
    });
    for (let n = 0; n < 18; n++) t.call('user');
    await t.advance(0);
    expect(t.begun.slice(72)).toEqual(Array(18).fill('user'));
    t.call('user');
    await t.advance(HOUR);
    expect(t.begun[90]).toBe('user');
    expect(t.begun).toHaveLength(99);
  });

  it('fails at once where the wait would be too long', async () => {
    const t = setUp({ families: { fo: { perHour: 10 } } });
    for (let n = 0; n < 3; n++) t.call();
    await t.advance(HOUR - 30_000);
    const error = await errorOf(t.call('user', { maxWaitMs: 10_000 }));
    expect(error.facts).toMatchObject({ kind: 'limited', retryAfter: 30 });
    await t.advance(20_000);
    const waited = t.call('user', { maxWaitMs: 10_000 });
    await t.advance(10_000);
    await expect(waited).resolves.toEqual({ ms: 10_000, reason: 'budget' });
  });

  it('counts those ahead before it lets a call wait', async () => {
    const t = setUp({ families: { fo: { perHour: 10 } } });
    t.call();
    t.call();
    await t.advance(60_000);
    t.call();
    await t.advance(HOUR - 60_000 - 5_000);
    t.call('user', { maxWaitMs: 10_000 });
    t.call('user', { maxWaitMs: 10_000 });
    const third = await errorOf(t.call('user', { maxWaitMs: 10_000 }));
    expect(third.facts).toMatchObject({ kind: 'limited', retryAfter: 65 });
    expect(t.state().waiting.user).toBe(2);
  });

  it('ends the wait for a place to run when it takes too long', async () => {
    const t = setUp();
    t.longCall('a');
    t.longCall('b');
    const waiting = t.call('user', { maxWaitMs: 10_000, name: 'c' });
    await t.advance(10_000);
    expect((await errorOf(waiting)).facts).toMatchObject({
      kind: 'limited',
      what: expect.stringContaining('at once'),
    });
    t.endOne();
    t.endOne();
    await t.advance(0);
    expect(t.begun).toEqual(['a', 'b']);
  });

  it('blocks everyone after a refusal, and sends away who may not wait so long', async () => {
    const t = setUp();
    t.longCall('a');
    t.call('user', { name: 'refused' }, turn =>
      turn.refused({ status: 409, code: '1965', waitSeconds: 600 }),
    );
    t.longCall('b');
    const patient = t.call('background', { name: 'patient' });
    const hasty = t.call('user', { name: 'hasty', maxWaitMs: 10_000 });
    expect((await errorOf(hasty)).facts).toMatchObject({
      kind: 'limited',
      retryAfter: 600,
    });
    await t.advance(599_000);
    expect(t.begun).toEqual(['a', 'refused']);
    expect(t.state()).toMatchObject({
      lastRefusal: { status: 409, code: '1965', waitSeconds: 600 },
    });
    expect(Date.parse(t.state().blockedUntil!)).toBeGreaterThan(Date.now());
    t.endOne();
    await t.advance(1_000);
    expect(t.begun).toEqual(['a', 'refused', 'b', 'patient']);
    await expect(patient).resolves.toEqual({ ms: 600_000, reason: 'blocked' });
    expect(t.state().blockedUntil).toBeUndefined();
  });

  it('waits longer from refusal to refusal where none says how long', async () => {
    const t = setUp();
    const waits: number[] = [];
    for (let n = 0; n < 6; n++) {
      t.call('user', {}, turn => {
        turn.refused({ status: 429 });
        waits.push(t.fo.waitMs('user'));
      });
      await t.advance(10_000);
    }
    [1_000, 2_000, 4_000, 8_000, 8_000, 8_000].forEach((longest, n) => {
      expect(waits[n]).toBeGreaterThanOrEqual(longest / 2);
      expect(waits[n]).toBeLessThanOrEqual(longest);
    });
    t.call();
    await t.advance(0);
    t.call('user', {}, turn => {
      turn.refused({ status: 429 });
      waits.push(t.fo.waitMs('user'));
    });
    await t.advance(0);
    expect(waits[6]).toBeLessThanOrEqual(1_000);
  });

  it('goes by what Qualys tells in place of what is assumed', async () => {
    const t = setUp();
    t.call('user', {}, turn =>
      turn.heard({
        limit: 50,
        windowSeconds: 86_400,
        concurrency: 1,
        remaining: 49,
      }),
    );
    await t.advance(0);
    expect(t.state()).toMatchObject({
      windowLimit: 50,
      windowSeconds: 86_400,
      windowSource: 'told',
      concurrency: 1,
      concurrencySource: 'told',
      budget: 15,
      used: 1,
      remaining: 14,
      remainingOfAll: 49,
    });
    t.longCall('a');
    t.longCall('b');
    await t.advance(0);
    expect(t.state()).toMatchObject({ running: 1, waiting: { user: 1 } });
  });

  it('takes the lower of what is configured and what is told', async () => {
    const t = setUp({ families: { fo: { perHour: 100, concurrency: 3 } } });
    t.call('user', {}, turn => turn.heard({ limit: 300, concurrency: 5 }));
    await t.advance(0);
    expect(t.state()).toMatchObject({
      windowLimit: 100,
      windowSource: 'configured',
      concurrency: 3,
      concurrencySource: 'configured',
    });
    t.call('user', {}, turn => turn.heard({ limit: 50, concurrency: 1 }));
    await t.advance(0);
    expect(t.state()).toMatchObject({
      windowLimit: 50,
      windowSource: 'told',
      concurrency: 1,
      concurrencySource: 'told',
    });
  });

  it('takes no more than others leave, and asks again after a while', async () => {
    const t = setUp();
    t.call('user', {}, turn => turn.heard({ limit: 300, remaining: 5 }));
    await t.advance(0);
    expect(t.state()).toMatchObject({ budget: 90, used: 1, remaining: 5 });
    for (let n = 0; n < 7; n++) t.call();
    await t.advance(0);
    expect(t.begun).toHaveLength(6);
    await t.advance(59_000);
    expect(t.begun).toHaveLength(6);
    await t.advance(1_000);
    expect(t.begun).toHaveLength(8);
  });

  it('leaves the rest alone as long as others keep to their part', async () => {
    const t = setUp();
    // Others have used 200 of their 210.
    const left = 300 - 200;
    const call = () =>
      t.call('user', {}, turn =>
        turn.heard({ limit: 300, remaining: left - t.begun.length }),
      );
    for (let n = 0; n < 100; n++) call();
    await t.advance(0);
    expect(t.begun).toHaveLength(90);
  });

  it('does not count what never came to Qualys', async () => {
    const t = setUp({ families: { fo: { perHour: 10 } } });
    for (let n = 0; n < 20; n++) t.call('user', {}, turn => turn.notSent());
    await t.advance(0);
    expect(t.begun).toHaveLength(20);
    expect(t.state().used).toBe(0);
  });

  it('lets a call go that is given up while it waits, and forgets it', async () => {
    const t = setUp({ families: { fo: { perHour: 10 } } });
    for (let n = 0; n < 3; n++) t.call();
    await t.advance(0);
    const controller = new AbortController();
    const { signal } = controller;
    const given = t.call('user', { signal, name: 'given up' });
    const other = t.call('user', { name: 'other' });
    controller.abort(new QualysError('aborted', 'gone'));
    expect(await errorOf(given)).toMatchObject({ kind: 'aborted' });
    expect(t.state().waiting.user).toBe(1);
    await t.advance(HOUR);
    await other;
    expect(t.begun).not.toContain('given up');
    expect(t.timers.size).toBe(0);
  });

  it('leaves no timer behind when it is closed', async () => {
    const t = setUp({ families: { fo: { perHour: 10 } } });
    for (let n = 0; n < 3; n++) t.call();
    await t.advance(0);
    const controller = new AbortController();
    const waiting = t.call('user', { signal: controller.signal });
    t.governor.close();
    controller.abort(new QualysError('aborted', 'closed'));
    expect(await errorOf(waiting)).toMatchObject({ kind: 'aborted' });
    expect(t.timers.size).toBe(0);
  });

  it('tells of the families that were used or configured', () => {
    const { governor } = setUp({ families: { qps: { concurrency: 4 } } });
    expect(governor.states()).toMatchObject([
      {
        family: 'qps',
        concurrency: 4,
        concurrencySource: 'configured',
        windowLimit: 300,
        windowSource: 'assumed',
      },
      { family: 'fo', concurrencySource: 'assumed' },
    ]);
  });

  it('uses nearly all of our share under load', async () => {
    const t = setUp();
    const starts: number[] = [];
    for (let n = 0; n < 900; n++) {
      t.call('user', { maxWaitMs: 24 * HOUR }, () =>
        starts.push(t.clock.now()),
      );
    }
    await t.advance(10 * HOUR);
    expect(starts).toHaveLength(900);
    const apart = starts.slice(90).map((at, n) => at - starts[n]);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(HOUR);
    expect(starts[899]).toBeLessThan(9 * HOUR * 1.05);
  });
});
