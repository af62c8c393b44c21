import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';
import { treeOf } from '../__testUtils__/qps';

const JSON_TYPE = { 'content-type': 'application/json' };
const BROKEN = '{"name": ';
const TOO_LARGE = JSON.stringify({ name: 'x'.repeat(1_100_000) });
const HUB = '/qps/rest/2.0/add/integration/amazon/securityhub';
const WEB_APP = '/qps/rest/3.0/create/was/webapp';
const AWS = '/cloudview-api/rest/v1/aws/connectors';
const OPTION_PROFILES = '/api/2.0/fo/subscription/option_profile/vm';

describe('a request that cannot be read', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const post = (
    host: 'api' | 'gateway' | 'cloudView',
    path: string,
    headers: Record<string, string>,
    body = BROKEN,
    method: 'POST' | 'PUT' = 'POST',
  ) =>
    platform.call(platform.urls[host] + path, {
      method,
      headers: { ...JSON_TYPE, ...headers },
      body,
    });
  const bearer = async () => ({
    authorization: `Bearer ${await platform.signIn()}`,
  });

  it.each([
    [BROKEN, 400],
    [TOO_LARGE, 413],
  ])('is refused by CloudView on both its hosts', async (body, status) => {
    for (const answer of [
      await post('cloudView', AWS, basic(platform.credentials), body),
      await post('gateway', AWS, await bearer(), body),
    ]) {
      expect(answer.status).toBe(status);
      expect(answer.json()).toEqual({
        errorCode: String(status),
        message: 'The request cannot be read',
        timestamp: expect.any(Number),
      });
    }
  });

  it.each([BROKEN, TOO_LARGE])(
    'is refused by the qps APIs in an answer of 200',
    async body => {
      for (const path of [HUB, WEB_APP]) {
        const answer = await post(
          'api',
          path,
          { ...basic(platform.credentials), accept: 'application/json' },
          body,
        );
        expect(answer.status).toBe(200);
        expect(answer.json().ServiceResponse).toMatchObject({
          responseCode: 'INVALID_REQUEST',
          responseErrorDetails: { errorMessage: 'The request cannot be read' },
        });
      }
    },
  );

  it('is refused by /api/2.0/fo in XML', async () => {
    const answer = await post('api', OPTION_PROFILES, {
      ...basic(platform.credentials),
      'x-requested-with': 'a test',
    });
    expect(answer.status).toBe(400);
    expect(treeOf(answer.text).SIMPLE_RETURN.RESPONSE.TEXT).toBe(
      'The request cannot be read',
    );
  });

  it('is refused by the gateway with a message', async () => {
    const { id } = platform.control.addS3Integration({});
    const path = `/partner-integration/aws/s3/${id}/vm`;
    for (const answer of [
      await post('gateway', path, await bearer(), BROKEN, 'PUT'),
      await post('gateway', '/auth', {}),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.json()).toEqual({ message: 'The request cannot be read' });
    }
  });

  it('is written down without its body, and read by nobody who has not signed in', async () => {
    const wrong = basic({ username: 'demo_qs', password: 'wrong' });
    for (const [host, path] of [
      ['cloudView', AWS],
      ['api', HUB],
      ['api', WEB_APP],
      ['api', OPTION_PROFILES],
      ['gateway', AWS],
    ] as const) {
      const answer = await post(host, path, wrong);
      expect([path, answer.status]).toEqual([path, 401]);
    }
    const journal = platform.control.journal();
    expect(journal).toHaveLength(5);
    expect(journal.filter(entry => 'body' in entry)).toEqual([]);
  });

  it('is a bad one where its path is no URL', async () => {
    const answer = await post(
      'cloudView',
      `${AWS}/%zz`,
      basic(platform.credentials),
      '{}',
      'PUT',
    );
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ status: 400, error: 'Bad Request' });
  });
});
