import { XMLParser } from 'fast-xml-parser';
import type { SimulatorLimits } from '..';
import {
  basic,
  startPlatform,
  type Answer,
  type TestPlatform,
} from '../__testUtils__/platform';

const FO = '/api/2.0/fo/subscription/option_profile/vm/?action=list';
const QPS = '/qps/rest/portal/version';
const CLOUDVIEW = '/cloudview-api/rest/v1/aws/connectors?pageNo=0&pageSize=5';

const HEADERS = [
  'x-ratelimit-limit',
  'x-ratelimit-window-sec',
  'x-ratelimit-remaining',
  'x-ratelimit-towait-sec',
  'x-concurrency-limit-limit',
  'x-concurrency-limit-running',
];

const parser = new XMLParser();

describe('limits', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 12 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const call = (host: 'api' | 'cloudView', path: string) =>
    platform.call(platform.urls[host] + path, {
      headers: {
        ...basic(platform.credentials),
        'x-requested-with': 'jest',
      },
    });
  const fo = () => call('api', FO);
  const statuses = async (count: number, ask: () => Promise<Answer>) => {
    const found = [];
    for (let done = 0; done < count; done += 1) {
      found.push((await ask()).status);
    }
    return found;
  };
  const told = ({ headers }: Answer) =>
    HEADERS.map(name => headers[name]).join(' ');
  const refusal = ({ text }: Answer) =>
    parser.parse(text).SIMPLE_RETURN.RESPONSE;
  const viaGateway = (token: string) =>
    platform.send('GET', platform.urls.gateway + CLOUDVIEW, undefined, {
      authorization: `Bearer ${token}`,
    });

  it('are told in six headers by the calls under /api/2.0/fo', async () => {
    expect(told(await fo())).toBe('300 3600 299 0 2 1');
    expect(told(await fo())).toBe('300 3600 298 0 2 1');
  });

  it('are neither told nor there for the other calls with Basic', async () => {
    for (const answer of [
      await call('api', QPS),
      await call('cloudView', CLOUDVIEW),
    ]) {
      expect(answer.status).toBe(200);
      expect(told(answer).trim()).toBe('');
    }
  });

  describe('of the calls in a window', () => {
    it('are code 1965 with 409 at the API server', async () => {
      platform.control.setLimits({ fo: { perHour: 2 } });
      await fo();
      platform.control.advanceClock(600_000);
      expect(told(await fo())).toBe('2 3600 0 3000 2 1');
      const answer = await fo();
      expect(answer.status).toBe(409);
      expect(told(answer)).toBe('2 3600 0 3000 2 0');
      expect(refusal(answer)).toMatchObject({
        CODE: 1965,
        TEXT: 'This API cannot be run again for another 50 minutes.',
        ITEM_LIST: { ITEM: { KEY: 'SECONDS_TO_WAIT', VALUE: 3000 } },
      });
    });

    it('slide with the simulated time', async () => {
      platform.control.setLimits({ fo: { perHour: 2, windowSeconds: 60 } });
      await fo();
      platform.control.advanceClock(40_000);
      expect(await statuses(2, fo)).toEqual([200, 409]);
      platform.control.advanceClock(20_000);
      // The refused call did not count, the one of 20 s ago still does.
      expect(await statuses(2, fo)).toEqual([200, 409]);
      platform.control.advanceClock(40_000);
      expect(await statuses(1, fo)).toEqual([200]);
    });

    it('are 429 at the gateway, but not for signing in', async () => {
      platform.control.setLimits({ gateway: { perHour: 1 } });
      const token = await platform.signIn();
      const first = await viaGateway(token);
      expect(first.status).toBe(200);
      expect(told(first)).toBe('1 3600 0  2 1');
      const second = await viaGateway(token);
      expect(second.status).toBe(429);
      expect(told(second)).toBe('1 3600 0 3600 2 0');
      expect(second.json()).toEqual({ message: expect.any(String) });
      expect(await platform.signIn()).not.toBe(token);
    });

    it('may hold for every API', async () => {
      platform.control.setLimits({
        qps: { perHour: 1, headers: true },
        cloudView: { perHour: 1 },
      });
      const qps = () => call('api', QPS);
      expect(told(await qps())).toBe('1 3600 0 3600  ');
      expect(await statuses(1, qps)).toEqual([409]);
      const cloudView = () => call('cloudView', CLOUDVIEW);
      expect(await statuses(2, cloudView)).toEqual([200, 429]);
      expect(await statuses(1, fo)).toEqual([200]);
    });

    it('begin anew when the platform does', async () => {
      platform.control.setLimits({ fo: { perHour: 1 } });
      await fo();
      platform.control.reset();
      expect(told(await fo())).toBe('300 3600 299 0 2 1');
    });
  });

  describe('of the calls at a time', () => {
    const underWay = async (count: number) => {
      platform.control.addFault({
        match: {},
        kind: 'slow',
        delayMs: 600_000,
        times: count,
      });
      const gone = new AbortController();
      const calls = Array.from({ length: count }, () =>
        platform
          .call(platform.urls.api + FO, { signal: gone.signal })
          .catch(() => undefined),
      );
      while (platform.control.journal().length < count) {
        await new Promise(setImmediate);
      }
      return async () => {
        gone.abort();
        await Promise.all(calls);
      };
    };

    it('are code 1960 with 409, and are checked first', async () => {
      platform.control.setLimits({ fo: { perHour: 2 } });
      const end = await underWay(2);
      const answer = await fo();
      expect(answer.status).toBe(409);
      expect(told(answer)).toBe('2 3600 0 3600 2 2');
      expect(refusal(answer)).toMatchObject({
        CODE: 1960,
        ITEM_LIST: { ITEM: { KEY: 'CALLS_TO_FINISH', VALUE: 1 } },
      });
      await end();
    });

    it('count no call that has ended, however it ended', async () => {
      platform.control.setLimits({ fo: { perHour: null } });
      const end = await underWay(2);
      expect(await statuses(1, fo)).toEqual([409]);
      await end();
      // The platform learns a little later that the callers are gone.
      let answer;
      do answer = await fo();
      while (answer.status === 409);
      expect(told(answer)).toMatch(/2 1$/);
      for (const kind of ['reset', 'cut', 'applied'] as const) {
        platform.control.addFault({ match: {}, kind, times: 1 });
        await expect(fo()).rejects.toThrow();
      }
      expect(await statuses(3, fo)).toEqual([200, 200, 200]);
    });
  });

  it.each<[string, SimulatorLimits]>([
    ['fo.perHour', { fo: { perHour: 0 } }],
    ['qps.concurrency', { qps: { concurrency: 1.5 } }],
    ['gateway.windowSeconds', { gateway: { windowSeconds: 0 } }],
  ])('are refused where %s makes no sense', async (field, limits) => {
    expect(() => platform.control.setLimits(limits)).toThrow(
      field.split('.')[1],
    );
    await expect(startPlatform({ limits })).rejects.toThrow(
      field.split('.')[1],
    );
    const answer = await platform.controlPort('PUT', '/limits', limits);
    expect(answer.status).toBe(400);
    expect(answer.json().issues[0].field).toBe(field);
  });
});
