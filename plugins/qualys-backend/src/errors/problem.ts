import { CustomErrorBase } from '@backstage/errors';
import type { Problem, QualysFeed } from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { SubscriptionConfig } from '../config';
import { inWords } from './words';

/** A problem with Qualys, in the portal's own words, on its way to a caller. */
export class QualysProblemError extends CustomErrorBase {
  name = 'QualysProblemError' as const;

  constructor(readonly problem: Problem, cause?: unknown) {
    super(problem.message, cause);
  }
}

/** What people call the feeds. */
export const FEED_NAMES: Record<QualysFeed, string> = {
  assetManagement: 'Asset Management',
  cloudView: 'CloudView',
};

function hostOf({ urls }: SubscriptionConfig, feed: QualysFeed): string {
  return new URL(feed === 'assetManagement' ? urls.api : urls.cloudView).host;
}

function messageOf(
  error: QualysError,
  subscription: SubscriptionConfig,
  feed: QualysFeed,
): string {
  const key = `qualys.subscriptions.${subscription.id}`;
  const host = hostOf(subscription, feed);
  switch (error.kind) {
    case 'authentication':
      return `Qualys refused the user name or password of ${key}.credentials; also check that the account lives on the platform that is configured there (${host})`;
    case 'permission':
      if (feed === 'assetManagement') {
        return `Qualys does not let the user of ${key}.credentials read Asset Management, which takes a Manager with full scope; give it one, or switch this feed off with ${key}.feeds.assetManagement: false`;
      }
      return `Qualys does not let the user of ${key}.credentials do this; check that it has the CloudView module, API access, and the connectors in its scope`;
    case 'limited':
      return error.retryAfter === undefined
        ? 'Qualys limits its API at present'
        : `Qualys limits its API for another ${inWords(error.retryAfter)}`;
    case 'aborted':
      return `Qualys (${host}) did not answer in time`;
    default:
      // The client says what happened and what to do, without credentials.
      return error.message;
  }
}

/**
 * The one translation of what the client throws into the portal's own terms.
 * The message says what to do, in terms of this configuration where it can.
 *
 * @param feed - what was asked
 * @returns `internal` for anything that is not an error of the client
 */
export function feedProblemOf(
  error: unknown,
  subscription: SubscriptionConfig,
  feed: QualysFeed,
): Problem {
  if (!(error instanceof QualysError)) {
    return {
      code: 'internal',
      message: 'Something went wrong in the portal itself; its log says more',
    };
  }
  return {
    code: error.kind === 'aborted' ? 'unavailable' : error.kind,
    message: messageOf(error, subscription, feed),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
  };
}

/** As {@link feedProblemOf}, where CloudView was asked. */
export function problemOf(
  error: unknown,
  subscription: SubscriptionConfig,
): Problem {
  return feedProblemOf(error, subscription, 'cloudView');
}
