import {
  clientOf,
  errorOf,
  startServer,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysClient } from '../client';

const SETTINGS = {
  name: 'Findings',
  bucketName: 'qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::123456789012:role/qualys-s3',
  minSeverity: 4,
  filterQuery: { vuln: 'category: Confirmed', asset: 'os: Windows' },
  sendVulnInfo: true,
  compressData: true,
  resultSectionNeeded: false,
  sendAlerts: false,
};
const JSON_TYPE = 'application/json';

describe('what the gateway says of an update of an S3 integration', () => {
  let server: TestServer;
  let client: QualysClient;
  let updates: number;
  let answer: { status?: number; type?: string; text: string };

  beforeAll(async () => {
    server = await startServer((request, response) => {
      request.resume();
      if (request.url === '/auth') {
        response.writeHead(201).end('header.claims.signature');
        return;
      }
      updates += 1;
      const { status = 200, type = JSON_TYPE, text } = answer;
      response.writeHead(status, { 'content-type': type }).end(text);
    });
  });
  beforeEach(() => {
    updates = 0;
    client = clientOf(server.url);
  });
  afterEach(() => client.close());
  afterAll(() => server.stop());

  it.each([
    ['{"message":"Done."}', { message: 'Done.' }],
    ['{"messsage":" Done. ","more":1}', { message: 'Done.' }],
    ['{"message":null,"messsage":"Done."}', { message: 'Done.' }],
    ['{}', {}],
    ['', {}],
    [
      '{"externalId":"US_POD_1-1- 1a"}',
      { externalId: { raw: 'US_POD_1-1- 1a', normalised: 'US_POD_1-1-1a' } },
    ],
    ['{"message":"Done.","externalId":" "}', { message: 'Done.' }],
    ['{"message":"Done.","code":200}', { message: 'Done.' }],
    ['{"message":"Done.","status":200,"code":"OK"}', { message: 'Done.' }],
  ])('is good: %s', async (text, said) => {
    answer = { text };
    expect(await client.s3.update('7', SETTINGS)).toEqual({
      ...said,
      trustRelationshipMustBeUpdated: false,
      warnings: [],
    });
  });

  it.each([
    [400, '{"message":"The name is taken."}', 'invalid', undefined],
    [400, '{"messsage":"The name is taken."}', 'invalid', undefined],
    [
      409,
      '{"errorCode":"E7","message":"The name is taken."}',
      'conflict',
      'E7',
    ],
    [
      403,
      '{"error":"Forbidden","message":"The name is taken."}',
      'permission',
      'Forbidden',
    ],
    [404, '{"code":1003,"message":"The name is taken."}', 'notFound', '1003'],
    [200, '{"errorCode":"E7","message":"The name is taken."}', 'invalid', 'E7'],
    [
      200,
      '{"status":400,"message":"The name is taken."}',
      'invalid',
      undefined,
    ],
    [
      200,
      '{"error":"Forbidden","status":403,"message":"The name is taken."}',
      'permission',
      'Forbidden',
    ],
  ])('is a refusal: %i %s', async (status, text, kind, code) => {
    answer = { status, text };
    const error = await errorOf(client.s3.update('7', SETTINGS));
    expect(error).toMatchObject({
      kind,
      status,
      message: expect.stringContaining('The name is taken.'),
    });
    expect(error.code).toBe(code);
    expect(updates).toBe(1);
  });

  it('is shown where it is plain text, and not where it is a page', async () => {
    answer = { status: 400, type: 'text/plain', text: 'The name is taken.' };
    expect(await errorOf(client.s3.update('7', SETTINGS))).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('The name is taken.'),
    });
    answer = { status: 400, type: 'text/html', text: '<h1>Bad Request</h1>' };
    expect(
      (await errorOf(client.s3.update('7', SETTINGS))).message,
    ).not.toContain('<h1>');
  });

  it.each([
    [200, 'text/html', '<html>Sign in</html>'],
    [200, JSON_TYPE, '{"message":'],
    [200, JSON_TYPE, '[]'],
    [200, JSON_TYPE, '{"errors":[{"detail":"The name is taken."}]}'],
    [200, JSON_TYPE, '{"fault":{"code":900}}'],
    [200, JSON_TYPE, '{"message":7}'],
    [500, JSON_TYPE, '{"message":"Oops."}'],
    [503, 'text/html', '<html>Down</html>'],
  ])(
    'leaves it open whether the update was made: %i %s %s',
    async (status, type, text) => {
      answer = { status, type, text };
      expect(await errorOf(client.s3.update('7', SETTINGS))).toMatchObject({
        kind: 'outcomeUnknown',
        status,
      });
      expect(updates).toBe(1);
    },
  );
});
