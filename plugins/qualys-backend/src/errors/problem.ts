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

/** A part of Qualys that is asked or told something. */
export type QualysArea =
  | QualysFeed
  | 'optionProfiles'
  | 's3'
  | 'securityHub'
  | 'webApps';

interface AreaWords {
  /** Which of the addresses of a subscription it is at. */
  host: keyof SubscriptionConfig['urls'];
  /**
   * What to do where Qualys does not let the portal's user do it.
   *
   * @param key - where the subscription stands in the configuration
   */
  refused(key: string): string;
}

const AREAS: Record<QualysArea, AreaWords> = {
  assetManagement: {
    host: 'api',
    refused: key =>
      `Qualys does not let the user of ${key}.credentials read Asset Management, which takes a Manager with full scope; give it one, or switch this feed off with ${key}.feeds.assetManagement: false`,
  },
  cloudView: {
    host: 'cloudView',
    refused: key =>
      `Qualys does not let the user of ${key}.credentials do this; check that it has the CloudView module, API access, and the connectors in its scope`,
  },
  optionProfiles: {
    host: 'api',
    refused: key =>
      `Qualys does not let the user of ${key}.credentials list option profiles; check that it may use the API of Vulnerability Management`,
  },
  s3: {
    host: 'gateway',
    refused: key =>
      `Qualys does not let the user of ${key}.credentials change S3 integrations; check that it may use the API, and that the subscription has the AWS S3 integration with VM/VMDR`,
  },
  webApps: {
    host: 'api',
    refused: key =>
      `Qualys does not let the user of ${key}.credentials do this in Web Application Scanning; check that the subscription has the WAS module, that the user has the permissions “API Access” and “Access WAS module”, and that the web application is in its scope`,
  },
  securityHub: {
    host: 'api',
    refused: key =>
      `Qualys does not let the user of ${key}.credentials use Security Hub integrations; check that it may use the API, and that the subscription has the AWS Security Hub integration with VM/VMDR`,
  },
};

function messageOf(
  error: QualysError,
  subscription: SubscriptionConfig,
  area: QualysArea,
): string {
  const key = `qualys.subscriptions.${subscription.id}`;
  const { host: name, refused } = AREAS[area];
  const { host } = new URL(subscription.urls[name]);
  switch (error.kind) {
    case 'authentication':
      return `Qualys refused the user name or password of ${key}.credentials; also check that the account lives on the platform that is configured there (${host})`;
    case 'permission':
      return refused(key);
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
 * @param area - what was asked or told
 * @returns `internal` for anything that is not an error of the client
 */
export function problemOf(
  error: unknown,
  subscription: SubscriptionConfig,
  area: QualysArea,
): Problem {
  if (!(error instanceof QualysError)) {
    return {
      code: 'internal',
      message: 'Something went wrong in the portal itself; its log says more',
    };
  }
  return {
    code: error.kind === 'aborted' ? 'unavailable' : error.kind,
    message: messageOf(error, subscription, area),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
  };
}
