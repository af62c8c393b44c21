import { randomUUID } from 'node:crypto';
import { QualysError } from '../errors';
import { createTokens, loginCall } from '../gateway';
import {
  createGovernor,
  wholeSeconds,
  type GovernorSettings,
  type QualysLimitState,
  type Turn,
} from '../governor';
import type { QualysHost, QualysUrls } from '../platforms';
import { createAccess } from './access';
import {
  type Call,
  type CloudViewAccess,
  type CoreOptions,
  createRedactor,
  Failure,
  failureWith,
  hostOf,
  type QualysCallFinished,
  type QualysCallStarted,
  type QualysCredentials,
  type QualysHooks,
  safeHooks,
  toQualysError,
  type Transport,
} from '../http';
import { withRetries } from './retries';
import { createCallScopes, type CallScope } from './scope';
import { createSender } from './send';

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

// Where no answer came and it is certain that nothing was done, nothing was
// counted either.
function neverArrived({ facts }: Failure): boolean {
  return facts.notDone === true && facts.status === undefined;
}

function checkedWait(maxWaitMs: number = Infinity): number {
  if (maxWaitMs >= 0) return maxWaitMs;
  throw new QualysError(
    'invalid',
    'The options of a call: maxWaitMs: must be a number of milliseconds, 0 or more. Nothing was sent.',
    { path: 'maxWaitMs' },
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
  cloudViewAccess: CloudViewAccess;
  limits: GovernorSettings;
  options: CoreOptions;
  transport: Transport;
  hooks?: QualysHooks;
}): RequestCore {
  const { urls, options, transport, cloudViewAccess } = setup;
  const hooks = safeHooks(setup.hooks);
  const scopes = createCallScopes();
  const governor = createGovernor(setup.limits, {
    trialWaits: options.retries,
  });
  const send = createSender({ urls, options, transport, hooks });

  const accessOf = (credentials: QualysCredentials, field: string) =>
    createAccess(
      credentials,
      createTokens(() => login(credentials)),
      field,
    );
  const reader = accessOf(setup.credentials, 'credentials');
  const writer = setup.writeCredentials
    ? accessOf(setup.writeCredentials, 'writeCredentials')
    : reader;
  const everyone = [setup.credentials, setup.writeCredentials].filter(
    credentials => credentials !== undefined,
  );

  function openScope(host: QualysHost, signal?: AbortSignal): CallScope {
    return scopes.open(signal, {
      host: new URL(urls[host]).host,
      totalMs: options.timeouts.totalMs,
    });
  }

  function shown(
    failure: Failure,
    where: { host: QualysHost; method: string; path: string },
    secrets: readonly string[] = [],
  ): QualysError {
    const redactor = createRedactor(everyone, [
      ...secrets,
      ...reader.secrets(),
      ...writer.secrets(),
    ]);
    return toQualysError(
      failure,
      { ...where, origin: urls[where.host] },
      redactor,
    );
  }

  // A call of its own: it belongs to all who wait for its token, and Qualys
  // does not count it.
  async function login(credentials: QualysCredentials): Promise<string> {
    const call = loginCall(credentials);
    const { family, method, path } = call;
    const where = { host: 'gateway' as const, method, path };
    const scope = openScope('gateway');
    const id = randomUUID();
    let attempt = 0;
    let last: QualysCallFinished;
    try {
      return await withRetries(
        options.retries,
        scope,
        () => {
          attempt += 1;
          return send(
            call,
            { id, family, ...where, attempt, priority: 'user' },
            {
              scope,
              write: false,
              finished(event) {
                last = event;
              },
            },
          );
        },
        (failure, waitMs) =>
          hooks.onCallRetried({
            ...last,
            errorKind: failure.facts.kind,
            waitMs,
          }),
      );
    } catch (error) {
      throw error instanceof Failure ? shown(error, where) : error;
    } finally {
      scope.close();
    }
  }

  async function run<T, P>(call: Call<T, P>, write: boolean): Promise<T> {
    const { family, path } = call;
    const { signal, priority = 'user', guard } = call.options ?? {};
    let mayWaitMs = Math.min(
      checkedWait(call.options?.maxWaitMs),
      setup.limits.maxWaitMs[priority],
    );
    const access = write ? writer : reader;
    const host = hostOf(family, cloudViewAccess);
    // What goes by the gateway is counted there.
    const counted = host === 'gateway' ? 'gateway' : family;
    const turns = governor.family(counted);
    const scope = openScope(host, signal);
    const id = randomUUID();
    let { method } = call;
    let attempt = 0;
    let authorization: string;
    let last: QualysCallFinished;

    const inTurn = async (turn: Turn): Promise<T> => {
      scope.resume();
      attempt += 1;
      const started: QualysCallStarted = {
        id,
        family: counted,
        host,
        method,
        path,
        attempt,
        priority,
      };
      if (turn.waited) {
        const { ms: waitMs, reason } = turn.waited;
        mayWaitMs = Math.max(0, mayWaitMs - waitMs);
        hooks.onCallWaited({ ...started, waitMs, reason });
      }
      try {
        authorization = await Promise.race([
          access.authorization(host),
          scope.aborted,
        ]);
        guard?.();
      } catch (error) {
        turn.notSent();
        throw error;
      }
      try {
        return await send(call, started, {
          authorization,
          scope,
          write,
          heard: turn.heard,
          finished(event) {
            last = event;
          },
        });
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (neverArrived(error)) turn.notSent();
        if (error.facts.kind !== 'limited') throw error;
        const { status, code, retryAfter } = error.facts;
        turn.refused({ status, code, waitSeconds: retryAfter });
        throw retryAfter === undefined
          ? failureWith(error, {
              retryAfter: wholeSeconds(turns.waitMs(priority)),
            })
          : error;
      }
    };

    const retrying = (failure: Failure, waitMs: number) =>
      hooks.onCallRetried({
        ...last,
        errorKind: failure.facts.kind,
        waitMs,
      });
    const takeTurn = () => {
      // The wait for a turn has a bound of its own.
      scope.pause();
      return turns.inTurn(
        { priority, signal: scope.signal, maxWaitMs: mayWaitMs },
        inTurn,
      );
    };
    const attempts = write
      ? takeTurn
      : () =>
          withRetries(options.retries, scope, takeTurn, retrying, {
            nextMs: () => turns.waitMs(priority),
            leftMs: () => mayWaitMs,
          });

    // In both cases Qualys did nothing, so that a change may be sent again too.
    let renewed = false;
    const mayGoOn = ({ facts: { status } }: Failure): boolean => {
      if (status === 401 && !renewed) {
        renewed = true;
        return access.renews(host, authorization);
      }
      const { otherMethod = method } = call;
      if (status !== 405 || method === otherMethod) return false;
      method = otherMethod;
      return true;
    };

    try {
      for (;;) {
        try {
          return await attempts();
        } catch (error) {
          if (!(error instanceof Failure) || !mayGoOn(error)) throw error;
          retrying(error, 0);
        }
      }
    } catch (error) {
      throw error instanceof Failure
        ? shown(error, { host, method, path }, call.secrets)
        : error;
    } finally {
      scope.close();
    }
  }

  return {
    read: call => run(call, false),
    write: call => run(call, true),
    limits: () => governor.states(),
    async close() {
      governor.close();
      scopes.abortAll();
      await transport.destroy();
    },
  };
}
