import { randomUUID } from 'node:crypto';
import { version } from '../../package.json';
import { QualysError, type QualysErrorKind } from '../errors';
import type { QualysUrls } from '../platforms';
import { wirePath, type ReadCall } from './call';
import { basicAuthorization, type QualysCredentials } from './credentials';
import { exchange } from './exchange';
import { Failure, toQualysError } from './failure';
import { safeHooks, type QualysCallFinished, type QualysHooks } from './hooks';
import type { CoreOptions } from './options';
import { createRedactor } from './redact';
import { withRetries } from './retries';
import { createCallScopes } from './scope';
import type { Transport } from './transport';

/** Sends calls and makes sense of what comes back. The resources stand on it. */
export interface RequestCore {
  /** @throws QualysError */
  read<T>(call: ReadCall<T>): Promise<T>;
  /** Ends all calls that are under way, and every connection. */
  close(): Promise<void>;
}

function kindOf(error: unknown): QualysErrorKind {
  if (error instanceof Failure) return error.facts.kind;
  return error instanceof QualysError ? error.kind : 'unexpectedAnswer';
}

/**
 * Builds the request core over a transport.
 *
 * @throws QualysConfigurationError for credentials that cannot be sent
 */
export function createRequestCore(setup: {
  urls: QualysUrls;
  credentials: QualysCredentials;
  options: CoreOptions;
  transport: Transport;
  hooks?: QualysHooks;
}): RequestCore {
  const { urls, options, transport } = setup;
  const authorization = basicAuthorization(setup.credentials);
  const redactor = createRedactor(setup.credentials);
  const hooks = safeHooks(setup.hooks);
  const scopes = createCallScopes();
  const headers = {
    accept: 'application/json',
    authorization,
    'user-agent': `qualys-client/${version}`,
    'x-requested-with': 'qualys-client',
  };

  async function read<T>(call: ReadCall<T>): Promise<T> {
    const { host, method, path } = call;
    const origin = urls[host];
    const scope = scopes.open(call.signal, {
      host: new URL(origin).host,
      totalMs: options.timeouts.totalMs,
    });
    const id = randomUUID();
    const wire = {
      method,
      origin,
      path: wirePath(call),
      headers,
      signal: scope.signal,
    };
    let last: QualysCallFinished;

    const attempt = async (number: number): Promise<T> => {
      const started = { id, host, method, path, attempt: number };
      const startedAt = performance.now();
      const finish = (
        end: Pick<QualysCallFinished, 'status' | 'errorKind'>,
      ) => {
        const durationMs = performance.now() - startedAt;
        last = { ...started, durationMs, ...end };
        hooks.onCallFinished(last);
      };
      hooks.onCallStarted(started);
      try {
        const { value, status } = await exchange(call, wire, {
          transport,
          scope,
          maxAnswerBytes: options.maxAnswerBytes,
        });
        finish({ status });
        return value;
      } catch (error) {
        const status =
          error instanceof Failure ? error.facts.status : undefined;
        finish({ status, errorKind: kindOf(error) });
        throw error;
      }
    };

    try {
      return await withRetries(
        options.retries,
        scope,
        attempt,
        (failure, waitMs) =>
          hooks.onCallRetried({
            ...last,
            errorKind: failure.facts.kind,
            waitMs,
          }),
      );
    } catch (error) {
      throw error instanceof Failure
        ? toQualysError(error, { origin, method, path }, redactor)
        : error;
    } finally {
      scope.close();
    }
  }

  return {
    read,
    async close() {
      scopes.abortAll();
      await transport.destroy();
    },
  };
}
