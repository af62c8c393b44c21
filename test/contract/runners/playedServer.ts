import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { QualysHost, QualysUrls } from 'qualys-client';
import type { Exchange } from '../contractCase';

/** A request as it came over the wire. */
export interface SeenRequest {
  host: QualysHost;
  method: string;
  path: string;
  query: Array<[string, string]>;
  headers: IncomingMessage['headers'];
}

const HOSTS: QualysHost[] = ['api', 'gateway', 'cloudView'];

/** A platform that gives the answers of a case, one after the other, whatever is asked. */
export async function playAnswers(exchanges: Exchange[]) {
  const seen: SeenRequest[] = [];
  const servers: Server[] = [];

  async function start(host: QualysHost): Promise<string> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const answer = exchanges[seen.length]?.answer;
      seen.push({
        host,
        method: request.method ?? '',
        path: url.pathname,
        query: [...url.searchParams],
        headers: request.headers,
      });
      if (!answer) {
        request.socket.destroy();
        return;
      }
      const { status, body } = answer;
      if (body === undefined) {
        response.writeHead(status).end();
      } else {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      }
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const urls: QualysUrls = { api: '', gateway: '', cloudView: '' };
  for (const host of HOSTS) urls[host] = await start(host);

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
