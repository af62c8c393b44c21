import { demoConnectors } from '../..';
import { startPlatform, type TestPlatform } from '../../__testUtils__/platform';
import { writesTo, type Writes } from './__testUtils__/writes';

describe('the other calls about connectors of CloudView', () => {
  let platform: TestPlatform;
  let send: Writes['send'];

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 20 });
    ({ send } = writesTo(platform));
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  it.each([
    ['PATCH', '/aws/connectors', 'GET, POST, DELETE'],
    ['POST', `/aws/connectors/${demoConnectors()[0].id}`, 'GET, PUT'],
    ['PUT', '/gcp/connectors/connectors/enable', 'PATCH'],
    ['DELETE', '/azure/connectors/run', 'POST'],
  ])('knows no %s %s', async (method, path, allowed) => {
    const answer = await send(method, path, []);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe(allowed);
  });

  describe('the template of the role', () => {
    const path = (query: string) => `/aws/connectors/aws/download?${query}`;

    it.each([
      ['Global', 'aws'],
      ['Gov', 'aws-us-gov'],
      ['China', 'aws-cn'],
    ])('is a file for %s', async (type, partition) => {
      const query = `awsCloudType=${type}&externalId=USPOD01-4765-90112`;
      const answer = await send('GET', path(query));
      expect(answer.headers['content-type']).toBe('application/octet-stream');
      expect(answer.headers['content-disposition']).toMatch(/^attachment/);
      expect(answer.text).toContain('"sts:ExternalId": "USPOD01-4765-90112"');
      expect(answer.text).toContain(`arn:${partition}:iam::`);
    });

    it.each([
      ['awsCloudType', 'externalId=a'],
      ['externalId', 'awsCloudType=Gov'],
      ['awsCloudType', 'awsCloudType=GLOBAL&externalId=a'],
    ])('wants %s', async (named, query) => {
      const answer = await send('GET', path(query));
      expect(answer.status).toBe(400);
      expect(answer.json().message).toContain(named);
    });
  });
});
