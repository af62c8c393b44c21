import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createQualysClient, type QualysClientOptions } from '../client';

/** A request as it came over the wire. */
export interface Received {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
}

type Handler = (
  request: IncomingMessage & { received: Received },
  response: ServerResponse,
) => void;

/** A bare HTTP server on loopback that keeps account of what it got. */
export async function startServer(handler: Handler) {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((request, response) => {
    const seen = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      headers: request.headers,
    };
    received.push(seen);
    handler(Object.assign(request, { received: seen }), response);
  });
  server.on('connection', socket => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      server.emit('socketClosed');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    /** How many connections were ever made. */
    connections: () => connections,
    /** Resolves when no connection is open. */
    async noSockets() {
      while (sockets.size > 0) {
        await new Promise(resolve => server.once('socketClosed', resolve));
      }
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** Credentials that occur in no other text. */
export const CREDENTIALS = {
  username: 'quays_xy',
  password: 'Zq7/"&<é %+wörd',
};

/** Retries that do not keep a test waiting. */
export const FAST = { limit: 2, minDelayMs: 1, maxDelayMs: 2 };

/** A client of a server of one's own. */
export function clientOf(
  url: string,
  options: Partial<Omit<QualysClientOptions, 'platform' | 'urls'>> = {},
) {
  return createQualysClient({
    urls: { api: url, gateway: url, cloudView: url },
    credentials: CREDENTIALS,
    retries: FAST,
    ...options,
  });
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** An id of a connector. */
export function connectorId(number: number): string {
  return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
}

/** A connector as CloudView gives it, with no more than what is essential. */
export function wireConnector(number: number, more: object = {}) {
  return {
    connectorId: connectorId(number),
    name: `Connector ${number}`,
    state: 'SUCCESS',
    ...more,
  };
}

/** A page of Spring, out of a list. */
export function springPage(every: unknown[], url: URL) {
  const number = Number(url.searchParams.get('pageNo'));
  const size = Number(url.searchParams.get('pageSize'));
  const content = every.slice(number * size, (number + 1) * size);
  const totalPages = Math.ceil(every.length / size);
  return {
    content,
    number,
    size,
    totalElements: every.length,
    totalPages,
    numberOfElements: content.length,
    first: number === 0,
    last: number + 1 >= totalPages,
  };
}

/** What an iteration gives, as an array. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const result: T[] = [];
  for await (const item of items) result.push(item);
  return result;
}

/** The error that a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<any> {
  const outcome = await promise.then(
    value => ({ value }),
    error => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`It worked: ${JSON.stringify(outcome.value)}`);
}
