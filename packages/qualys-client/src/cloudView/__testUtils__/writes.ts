import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { QualysClient } from '../../client';
import {
  clientOf,
  startServer,
  type TestServer,
} from '../../__testUtils__/server';

/** What a request carried. */
export type SentBody =
  | { json: unknown }
  | {
      form: Record<
        string,
        string | { name: string; type: string; text: string }
      >;
    };

/** A request as the server of these tests got it. */
export interface Sent {
  method: string;
  path: string;
  body?: SentBody;
  /** The body as it came. */
  raw: string;
}

async function bodyOf(
  type: string | undefined,
  bytes: Buffer,
): Promise<SentBody | undefined> {
  if (type === undefined) return undefined;
  if (type === 'application/json') return { json: JSON.parse(`${bytes}`) };
  const headers = { 'content-type': type };
  const data = await new Response(new Uint8Array(bytes), {
    headers,
  }).formData();
  const form: Extract<SentBody, { form: unknown }>['form'] = {};
  for (const [key, value] of data) {
    form[key] =
      typeof value === 'string'
        ? value
        : { name: value.name, type: value.type, text: await value.text() };
  }
  return { form };
}

/** A server that answers as `answer` says, and a client of it, for the tests of a file. */
export function setUpWrites() {
  const setUp = {
    sent: [] as Sent[],
    client: undefined as unknown as QualysClient,
    answer: (_response: ServerResponse, _sent: Sent): void => {},
  };
  let server: TestServer;

  async function take(request: IncomingMessage, response: ServerResponse) {
    const bytes = await buffer(request);
    const type = request.headers['content-type'];
    const sent = {
      method: request.method!,
      path: request.url!,
      body: await bodyOf(type, bytes),
      raw: `${bytes}`,
    };
    setUp.sent.push(sent);
    setUp.answer(response, sent);
  }

  beforeAll(async () => {
    server = await startServer(take);
  });
  beforeEach(() => {
    setUp.sent.length = 0;
    setUp.client = clientOf(server.url);
  });
  afterEach(() => setUp.client.close());
  afterAll(() => server.stop());
  return setUp;
}

/** The answers that a write may get, by status, type and text. */
export function answering(
  status: number,
  text = '',
  type = 'application/json',
): (response: ServerResponse) => void {
  return response => {
    response.writeHead(status, text ? { 'content-type': type } : {});
    response.end(text);
  };
}

/** A key file of a service account; the key in it opens nothing. */
export const KEY_FILE = JSON.stringify(
  {
    type: 'service_account',
    project_id: 'my-project-1513669048551',
    private_key_id: '0123456789abcdef0123456789abcdef01234567',
    private_key: [
      '-----BEGIN PRIVATE KEY-----',
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
      'MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu',
      'NMoSfm76oqFvAp8Gy0iz5sxjZmSnXyCdPEovGhLa0VzMaQ==',
      '-----END PRIVATE KEY-----',
      '',
    ].join('\n'),
    client_email: 'qualys@my-project-1513669048551.iam.gserviceaccount.com',
  },
  null,
  2,
);

/** Settings of new connectors, without a flaw. */
export const SETTINGS = {
  aws: {
    name: 'ABC',
    arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
    externalId: 'USPOD01-4765-9011278609223',
  },
  azure: {
    name: 'My Azure Connector',
    applicationId: '11111111-2222-3333-4444-555555555555',
    directoryId: '22222222-2222-3333-4444-555555555555',
    subscriptionId: '33333333-2222-3333-4444-555555555555',
    authenticationKey: 'Zq8~secret/Key+_-1',
  },
  gcp: {
    name: 'API Connector',
    projectId: 'my-project-1513669048551',
    configFile: KEY_FILE,
  },
};
