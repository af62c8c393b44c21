import type { RequestProblem } from 'backstage-plugin-qualys-common';
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

/** It goes on by itself, in so many milliseconds. */
export interface Wait {
  kind: 'wait';
  ms: number;
  problem: RequestProblem;
  /** What it fails with where that has been so for too long. */
  failure: Failure;
  /** Whether Qualys lets nobody call this API for so long. */
  isLimit?: boolean;
  /** Whether it is for whoever runs the portal to do something about it. */
  isForPlatform?: boolean;
}

/** What comes of something that went wrong on the way. */
export type Reaction =
  /** Somebody has to mend something. */
  { kind: 'fail'; failure: Failure } | Wait;

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 5 * 60_000;

// Within about half an hour. It was looked for after each of them.
const MOST_ATTEMPTS = 10;

// Within about a quarter of an hour: as long as it takes until all backends
// have the keys that one of them has.
const MOST_KEY_ATTEMPTS = 6;

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

function fail(
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

/** What is said of a request whose subscription or cloud was taken out of the configuration. */
export const NOT_CONFIGURED: Failure = {
  code: 'portalRefused',
  message:
    'The subscription is not configured any more, or its connectors of this cloud are not read, so that nothing can be created in it',
  advice: ASK_PLATFORM,
};

/**
 * @param what - what keeps it, a sentence without its end
 * @param then - how it goes on
 */
function wait(
  ms: number,
  what: string,
  then: string,
  besides: Partial<Pick<Wait, 'failure' | 'isForPlatform' | 'isLimit'>> = {},
): Wait {
  return {
    kind: 'wait',
    ms,
    problem: {
      message: `${what}; ${then}`,
      retryAt: new Date(Date.now() + ms).toISOString(),
    },
    failure: { code: 'portalRefused', message: what, advice: ASK_PLATFORM },
    ...besides,
  };
}

const TRIES_AGAIN = 'tries again by itself';
const BY_ITSELF = `the portal ${TRIES_AGAIN}`;

function ofKey({ reason }: SecretUnreadableError, looks: number): Reaction {
  const what =
    'The portal cannot read the key any more that it holds for this request';
  const failure: Failure = {
    code: 'secretUnreadable',
    message:
      reason === 'keyMissing'
        ? `${what}: it was encrypted with a key that is not configured any more`
        : what,
    advice: 'Give the key again, and try again.',
  };
  // Another backend may have been given the key before this one.
  return reason === 'keyMissing' && looks < MOST_KEY_ATTEMPTS
    ? wait(
        backoffMs(looks),
        'The key that the portal holds for this request was encrypted with one that not all backends of the portal have',
        BY_ITSELF,
        { failure, isForPlatform: true },
      )
    : { kind: 'fail', failure };
}

/**
 * What is made of an error. What Qualys refuses for good is a failure that
 * somebody has to mend; all that passes by itself, or that whoever runs the
 * portal can mend meanwhile, is waited for.
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
  if (error instanceof SecretUnreadableError) return ofKey(error, of.looks);
  const problem =
    error instanceof QualysProblemError
      ? error.problem
      : problemOf(error, of.subscription, of.area);
  const { code } = problem;
  const ms = backoffMs(of.looks);
  switch (code) {
    case 'authentication':
    case 'permission':
    case 'notFound':
      return wait(LONGEST_WAIT_MS, forViewers(problem).message, BY_ITSELF, {
        isForPlatform: true,
      });
    case 'invalid':
      return fail(
        'settingsRefused',
        of.isCreating
          ? 'Qualys did not take the connector as it was asked for'
          : 'Qualys did not take what was given',
        'See what Qualys says of it. If it is the role or the key, give another one and try again; else cancel the request and file another one.',
        forEditors(problem).message,
      );
    case 'conflict':
      return fail(
        'conflict',
        'Qualys says that the connector is at odds with what there is',
        'See what Qualys says of it. The platform team can look at the connectors of the account in Qualys.',
        forEditors(problem).message,
      );
    case 'limited': {
      const limitMs = Math.max(
        LEAST_LIMIT_MS,
        problem.retryAfter === undefined ? ms : problem.retryAfter * 1000,
      );
      return wait(
        limitMs,
        'Qualys limits its API at present',
        `the portal goes on by itself in ${inWords(limitMs / 1000)}`,
        { isLimit: true },
      );
    }
    case 'outcomeUnknown':
      if (of.isCreating && of.looks >= MOST_ATTEMPTS) {
        return fail(
          'portalRefused',
          'Qualys failed each time that it was told to create the connector',
          ASK_PLATFORM,
        );
      }
      return wait(
        ms,
        'The answer of Qualys was lost, so that it is not known whether it has done what it was told',
        BY_ITSELF,
      );
    case 'unavailable':
      return wait(ms, 'Qualys cannot be reached at present', BY_ITSELF);
    case 'internal':
      return wait(
        ms,
        'Something went wrong in the portal itself, whose log says more',
        `it ${TRIES_AGAIN}`,
        { isForPlatform: true },
      );
    default:
      return wait(
        ms,
        'Qualys answered something that the portal does not understand',
        BY_ITSELF,
        { isForPlatform: true },
      );
  }
}
