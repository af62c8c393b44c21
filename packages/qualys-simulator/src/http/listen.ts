import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A port that the simulator wants is in use.
 *
 * @public
 */
export class PortTakenError extends Error {
  /**
   * @param listener - what wanted it
   * @param port - the port
   * @param host - the address that it was to listen on
   */
  constructor(
    readonly listener: 'api' | 'gateway' | 'cloudView' | 'control',
    readonly port: number,
    readonly host: string,
  ) {
    super(
      `Port ${port} on ${host} is in use already; choose another one with the option ports.${listener}`,
    );
    this.name = 'PortTakenError';
  }
}

/** A server that listens. */
export interface Listener {
  /** Its address, such as `http://127.0.0.1:7010`. */
  url: string;
  /** Closes it and every connection to it, at once. */
  close(): Promise<void>;
}

/**
 * Starts a server.
 *
 * @param name - what it is for
 * @param handler - what answers the calls
 * @param host - the address to listen on
 * @param port - the port to listen on; 0 for any that is free
 * @throws PortTakenError where the port is in use
 */
export function listen(
  name: PortTakenError['listener'],
  handler: RequestListener,
  host: string,
  port: number,
): Promise<Listener> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new PortTakenError(name, port, host) : error);
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const authority = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${authority}:${address.port}`,
        close: () =>
          new Promise(closed => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
