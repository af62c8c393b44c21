import { getCACertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';
import { QualysConfigurationError } from '../errors';
import { isLoopback } from '../platforms/loopback';
import type { CoreOptions } from './options';

const CONNECTIONS_PER_HOST = 10;
const KEEP_ALIVE_MS = 30_000;

/** A request as it goes on the wire. */
export interface WireRequest {
  method: Dispatcher.HttpMethod;
  origin: string;
  /** Path and query string. */
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  signal: AbortSignal;
}

/** Sends requests over connections that are kept and reused. */
export interface Transport {
  send(wire: WireRequest): Promise<Dispatcher.ResponseData>;
  /** Ends every connection, used or not. */
  destroy(): Promise<void>;
}

function hasProxy(): boolean {
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY } = process.env;
  return Boolean(http_proxy || HTTP_PROXY || https_proxy || HTTPS_PROXY);
}

function proxied(options: EnvHttpProxyAgent.Options): Dispatcher {
  try {
    return new EnvHttpProxyAgent(options);
  } catch {
    // The error of undici would show the address, and the password in it.
    throw new QualysConfigurationError(
      'HTTPS_PROXY',
      'The proxy in the environment (HTTPS_PROXY or HTTP_PROXY) is not a URL. Write it like http://proxy.example.com:3128.',
    );
  }
}

/**
 * Connections by the proxy of the environment (`HTTP_PROXY`, `HTTPS_PROXY`,
 * `NO_PROXY`), except to loopback addresses. No redirect is followed.
 *
 * @param ca - certificates in PEM form to trust besides the usual ones
 */
export function createTransport(
  { timeouts }: Pick<CoreOptions, 'timeouts'>,
  ca?: string | string[],
): Transport {
  const tls = {
    timeout: timeouts.connectMs,
    ...(ca === undefined ? {} : { ca: [...getCACertificates(), ca].flat() }),
  };
  const options = {
    connections: CONNECTIONS_PER_HOST,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
    connect: tls,
  };
  const direct = new Agent(options);
  const outward = hasProxy()
    ? proxied({ ...options, requestTls: tls, proxyTls: tls })
    : direct;

  return {
    send: ({ origin, ...wire }) =>
      request(origin, {
        ...wire,
        dispatcher: isLoopback(new URL(origin).hostname) ? direct : outward,
      }),
    async destroy() {
      await Promise.all([direct.destroy(), outward.destroy()]);
    },
  };
}
