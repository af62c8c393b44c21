import type { Fault } from '..';
import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';

const LIST = '/cloudview-api/rest/v1/aws/connectors?pageNo=0&pageSize=5';

describe('what faults make of answers', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const call = () => platform.send('GET', platform.urls.cloudView + LIST);
  const add = (fault: Omit<Fault, 'match'>) =>
    platform.control.addFault({ match: {}, ...fault });

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
      add({ ...fault, kind: 'limit', times: 1 });
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
});
