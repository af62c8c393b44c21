import { AsyncLocalStorage } from 'node:async_hooks';
import { setUpCalls } from '../__testUtils__/calls';
import {
  connectorId,
  errorOf,
  json,
  wireConnector,
} from '../__testUtils__/server';
import { QualysConfigurationError } from '../errors';
import type { QualysLimits } from '../governor';
import type { QualysCallWaited } from '../http';

function simpleReturn(code: string, item = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE SIMPLE_RETURN SYSTEM "https://qualysapi.qualys.com/api/2.0/simple_return.dtd">
<SIMPLE_RETURN><RESPONSE><DATETIME>2026-01-01T00:00:00Z</DATETIME><CODE>${code}</CODE>
<TEXT>This API cannot be run again.</TEXT>
<ITEM_LIST><ITEM>${item}</ITEM></ITEM_LIST></RESPONSE></SIMPLE_RETURN>`;
}
const secondsToWait = (seconds: number) =>
  `<KEY>SECONDS_TO_WAIT</KEY><VALUE>${seconds}</VALUE>`;

interface Refusal {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

describe('a call that Qualys limits', () => {
  const t = setUpCalls();
  const run = (options = {}) =>
    t.client.cloudConnectors.aws.run(connectorId(1), options);
  const family = 'cloudView';
  const state = () => t.client.limits().find(one => one.family === family)!;

  // Refuses the first calls, and takes all others.
  const refuse = (refusal: Refusal, times = 1) => {
    t.handle = (request, response) => {
      if (t.server.received.length <= times) {
        response.writeHead(refusal.status, refusal.headers);
        response.end(refusal.body);
      } else {
        json(response, request.method === 'GET' ? wireConnector(1) : []);
      }
    };
  };

  // With the seconds that each asks to wait; undefined where it does not say.
  const REFUSALS: Array<[string, Refusal, number | undefined]> = [
    ['429', { status: 429 }, undefined],
    [
      '429 with X-RateLimit-ToWait-Sec before all others',
      {
        status: 429,
        headers: { 'x-ratelimit-towait-sec': '1', 'retry-after': '50' },
      },
      1,
    ],
    [
      '429 with Retry-After before what the body says',
      {
        status: 429,
        headers: { 'retry-after': '1', reset: '70' },
        body: simpleReturn('1965', secondsToWait(50)),
      },
      1,
    ],
    ['429 with Reset alone', { status: 429, headers: { reset: '1' } }, 1],
    [
      '429 with headers that cannot be understood',
      {
        status: 429,
        headers: {
          'x-ratelimit-towait-sec': 'soon',
          'x-ratelimit-limit': '-3',
          'x-ratelimit-remaining': 'NaN',
          'x-concurrency-limit-limit': '',
          'retry-after': '?',
          reset: '1e3',
        },
      },
      undefined,
    ],
    [
      '409 with 1960 in XML',
      {
        status: 409,
        body: simpleReturn(
          '1960',
          '<KEY>CALLS_TO_FINISH</KEY><VALUE>2</VALUE>',
        ),
      },
      undefined,
    ],
    [
      '409 with 1965 in XML',
      { status: 409, body: simpleReturn('1965', secondsToWait(1)) },
      1,
    ],
    [
      '409 with 1965 in JSON',
      {
        status: 409,
        headers: { 'content-type': 'application/json' },
        body: '{"errorCode": "1965", "message": "later", "SECONDS_TO_WAIT": 1}',
      },
      1,
    ],
    [
      '409 whose headers ask to wait',
      { status: 409, headers: { 'x-ratelimit-towait-sec': '1' } },
      1,
    ],
    [
      '409 whose headers show that all are running',
      {
        status: 409,
        headers: {
          'x-concurrencylimit-limit': '2',
          'x-concurrency-limit-running': '2',
        },
      },
      undefined,
    ],
  ];

  it.each(REFUSALS)(
    'is made again after the wait: %s',
    async (_, refusal, seconds) => {
      const waits: QualysCallWaited[] = [];
      await t.reopen({ hooks: { onCallWaited: event => waits.push(event) } });
      refuse(refusal);
      const before = performance.now();
      await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
      const took = performance.now() - before;

      expect(t.server.received).toHaveLength(2);
      expect(state().lastRefusal).toMatchObject({
        status: refusal.status,
        waitSeconds: seconds ?? 1,
      });
      expect(took).toBeLessThan(5_000);
      expect(took).toBeGreaterThanOrEqual((seconds ?? 0) * 1000 - 10);
      const wait = {
        family,
        host: 'cloudView',
        method: 'GET',
        priority: 'user',
        reason: 'blocked',
        attempt: 2,
      };
      // Where none is asked for, a short wait may be over before the next attempt.
      expect(waits).toMatchObject(seconds || waits.length ? [wait] : []);
    },
  );

  it.each(REFUSALS)(
    'is not sent again where it is a change: %s',
    async (_, refusal) => {
      refuse(refusal);
      const error = await errorOf(run());
      expect(error).toMatchObject({
        kind: 'limited',
        status: refusal.status,
        retryAfter: 1,
      });
      expect(t.server.received).toHaveLength(1);
    },
  );

  it.each([
    ['2003', 'permission', 'complete the registration'],
    ['2011', 'permission', 'SecurID'],
    ['1905', 'conflict', 'at odds'],
    ['', 'conflict', 'at odds'],
  ])(
    'is no conflict, and no conflict is a limit: 409 with %s',
    async (code, kind, says) => {
      refuse({
        status: 409,
        headers: code
          ? {
              'x-concurrency-limit-limit': '2',
              'x-concurrency-limit-running': '2',
            }
          : {},
        body: code && simpleReturn(code),
      });
      const error = await errorOf(t.get());
      expect(error).toMatchObject({ kind, status: 409 });
      expect(error.message).toContain(says);
      expect(t.server.received).toHaveLength(1);
      expect(state().lastRefusal).toBeUndefined();
    },
  );

  it('makes all others wait too, and says so at once to who cannot', async () => {
    refuse({ status: 409, body: simpleReturn('1965', secondsToWait(600)) });
    const error = await errorOf(run());
    expect(error).toMatchObject({
      kind: 'limited',
      code: '1965',
      retryAfter: 600,
    });

    const before = performance.now();
    for (const call of [t.get(), run()]) {
      const other = await errorOf(call);
      expect(other.kind).toBe('limited');
      expect(other.retryAfter).toBeGreaterThan(590);
    }
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(t.server.received).toHaveLength(1);
    const until = Date.parse(state().blockedUntil!) - Date.now();
    expect(until).toBeGreaterThan(590_000);
    expect(until).toBeLessThanOrEqual(600_000);
  });

  it('waits in the background, and can be given up', async () => {
    refuse({ status: 429, headers: { 'retry-after': '600' } });
    const controller = new AbortController();
    const call = errorOf(
      t.get({ priority: 'background', signal: controller.signal }),
    );
    while (!t.client.limits()[0]?.waiting.background) {
      await new Promise(resolve => setImmediate(resolve));
    }
    controller.abort();
    expect(await call).toMatchObject({ kind: 'aborted' });
    expect(state().waiting).toEqual({ user: 0, background: 0 });
    expect(t.server.received).toHaveLength(1);
  });

  it('that waits is freed when the client is closed; a change is then known not to be made', async () => {
    await t.reopen({ limits: { maxWaitMs: { user: 60_000 } } });
    refuse({ status: 429, headers: { 'x-ratelimit-towait-sec': '30' } });
    await errorOf(run());
    const waiting = [t.get(), run(), run({ priority: 'background' })].map(
      errorOf,
    );
    expect(state().waiting).toEqual({ user: 2, background: 1 });
    await t.client.close();
    for (const error of await Promise.all(waiting)) {
      expect(error).toMatchObject({ kind: 'aborted' });
    }
    expect(t.server.received).toHaveLength(1);
  });

  it('does not use up its time by waiting for its turn', async () => {
    await t.reopen({ timeouts: { totalMs: 300 } });
    refuse({ status: 429, headers: { 'retry-after': '1' } });
    await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
  });

  it('runs beside no more than may, whatever is configured', async () => {
    await t.reopen({ limits: { families: { cloudView: { concurrency: 3 } } } });
    let most = 0;
    let held: Array<() => void> = [];
    t.handle = (_, response) => {
      held.push(() => json(response, wireConnector(1)));
      most = Math.max(most, held.length);
      // No more come while three run; they end together.
      if (held.length === 3) {
        setImmediate(() => {
          held.forEach(end => end());
          held = [];
        });
      }
    };
    await Promise.all(Array.from({ length: 12 }, () => t.get()));
    expect(most).toBe(3);
    expect(state()).toMatchObject({
      family,
      concurrency: 3,
      concurrencySource: 'configured',
      windowSource: 'assumed',
      running: 0,
      budget: 90,
      used: 12,
      remaining: 78,
    });
  });

  it('belongs to its own caller, whichever call makes room for it', async () => {
    const callers = new AsyncLocalStorage<number>();
    const started: Array<number | undefined> = [];
    await t.reopen({
      limits: { families: { cloudView: { concurrency: 1 } } },
      hooks: { onCallStarted: () => started.push(callers.getStore()) },
    });
    await Promise.all([1, 2, 3, 4].map(n => callers.run(n, () => t.get())));
    expect(started).toEqual([1, 2, 3, 4]);
  });

  it.each<[string, QualysLimits]>([
    ['limits.share', { share: 0 }],
    ['limits.share', { share: 1.1 }],
    ['limits.reserve', { reserve: 1 }],
    ['limits.reserve', { reserve: -0.1 }],
    ['limits.maxWaitMs.user', { maxWaitMs: { user: -1 } }],
    ['limits.maxWaitMs.background', { maxWaitMs: { background: 0.5 } }],
    ['limits.families.qps.perHour', { families: { qps: { perHour: 0 } } }],
    [
      'limits.families.fo.concurrency',
      { families: { fo: { concurrency: 1.5 } } },
    ],
    [
      'limits.families.was',
      { families: { was: {} } as QualysLimits['families'] },
    ],
    ['limits.share', { share: '0.3' as unknown as number }],
  ])('names the setting that makes no sense: %s', async (field, limits) => {
    const error = await errorOf(t.reopen({ limits }));
    expect(error).toBeInstanceOf(QualysConfigurationError);
    expect(error.field).toBe(field);
    expect(error.message).toContain(field);
  });
});
