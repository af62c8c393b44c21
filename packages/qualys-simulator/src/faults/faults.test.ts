import type { Fault } from '..';
import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';

const LIST = '/cloudview-api/rest/v1/aws/connectors?pageNo=0&pageSize=5';

describe('faults', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const call = (path = LIST) =>
    platform.call(platform.urls.cloudView + path, {
      headers: basic(platform.credentials),
    });
  const statuses = async (count: number, path?: string) => {
    const found = [];
    for (let done = 0; done < count; done += 1) {
      found.push((await call(path)).status);
    }
    return found;
  };
  const add = (fault: Partial<Fault>) =>
    platform.control.addFault({ match: {}, kind: 'status', ...fault });

  describe('kinds', () => {
    it('answers a status with a body and headers', async () => {
      add({
        status: 429,
        body: { message: 'slow down' },
        headers: { 'X-RateLimit-ToWait-Sec': '17' },
      });
      const answer = await call();
      expect(answer.status).toBe(429);
      expect(answer.headers['x-ratelimit-towait-sec']).toBe('17');
      expect(answer.json()).toEqual({ message: 'slow down' });
    });

    it('answers a text as it is, and 500 unless told otherwise', async () => {
      add({
        body: '<SIMPLE_RETURN/>',
        headers: { 'Content-Type': 'text/xml' },
      });
      const answer = await call();
      expect(answer.status).toBe(500);
      expect(answer.headers['content-type']).toMatch(/^text\/xml/);
      expect(answer.text).toBe('<SIMPLE_RETURN/>');
    });

    it('resets the connection', async () => {
      add({ kind: 'reset' });
      await expect(call()).rejects.toMatchObject({ code: 'ECONNRESET' });
      expect(platform.control.journal()).toMatchObject([{ status: null }]);
    });

    it('cuts the answer off in the middle of its body', async () => {
      add({ kind: 'cut' });
      await expect(call()).rejects.toThrow(/terminated|closed/);
      expect(platform.control.journal()).toMatchObject([{ status: null }]);
    });

    it('answers late', async () => {
      add({ kind: 'slow', delayMs: 50 });
      const begin = performance.now();
      expect((await call()).json().content).toHaveLength(5);
      // Timers may be a little early.
      expect(performance.now() - begin).toBeGreaterThan(45);
    });

    it('lets a caller go away while it waits', async () => {
      add({ kind: 'slow', delayMs: 600_000 });
      const gone = new AbortController();
      const waiting = platform.call(platform.urls.cloudView + LIST, {
        signal: gone.signal,
      });
      const outcome = waiting.then(String, () => 'failed');
      while (platform.control.journal().length === 0) {
        await new Promise(setImmediate);
      }
      gone.abort();
      expect(await outcome).toBe('failed');
      platform.control.clearFaults();
      expect(await statuses(1)).toEqual([200]);
      expect(platform.control.journal()[0].status).toBeNull();
    });

    it('answers a page of HTML', async () => {
      add({ kind: 'html' });
      const answer = await call();
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.text).toMatch(/^<!DOCTYPE html>/);

      platform.control.clearFaults();
      add({ kind: 'html', status: 503, body: '<p>later</p>' });
      expect(await call()).toMatchObject({ status: 503, text: '<p>later</p>' });
    });

    it('answers JSON that breaks off, in an answer that does not', async () => {
      add({ kind: 'malformed' });
      const answer = await call();
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      expect(answer.text).toMatch(/^\{"content":\[/);
      expect(() => answer.json()).toThrow(SyntaxError);
    });
  });

  describe('matching', () => {
    const ERRORS =
      '/cloudview-api/rest/v1/aws/connectors/x/errors?pageNo=0&pageSize=5';

    it.each<[string, Fault['match'], boolean]>([
      ['its host', { host: 'cloudView' }, true],
      ['another host', { host: 'api' }, false],
      ['its method', { method: 'get' }, true],
      ['another method', { method: 'POST' }, false],
      ['a part of its path', { path: '/aws/' }, true],
      ['a part of another path', { path: '/gcp/' }, false],
      ['a pattern of its path', { path: '*/aws/connectors' }, true],
      ['a pattern of a part', { path: '/aws/*' }, false],
      ['a pattern with other signs', { path: '*/aws.connectors' }, false],
      ['a parameter', { query: { pageNo: '0' } }, true],
      ['another value', { query: { pageNo: '1' } }, false],
      ['all at once', { host: 'cloudView', query: { pageSize: '5' } }, true],
      ['one that fails', { path: '/aws/', query: { pageSize: '6' } }, false],
    ])('goes by %s', async (_, match, hit) => {
      add({ match, status: 503 });
      expect(await statuses(1)).toEqual([hit ? 503 : 200]);
    });

    it('tells two paths apart', async () => {
      add({ match: { path: '*/connectors/*/errors' }, status: 503 });
      expect(await statuses(1)).toEqual([200]);
      expect(await statuses(1, ERRORS)).toEqual([503]);
    });
  });

  describe('counting', () => {
    it('goes on for ever unless told otherwise', async () => {
      add({ status: 503 });
      expect(await statuses(3)).toEqual([503, 503, 503]);
    });

    it('lets some pass and hits some', async () => {
      add({ status: 503, skip: 2, times: 1 });
      expect(await statuses(4)).toEqual([200, 200, 503, 200]);
    });

    it('counts matching calls alone', async () => {
      add({ match: { path: '/gcp/' }, status: 503, skip: 1 });
      expect(await statuses(2)).toEqual([200, 200]);
      const gcp = LIST.replace('aws', 'gcp');
      expect(await statuses(2, gcp)).toEqual([200, 503]);
    });

    it('takes the first of several faults that is not used up', async () => {
      add({ status: 503, times: 1 });
      add({ status: 429, times: 1 });
      expect(await statuses(3)).toEqual([503, 429, 200]);
    });

    it('ends when the faults are cleared', async () => {
      add({ status: 503 });
      platform.control.clearFaults();
      expect(await statuses(1)).toEqual([200]);
    });
  });
});
