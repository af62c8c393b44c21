import type { ServerResponse } from 'node:http';
import { XMLBuilder } from 'fast-xml-parser';
import {
  clientOf,
  startServer,
  type TestServer,
} from '../../__testUtils__/server';
import type { QualysClient, QualysClientOptions } from '../../client';
import { parseXml } from '../../xml';
import type { QpsDialect } from '../request';

const builder = new XMLBuilder();

// Arrays under these names hold wrapped objects in JSON, elements in XML.
const GATHERED = new Set(['data', 'list']);

function elements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(elements);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => {
      if (!GATHERED.has(name) || !Array.isArray(content)) {
        return [name, elements(content)];
      }
      const gathered: Record<string, unknown[]> = {};
      for (const item of content as object[]) {
        for (const [key, one] of Object.entries(item)) {
          (gathered[key] ??= []).push(elements(one));
        }
      }
      return [name, gathered];
    }),
  );
}

/** The answer of a server, given as JSON, in one of the two forms. */
export function answerIn(
  dialect: QpsDialect,
  response: ServerResponse,
  serviceResponse: object,
  status = 200,
): void {
  const tree = { ServiceResponse: serviceResponse };
  const xml = dialect === 'xml';
  response.writeHead(status, {
    'content-type': xml ? 'text/xml; charset=utf-8' : 'application/json',
  });
  response.end(xml ? builder.build(elements(tree)) : JSON.stringify(tree));
}

/** A request as the server got it. */
export interface QpsReceived {
  method: string;
  path: string;
  /** `ServiceRequest`, as JSON or as the tree of its XML; undefined without a body. */
  body: any;
}

/**
 * A server and a client of it for the tests of a file, in one of the two forms.
 * The server answers as `answer` says.
 */
export function setUpQps(
  dialect: QpsDialect,
  options: Partial<Omit<QualysClientOptions, 'platform' | 'urls'>> = {},
) {
  const setUp = {
    server: undefined as unknown as TestServer,
    client: undefined as unknown as QualysClient,
    received: [] as QpsReceived[],
    answer: undefined as unknown as (
      request: QpsReceived,
      response: ServerResponse,
    ) => object | void,
  };
  beforeAll(async () => {
    setUp.server = await startServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const parse = dialect === 'xml' ? parseXml : JSON.parse;
        const received = {
          method: request.method!,
          path: request.url!,
          body: text ? parse(text).ServiceRequest : undefined,
        };
        setUp.received.push(received);
        const answered = setUp.answer(received, response);
        if (answered) answerIn(dialect, response, answered);
      });
    });
  });
  beforeEach(() => {
    setUp.received.length = 0;
    setUp.client = clientOf(setUp.server.url, {
      dialect,
      limits: { families: { qps: { perHour: 100_000 } } },
      ...options,
    });
  });
  afterEach(() => setUp.client.close());
  afterAll(() => setUp.server.stop());
  return setUp;
}
