import type { RequestProblem } from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { SubscriptionConfig } from '../../config';
import {
  forEditors,
  forViewers,
  inWords,
  problemOf,
  QualysProblemError,
} from '../../errors';
import { SecretUnreadableError } from '../../secrets';
import type { CreatingApi } from './creatingApi';
import type { Failure } from './problems';

/** What comes of something that went wrong on the way. */
export type Reaction =
  /** Somebody has to mend something. */
  | { kind: 'fail'; failure: Failure }
  /** It goes on by itself, in so many milliseconds. */
  | { kind: 'wait'; problem: RequestProblem; ms: number };

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 5 * 60_000;

// Within about half an hour. It was looked for after each of them.
const MOST_ATTEMPTS = 10;

// Qualys says a number of seconds; a moment more does no harm.
const LEAST_LIMIT_MS = 5_000;

/** How long it is waited before the next attempt. @param looks - how many there were */
export function backoffMs(
  looks: number,
  first = FIRST_WAIT_MS,
  longest = LONGEST_WAIT_MS,
): number {
  return Math.min(longest, first * 2 ** Math.min(looks, 20));
}

function failure(
  code: Failure['code'],
  message: string,
  advice: string,
  said?: string,
): Reaction {
  return {
    kind: 'fail',
    failure: { code, message, advice, ...(said !== undefined && { said }) },
  };
}

const ASK_PLATFORM =
  'Whoever runs the portal has to look after it; its log says more. Try again afterwards.';

/**
 * What is made of an error. What Qualys refuses for good is a failure that
 * somebody has to mend; all that passes by itself is waited for.
 *
 * @param of.looks - how often it went wrong before
 * @param of.isCreating - whether it was to be created
 */
export function reactionTo(
  error: unknown,
  of: {
    subscription: SubscriptionConfig;
    area: CreatingApi['area'];
    looks: number;
    isCreating: boolean;
  },
): Reaction {
  if (error instanceof SecretUnreadableError) {
    return failure(
      'secretUnreadable',
      error.reason === 'keyMissing'
        ? 'The portal cannot read the key any more that it holds for this request: it was encrypted with a key that is not configured any more'
        : 'The portal cannot read the key any more that it holds for this request',
      'Give the key again, and try again.',
    );
  }
  const problem =
    error instanceof QualysProblemError
      ? error.problem
      : problemOf(error, of.subscription, of.area);
  const { code } = problem;
  switch (code) {
    case 'authentication':
    case 'permission':
    case 'notFound':
      return failure(
        'portalRefused',
        forViewers(problem).message,
        ASK_PLATFORM,
      );
    case 'invalid':
      return failure(
        'settingsRefused',
        of.isCreating
          ? 'Qualys did not take the connector as it was asked for'
          : 'Qualys did not take what was given',
        'See what Qualys says of it. If it is the role or the key, give another one and try again; else cancel the request and file another one.',
        forEditors(problem).message,
      );
    case 'conflict':
      return failure(
        'conflict',
        'Qualys says that the connector is at odds with what there is',
        'See what Qualys says of it. The platform team can look at the connectors of the account in Qualys.',
        forEditors(problem).message,
      );
    case 'limited': {
      const ms = Math.max(
        LEAST_LIMIT_MS,
        (problem.retryAfter ?? 0) * 1000,
        problem.retryAfter === undefined ? backoffMs(of.looks) : 0,
      );
      return {
        kind: 'wait',
        ms,
        problem: {
          message: `Qualys limits its API at present; the portal goes on by itself in ${inWords(
            ms / 1000,
          )}`,
          retryAt: new Date(Date.now() + ms).toISOString(),
        },
      };
    }
    default: {
      if (
        code === 'outcomeUnknown' &&
        of.isCreating &&
        of.looks >= MOST_ATTEMPTS
      ) {
        return failure(
          'portalRefused',
          'Qualys failed each time that it was told to create the connector',
          ASK_PLATFORM,
        );
      }
      const ms = backoffMs(of.looks);
      const isOurs = !(error instanceof QualysError);
      return {
        kind: 'wait',
        ms,
        problem: {
          message: isOurs
            ? 'Something went wrong in the portal itself, whose log says more; it tries again by itself'
            : `${waitingFor(code)}; the portal tries again by itself`,
          retryAt: new Date(Date.now() + ms).toISOString(),
        },
      };
    }
  }
}

function waitingFor(code: string): string {
  switch (code) {
    case 'unavailable':
      return 'Qualys cannot be reached at present';
    case 'outcomeUnknown':
      return 'The answer of Qualys was lost, so that it is not known whether it has done what it was told';
    default:
      return 'Qualys answered something that the portal does not understand';
  }
}
