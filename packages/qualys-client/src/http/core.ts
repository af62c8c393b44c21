import { randomUUID } from 'node:crypto';
import { version } from '../../package.json';
import { QualysError, type QualysErrorKind } from '../errors';
import type { GovernorSettings, QualysLimitState } from '../governor';
import type { QualysUrls } from '../platforms';
import { wireBody } from './body';
import { hostOf, wirePath, type Call, type CloudViewAccess } from './call';
import { basicAuthorization, type QualysCredentials } from './credentials';
import { exchange } from './exchange';
import { Failure, failureOfWrite, toQualysError } from './failure';
import { safeHooks, type QualysCallFinished, type QualysHooks } from './hooks';
import type { CoreOptions } from './options';
import { createRedactor } from './redact';
import { withRetries } from './retries';
import { createCallScopes } from './scope';
import type { Transport } from './transport';

/** Sends calls and makes sense of what comes back. The resources stand on it. */
export interface RequestCore {
  /**
   * Makes a call that changes nothing. It is sent again where that may help.
   *
   * @throws QualysError
   */
  read<T, P>(call: Call<T, P>): Promise<T>;
  /**
   * Makes a call that changes something. It is sent once; where it cannot be
   * known what became of it, the error is `outcomeUnknown`.
   *
   * @throws QualysError
   */
  write<T, P>(call: Call<T, P>): Promise<T>;
  /** Where the families of APIs stand with their limits. */
  limits(): QualysLimitState[];
  /** Ends all calls that are under way, and every connection. */
  close(): Promise<void>;
}

const NEVER_AGAIN = { limit: 0 };

function kindOf(error: unknown): QualysErrorKind {
  if (error instanceof Failure) return error.facts.kind;
  return error instanceof QualysError ? error.kind : 'unexpectedAnswer';
}

function isMethodUnknown(error: unknown): boolean {
  return error instanceof Failure && error.facts.status === 405;
}

// The caller gave up, or the time was up, after the call was sent.
function abandonedWrite({ message }: QualysError): QualysError {
  return new QualysError(
    'outcomeUnknown',
    `It is not known whether the change was made. ${message} Read the state back before you try again.`,
  );
}

/**
 * Builds the request core over a transport.
 *
 * @throws QualysConfigurationError for credentials that cannot be sent
 */
export function createRequestCore(setup: {
  urls: QualysUrls;
  credentials: QualysCredentials;
  writeCredentials?: QualysCredentials;
  cloudViewAccess?: CloudViewAccess;
  limits: GovernorSettings;
  options: CoreOptions;
  transport: Transport;
  hooks?: QualysHooks;
}): RequestCore {
  const { urls, options, transport } = setup;
  const authorization = basicAuthorization(setup.credentials);
  const hooks = safeHooks(setup.hooks);
  const scopes = createCallScopes();
  const headers = {
    authorization,
    'user-agent': `qualys-client/${version}`,
    'x-requested-with': 'qualys-client',
  };

  async function run<T, P>(call: Call<T, P>, write: boolean): Promise<T> {
    const { family, path } = call;
    const host = hostOf(family, setup.cloudViewAccess ?? 'portal');
    const origin = urls[host];
    const scope = scopes.open(call.options?.signal, {
      host: new URL(origin).host,
      totalMs: options.timeouts.totalMs,
    });
    const id = randomUUID();
    let { method } = call;
    let sent = false;
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
      const body = call.body && (await wireBody(call.body));
      hooks.onCallStarted(started);
      sent = true;
      try {
        const { value, status } = await exchange(
          call,
          {
            method,
            origin,
            path: wirePath(call),
            headers: {
              ...headers,
              accept: call.format.accept,
              ...(body && { 'content-type': body.contentType }),
            },
            body: body?.bytes,
            signal: scope.signal,
          },
          { transport, scope, maxAnswerBytes: options.maxAnswerBytes },
        );
        finish({ status });
        return value;
      } catch (caught) {
        const error =
          write && caught instanceof Failure ? failureOfWrite(caught) : caught;
        const status =
          error instanceof Failure ? error.facts.status : undefined;
        finish({ status, errorKind: kindOf(error) });
        throw error;
      }
    };

    const attempts = () =>
      withRetries(
        write ? { ...options.retries, ...NEVER_AGAIN } : options.retries,
        scope,
        attempt,
        (failure, waitMs) =>
          hooks.onCallRetried({
            ...last,
            errorKind: failure.facts.kind,
            waitMs,
          }),
      );

    try {
      return await attempts().catch(error => {
        if (call.otherMethod === undefined || !isMethodUnknown(error)) {
          throw error;
        }
        method = call.otherMethod;
        return attempts();
      });
    } catch (error) {
      if (error instanceof Failure) {
        const redactor = createRedactor([setup.credentials], call.secrets);
        throw toQualysError(error, { origin, method, path }, redactor);
      }
      throw write && sent && error instanceof QualysError
        ? abandonedWrite(error)
        : error;
    } finally {
      scope.close();
    }
  }

  return {
    read: call => run(call, false),
    write: call => run(call, true),
    limits: () => [],
    async close() {
      scopes.abortAll();
      await transport.destroy();
    },
  };
}
