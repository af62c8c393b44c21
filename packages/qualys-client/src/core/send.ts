import { version } from '../../package.json';
import { QualysError, type QualysErrorKind } from '../errors';
import type { LimitHeaders } from '../governor';
import type { QualysUrls } from '../platforms';
import {
  type Call,
  type CoreOptions,
  Failure,
  failureOfWrite,
  type QualysCallFinished,
  type QualysCallStarted,
  type QualysHooks,
  type Transport,
  wireBody,
  wirePath,
  type WireRequest,
} from '../http';
import { exchange } from './exchange';
import type { CallScope } from './scope';

/** How one request is sent. */
export interface Sending {
  /** The value of the `Authorization` header, where one is needed. */
  authorization?: string;
  scope: CallScope;
  /** Whether it changes something, so that a lost answer leaves the outcome unknown. */
  write: boolean;
  /** Told what the answer says of limits. */
  heard?(limits: LimitHeaders): void;
  /** Told how it ended, besides the hooks. */
  finished(event: QualysCallFinished): void;
}

/**
 * Sends one request and makes sense of its answer; the hooks hear of it.
 *
 * @throws Failure, or `QualysError` where it was given up
 */
export type Send = <T, P>(
  call: Call<T, P>,
  started: QualysCallStarted,
  sending: Sending,
) => Promise<T>;

const HEADERS = {
  'user-agent': `qualys-client/${version}`,
  'x-requested-with': 'qualys-client',
};

function kindOf(error: unknown): QualysErrorKind {
  if (error instanceof Failure) return error.facts.kind;
  return error instanceof QualysError ? error.kind : 'unexpectedAnswer';
}

// The caller gave up, or the time was up, after the call was sent.
function abandonedWrite({ message }: QualysError): QualysError {
  return new QualysError(
    'outcomeUnknown',
    `It is not known whether the change was made. ${message} Read the state back before you try again.`,
  );
}

// Of a change that was sent, it must be known what became of it.
function afterSending(error: unknown): unknown {
  if (error instanceof Failure) return failureOfWrite(error);
  return error instanceof QualysError ? abandonedWrite(error) : error;
}

export function createSender(setup: {
  urls: QualysUrls;
  options: CoreOptions;
  transport: Transport;
  hooks: Required<QualysHooks>;
}): Send {
  const { urls, options, transport, hooks } = setup;

  return async (call, started, sending) => {
    const { authorization, scope, write, heard = () => {} } = sending;
    const body = call.body && (await wireBody(call.body));
    const startedAt = performance.now();
    const finish = (end: Pick<QualysCallFinished, 'status' | 'errorKind'>) => {
      const durationMs = performance.now() - startedAt;
      const event = { ...started, durationMs, ...end };
      sending.finished(event);
      hooks.onCallFinished(event);
    };
    hooks.onCallStarted(started);
    try {
      const { value, status } = await exchange(
        call,
        {
          method: started.method as WireRequest['method'],
          origin: urls[started.host],
          path: wirePath(call),
          headers: {
            ...HEADERS,
            ...(authorization && { authorization }),
            accept: call.format.accept,
            ...(body && { 'content-type': body.contentType }),
          },
          body: body?.bytes,
          signal: scope.signal,
        },
        { transport, scope, maxAnswerBytes: options.maxAnswerBytes, heard },
      );
      finish({ status });
      return value;
    } catch (caught) {
      const error = write ? afterSending(caught) : caught;
      const status = error instanceof Failure ? error.facts.status : undefined;
      finish({ status, errorKind: kindOf(error) });
      throw error;
    }
  };
}
