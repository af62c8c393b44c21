// Which ports are free, and what to say where one is not.

import { connect, createServer } from 'node:net';

/** Whether some program answers at a port of this machine, on IPv4 or IPv6. */
async function answers(port) {
  const tries = ['127.0.0.1', '::1'].map(
    host =>
      new Promise(resolve => {
        const socket = connect({ host, port });
        const end = result => {
          socket.destroy();
          resolve(result);
        };
        socket.once('connect', () => end(true));
        socket.once('error', () => end(false));
      }),
  );
  return (await Promise.all(tries)).some(Boolean);
}

/**
 * Throws when a port is taken, naming the port and the setting that changes it.
 *
 * @param {{ port: number, use: string, setting: string }[]} wanted
 */
export async function requireFreePorts(wanted) {
  const taken = [];
  for (const { port, use, setting } of wanted) {
    if (await answers(port)) {
      taken.push(
        `Port ${port} is taken by another program, and ${use} needs it.\n` +
          `  End that program, or choose another port with ${setting} in app-config.local.yaml.`,
      );
    }
  }
  if (taken.length) throw new Error(taken.join('\n'));
}

/** Gives as many different free ports as are asked for. */
export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve, reject) => {
          const server = createServer();
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map(server => server.address().port);
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return ports;
}
