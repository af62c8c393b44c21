import type { QualysErrorKind } from '../errors';
import type { QualysHost } from '../platforms';
import type { QualysApiFamily } from './call';

/**
 * One request on the wire: an attempt of a call. It holds no credentials, no
 * ids of objects and nothing from an answer.
 *
 * @public
 */
export interface QualysCallStarted {
  /** The same for all attempts of one call; unique in the process. */
  readonly id: string;
  /** The family of APIs whose limits it counts against; a login, which counts against none, is of `gateway`. */
  readonly family: QualysApiFamily;
  /** Which of the hosts of the platform it goes to. */
  readonly host: QualysHost;
  /** The HTTP method. */
  readonly method: string;
  /** The path with placeholders, for example `/cloudview-api/rest/v1/aws/connectors/{connectorId}`. */
  readonly path: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Who waits for it; `user` for a login, which whoever needs a token waits for. */
  readonly priority: 'user' | 'background';
}

/**
 * How a request on the wire ended.
 *
 * @public
 */
export interface QualysCallFinished extends QualysCallStarted {
  /** From its beginning until its answer was read and understood, in milliseconds. */
  readonly durationMs: number;
  /** The HTTP status, where an answer came. */
  readonly status?: number;
  /** What went wrong, where something did. */
  readonly errorKind?: QualysErrorKind;
}

/**
 * A request went wrong and will be tried again: a read because that may help,
 * any call because Qualys did nothing and wants another token or method.
 *
 * @public
 */
export interface QualysCallRetried extends QualysCallFinished {
  /** What went wrong. */
  readonly errorKind: QualysErrorKind;
  /** How long the client waits before the next attempt, in milliseconds. */
  readonly waitMs: number;
}

/**
 * A request waited for its turn before it was sent.
 *
 * @public
 */
export interface QualysCallWaited extends QualysCallStarted {
  /** How long, in milliseconds. */
  readonly waitMs: number;
  /**
   * What it waited for: `concurrency` (too many calls at once), `budget` (our
   * share of the calls of an hour is used up) or `blocked` (Qualys asked
   * everyone to wait).
   */
  readonly reason: QualysWaitReason;
}

/** What a call waited for. @public */
export type QualysWaitReason = 'concurrency' | 'budget' | 'blocked';

/**
 * Functions that are told of every request on the wire, for logs and metrics.
 * What they throw, or reject with, is ignored: watching a call must not break
 * it. None is waited for.
 *
 * @public
 */
export interface QualysHooks {
  /** A request is about to be sent. Called once for each attempt. */
  onCallStarted?(event: QualysCallStarted): void;
  /** A request has ended, well or not. Called once for each attempt. */
  onCallFinished?(event: QualysCallFinished): void;
  /** A request went wrong and will be tried again. */
  onCallRetried?(event: QualysCallRetried): void;
  /** A request had to wait for its turn, and is about to be sent. */
  onCallWaited?(event: QualysCallWaited): void;
}

function quietly<E>(hook: ((event: E) => void) | undefined) {
  if (!hook) return () => {};
  // A hook may be an async function, whose rejection would end the process.
  const heard = async (event: E) => hook(event);
  return (event: E) => {
    heard(event).catch(() => {});
  };
}

/** The hooks with nothing that they could break. */
export function safeHooks(hooks: QualysHooks = {}): Required<QualysHooks> {
  return {
    onCallStarted: quietly(hooks.onCallStarted?.bind(hooks)),
    onCallFinished: quietly(hooks.onCallFinished?.bind(hooks)),
    onCallRetried: quietly(hooks.onCallRetried?.bind(hooks)),
    onCallWaited: quietly(hooks.onCallWaited?.bind(hooks)),
  };
}
