import { QualysError, type QualysErrorKind } from '../errors';
import type { Redactor } from './redact';

/** Everything known of what went wrong in one attempt of a call. */
export interface FailureFacts {
  kind: QualysErrorKind;
  /** What happened, one sentence in our own words; never text from an answer. */
  what: string;
  /** What to do about it, in our own words. */
  advice?: string;
  /** What Qualys said, as it came. */
  said?: string;
  /** Qualys' own code, as it came. */
  code?: string;
  /** Where in the answer the trouble is. */
  path?: string;
  status?: number;
  /** Seconds. */
  retryAfter?: number;
  /** Whether the same call may well work a moment later. */
  transient?: boolean;
  /** Whether it is certain that nothing was done, although no refusal came. */
  notDone?: boolean;
}

/**
 * What went wrong in one attempt, before it is known what a caller may see of
 * it. It holds text from answers and never leaves the client.
 */
export class Failure extends Error {
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts) {
    super(facts.what);
    this.name = 'Failure';
    this.facts = facts;
  }
}

/** The same failure, with more known about it. */
export function failureWith(
  failure: Failure,
  facts: Partial<FailureFacts>,
): Failure {
  return new Failure({ ...failure.facts, ...facts });
}

/**
 * What the failure of a change means. Where Qualys refused it, or it was never
 * sent, nothing has changed; all else leaves the outcome unknown.
 */
export function failureOfWrite(failure: Failure): Failure {
  const { kind, what, notDone } = failure.facts;
  const undecided = kind === 'unavailable' || kind === 'unexpectedAnswer';
  return undecided && !notDone
    ? failureWith(failure, {
        kind: 'outcomeUnknown',
        what: `It is not known whether the change was made. ${what}`,
        advice: 'Read the state back before you try again.',
        transient: false,
      })
    : failure;
}

/** What a caller gets to see of a failure: everything but credentials. */
export function toQualysError(
  { facts }: Failure,
  call: { origin: string; method: string; path: string },
  redactor: Redactor,
): QualysError {
  const { kind, what, advice, status, retryAfter } = facts;
  const shown = (text?: string) =>
    text === undefined ? undefined : redactor.excerpt(text);
  const code = shown(facts.code);
  const path = shown(facts.path);
  const said = shown(facts.said);
  const message = [
    what,
    said || code
      ? `Qualys says: ${[code, said].filter(Boolean).join(': ')}.`
      : undefined,
    advice,
    `(${call.method} ${call.path} on ${new URL(call.origin).host}${
      status === undefined ? '' : `, HTTP ${status}`
    })`,
  ];
  return new QualysError(kind, message.filter(Boolean).join(' '), {
    status,
    code,
    retryAfter,
    path,
  });
}
