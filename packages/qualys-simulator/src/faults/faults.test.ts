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

  describe('lost answers', () => {
    const created = () => platform.control.health().connectors;
    const create = () =>
      platform.send(
        'POST',
        `${platform.urls.cloudView}/cloudview-api/rest/v1/aws/connectors`,
        {
          name: 'new',
          arn: 'arn:aws:iam::123456789012:role/new',
          externalId: 'USPOD01-4765-9011278609223',
        },
      );

    it.each<[Fault['kind'], number]>([
      ['applied', 1],
      ['cut', 1],
      ['reset', 0],
    ])('of kind %s: %s calls were carried out', async (kind, count) => {
      const before = created();
      add({ kind });
      await expect(create()).rejects.toThrow();
      expect(created() - before).toBe(count);
      expect(platform.control.journal()).toMatchObject([{ status: null }]);
    });

    it('also where the answer is empty', async () => {
      const { connectorId } = (await create()).json();
      add({ kind: 'cut' });
      const deleted = platform.send(
        'DELETE',
        `${platform.urls.cloudView}/cloudview-api/rest/v1/aws/connectors`,
        [connectorId],
      );
      await expect(deleted).rejects.toThrow();
      expect(created()).toBe(240);
    });
  });

  describe('wrong types', () => {
    it('have the real answer under another type', async () => {
      add({ kind: 'wrongType' });
      const answer = await call();
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toMatch(/^text\/plain/);
      expect(answer.json().content).toHaveLength(5);
    });

    it('are answered as if they had been asked for', async () => {
      add({ kind: 'wrongType', contentType: 'application/xml' });
      const url = `${platform.urls.api}/qps/rest/portal/version`;
      const answer = await platform.call(url, {
        headers: {
          ...basic(platform.credentials),
          accept: 'application/json',
        },
      });
      expect(answer.headers['content-type']).toMatch(/^application\/xml/);
      expect(answer.text).toMatch(/^<\?xml/);
    });
  });

  it('breaks XML off, too', async () => {
    const url = `${platform.urls.api}/qps/rest/portal/version`;
    const ask = () =>
      platform.call(url, {
        headers: {
          ...basic(platform.credentials),
          accept: 'application/xml',
        },
      });
    const whole = (await ask()).text;
    add({ kind: 'malformed' });
    const broken = (await ask()).text;
    expect(whole.startsWith(broken)).toBe(true);
    expect(broken.length).toBeLessThan(whole.length);
    expect(broken).not.toContain('</ServiceResponse>');
  });

  describe('limits', () => {
    const limited = async (fault: Partial<Fault>) => {
      add({ kind: 'limit', times: 1, ...fault });
      const { status, headers, text } = await call();
      expect(platform.control.journal()).toHaveLength(1);
      return {
        status,
        wait: headers['x-ratelimit-towait-sec'],
        running: headers['x-concurrency-limit-running'],
        retryAfter: headers['retry-after'],
        code: /<CODE>(\d+)<\/CODE>/.exec(text)?.[1],
        item: /<VALUE>(\d+)<\/VALUE>/.exec(text)?.[1],
      };
    };

    it.each<[Partial<Fault>, object]>([
      [{}, { status: 409, code: '1965', item: '60', wait: '60' }],
      [
        { code: 1965, secondsToWait: 17 },
        { status: 409, code: '1965', item: '17', wait: '17' },
      ],
      [
        { code: 1965, limitHeaders: false },
        { status: 409, code: '1965', item: '60', wait: undefined },
      ],
      [
        { code: 1960 },
        { status: 409, code: '1960', item: '1', wait: '0', running: '2' },
      ],
      [
        { code: 2003 },
        { status: 409, code: '2003', wait: undefined, running: undefined },
      ],
      [
        { code: 429, secondsToWait: 5 },
        { status: 429, code: undefined, wait: '5' },
      ],
      [
        { code: 429, limitHeaders: false, headers: { 'Retry-After': '9' } },
        { status: 429, wait: undefined, retryAfter: '9' },
      ],
    ])('refuse as %j says', async (fault, expected) => {
      expect(await limited(fault)).toMatchObject(expected);
    });

    it('hide the headers of the gateway where they are to tell nothing', async () => {
      add({ kind: 'limit', code: 429, limitHeaders: false });
      const url = `${platform.urls.gateway}/partner-integration/aws/s3/7/vm`;
      const { headers, status } = await platform.call(url);
      expect(status).toBe(429);
      expect(Object.keys(headers).join()).not.toMatch(/limit/);
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
