import type { QualysErrorKind } from '../errors';
import { Failure } from './failure';

/** What an answer says of its own failure, in whatever dialect. */
export interface Problem {
  /** Qualys' own code. */
  code?: string;
  /** What Qualys says, for people. */
  said?: string;
  /** The HTTP status that stands inside the answer, where one does. */
  status?: number;
}

/** What to say besides where an answer is a failure; it depends on the API. */
export interface Advice {
  permission?: string;
  notFound?: string;
}

interface Meaning {
  kind: QualysErrorKind;
  what: string;
  advice?: string;
  transient?: boolean;
  notDone?: boolean;
}

const BY_STATUS: Record<number, Meaning> = {
  401: {
    kind: 'authentication',
    what: 'Qualys does not accept the user name and password.',
    advice:
      'Check both, that the user may use the API and is not locked, and that this is the platform of its account.',
  },
  403: { kind: 'permission', what: 'The Qualys user may not do this.' },
  404: {
    kind: 'notFound',
    what: 'Qualys knows no such thing, or it is out of the user’s scope.',
  },
  405: {
    kind: 'invalid',
    what: 'Qualys does not know this method at this address.',
    advice:
      'Check the platform or the address, and that no proxy in between refuses the method.',
  },
  407: {
    kind: 'unavailable',
    what: 'The proxy wants credentials.',
    advice: 'Check the proxy in the environment (HTTPS_PROXY).',
    notDone: true,
  },
  408: {
    kind: 'unavailable',
    what: 'Qualys waited too long for the request.',
    advice: 'Try again later.',
  },
  409: {
    kind: 'conflict',
    what: 'The request is at odds with what Qualys holds.',
  },
  410: { kind: 'notFound', what: 'Qualys says that this is gone for good.' },
  415: {
    kind: 'invalid',
    what: 'Qualys does not take a body of this type.',
    advice:
      'Check the platform or the address, and that no proxy in between changes calls.',
  },
  429: {
    kind: 'limited',
    what: 'Qualys limits the number of calls.',
    transient: true,
  },
};

const TEMPORARY = new Set([502, 503, 504]);

function meaningOf(status: number): Meaning {
  if (Object.hasOwn(BY_STATUS, status)) return BY_STATUS[status];
  if (status >= 500) {
    return {
      kind: 'unavailable',
      what: 'Qualys failed to answer.',
      advice: 'Try again later.',
      transient: TEMPORARY.has(status),
    };
  }
  if (status >= 400) {
    return { kind: 'invalid', what: 'Qualys does not accept the request.' };
  }
  return {
    kind: 'unexpectedAnswer',
    what: 'Qualys answered with a status that has no meaning here.',
  };
}

/** What an HTTP status other than success means. */
export function statusFailure(
  status: number,
  problem: Problem = {},
  advice: Advice = {},
): Failure {
  const { kind, what, transient, notDone, ...rest } = meaningOf(status);
  return new Failure({
    kind,
    what,
    advice:
      (kind === 'permission' && advice.permission) ||
      (kind === 'notFound' && advice.notFound) ||
      rest.advice,
    said: problem.said,
    code: problem.code,
    status,
    transient,
    notDone,
  });
}

/**
 * An answer that says success (HTTP 200) and holds a failure. The status that
 * stands inside it decides, where there is one. One without a status and a code
 * leaves open whether it is a failure at all.
 */
export function failureInside(problem: Problem, advice: Advice = {}): Failure {
  if (problem.status !== undefined && problem.status >= 400) {
    const { facts } = statusFailure(problem.status, problem, advice);
    // The answer itself had another one. What is done about an answer of HTTP,
    // such as to send the call with a new token, is not done about this one.
    return new Failure({ ...facts, status: undefined });
  }
  // A message alone may just as well say that the call worked.
  if (problem.code === undefined) {
    return new Failure({
      kind: 'unexpectedAnswer',
      what: 'Qualys answered with a message in place of what was asked for.',
      said: problem.said,
    });
  }
  return new Failure({
    kind: 'invalid',
    what: 'Qualys refused the call in an answer that says success.',
    said: problem.said,
    code: problem.code,
  });
}
