import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { QualysHost, QualysUrls } from 'qualys-client';
import type { Exchange } from '../contractCase';
import { readBody, writeAnswer } from './bodies';

/** A request as it came over the wire. */
export interface SeenRequest {
  host: QualysHost;
  method: string;
  /** As it was sent, not decoded. */
  path: string;
  query: Array<[string, string]>;
  headers: IncomingMessage['headers'];
  /** In the form that its content type names; undefined where there is none. */
  body: unknown;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readRequest(
  host: QualysHost,
  request: IncomingMessage,
): Promise<SeenRequest> {
  const [path, query] = (request.url ?? '/').split('?');
  return {
    host,
    method: request.method ?? '',
    path,
    query: [...new URLSearchParams(query)],
    headers: request.headers,
    body: await readBody(
      request.headers['content-type'] ?? '',
      await bytesOf(request),
    ),
  };
}

/** A platform that gives the answers of a case, one after the other, whatever is asked. */
export async function playAnswers(exchanges: Exchange[]) {
  const seen: SeenRequest[] = [];
  const servers: Server[] = [];

  async function start(host: QualysHost): Promise<string> {
    const server = createServer(async (request, response) => {
      const seenRequest = await readRequest(host, request);
      const answer = exchanges[seen.length]?.answer;
      seen.push(seenRequest);
      if (!answer) {
        request.socket.destroy();
        return;
      }
      const written = writeAnswer(answer);
      response.writeHead(answer.status, {
        ...(written && { 'content-type': written.contentType }),
        ...answer.headers,
      });
      response.end(written?.text);
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const urls: QualysUrls = {
    api: await start('api'),
    gateway: await start('gateway'),
    cloudView: await start('cloudView'),
  };

  return {
    urls,
    seen,
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
