import { CustomErrorBase } from '@backstage/errors';
import type { Problem } from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { SubscriptionConfig } from '../config';

/** A problem with Qualys, in the portal's own words, on its way to a caller. */
export class QualysProblemError extends CustomErrorBase {
  name = 'QualysProblemError' as const;

  constructor(readonly problem: Problem, cause?: unknown) {
    super(problem.message, cause);
  }
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function inWords(seconds: number): string {
  return seconds < 120
    ? `${Math.ceil(seconds)} seconds`
    : `${Math.ceil(seconds / 60)} minutes`;
}

function messageOf(
  error: QualysError,
  subscription: SubscriptionConfig,
): string {
  const key = `qualys.subscriptions.${subscription.id}`;
  const host = hostOf(subscription.urls.cloudView);
  switch (error.kind) {
    case 'authentication':
      return `Qualys refused the user name or password of ${key}.credentials; also check that the account lives on the platform that is configured there (${host})`;
    case 'permission':
      return `Qualys does not let the user of ${key}.credentials do this; it needs the API access and the permissions of CloudView`;
    case 'notFound':
      return 'Qualys does not know it (any more), or it is outside the scope of the user that the portal signs in with';
    case 'limited':
      return error.retryAfter === undefined
        ? 'Qualys limits its API at present'
        : `Qualys limits its API for another ${inWords(error.retryAfter)}`;
    case 'unavailable':
      return `Qualys cannot be reached at ${host}${
        error.status === undefined ? '' : ` (HTTP ${error.status})`
      }`;
    case 'unexpectedAnswer':
      return `Qualys (${host}) gave an answer that is not understood${
        error.path ? `, at ${error.path}` : ''
      }; check that ${key} names the right platform`;
    case 'aborted':
      return 'The portal stopped asking Qualys before there was an answer';
    case 'invalid':
      return `Qualys refused the request as not valid${
        error.code ? ` (${error.code})` : ''
      }`;
    case 'conflict':
      return `Qualys refused the request because it contradicts the present state${
        error.code ? ` (${error.code})` : ''
      }`;
    case 'outcomeUnknown':
      return 'Qualys did not say whether the change was made';
    default:
      return 'Something went wrong with Qualys';
  }
}

/**
 * The one translation of what the client throws into the portal's own terms.
 * The message says what to do, and repeats nothing of the answer, which may
 * hold anything.
 *
 * @returns `internal` for anything that is not an error of the client
 */
export function problemOf(
  error: unknown,
  subscription: SubscriptionConfig,
): Problem {
  if (!(error instanceof QualysError)) {
    return {
      code: 'internal',
      message: 'Something went wrong in the portal itself; its log says more',
    };
  }
  return {
    code: error.kind === 'aborted' ? 'unavailable' : error.kind,
    message: messageOf(error, subscription),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
  };
}
