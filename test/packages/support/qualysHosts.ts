import { createServer, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { CERTIFICATE, KEY } from './certificate';

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/**
 * Stands in for the hosts of Qualys: a proxy, for `HTTPS_PROXY`, that leads
 * every connection to a server with a certificate for them, which hands each
 * call on. So a program can run against the simulator without knowing it.
 *
 * @param hosts - who takes the calls, by the name of the host of Qualys
 */
export async function standInFor(hosts: Record<string, string>) {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };

  const qualys = createTlsServer(
    { cert: CERTIFICATE, key: KEY },
    (incoming, answer) => {
      const url = new URL(incoming.url!, hosts[incoming.headers.host!]);
      const { method, headers } = incoming;
      const onward = request(url, { method, headers }, response => {
        answer.writeHead(response.statusCode!, response.headers);
        response.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      incoming.pipe(onward);
    },
  );
  qualys.on('connection', keep);
  const port = await listen(qualys);

  const proxy = createServer();
  proxy.on('connection', keep);
  proxy.on('connect', (_, client: Socket) => {
    const server = connect(port, '127.0.0.1');
    keep(server);
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.pipe(client).pipe(server);
  });

  return {
    proxy: `http://127.0.0.1:${await listen(proxy)}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(
        [proxy, qualys].map(
          server => new Promise(resolve => server.close(resolve)),
        ),
      );
    },
  };
}
