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
  /** What the portal's user may not do where Qualys refuses it. */
  action: string;
  /** What there is to check then, in a sentence after "check that". */
  needs: string;
}

const AREAS: Record<QualysArea, AreaWords> = {
  assetManagement: {
    host: 'api',
    action: 'use Asset Management',
    needs: 'it is a Manager with full scope',
  },
  cloudView: {
    host: 'cloudView',
    action: 'do this',
    needs:
      'it has the CloudView module, API access, and the connectors in its scope',
  },
  optionProfiles: {
    host: 'api',
    action: 'list option profiles',
    needs: 'it may use the API of Vulnerability Management',
  },
  s3: {
    host: 'gateway',
    action: 'change S3 integrations',
    needs:
      'it may use the API, and that the subscription has the AWS S3 integration with VM/VMDR',
  },
  webApps: {
    host: 'api',
    action: 'do this in Web Application Scanning',
    needs:
      'it has the permissions “API Access” and “Access WAS module”, that the web application is in its scope, and that the subscription has the WAS module',
  },
  securityHub: {
    host: 'api',
    action: 'use Security Hub integrations',
    needs:
      'it may use the API, and that the subscription has the AWS Security Hub integration with VM/VMDR',
  },
};

/** What there is to check where Qualys refuses something to the portal's user, in a sentence after "check that". */
export function neededFor(area: QualysArea): string {
  return AREAS[area].needs;
}

function refusedMessage(area: QualysArea, key: string): string {
  const { action, needs } = AREAS[area];
  const refused = `Qualys does not let the user of ${key}.credentials ${action}; check that ${needs}`;
  return area === 'assetManagement'
    ? `${refused}, or switch this feed off with ${key}.feeds.assetManagement: false`
    : refused;
}

function messageOf(
  error: QualysError,
  subscription: SubscriptionConfig,
  area: QualysArea,
): string {
  const key = `qualys.subscriptions.${subscription.id}`;
  const { host } = new URL(subscription.urls[AREAS[area].host]);
  switch (error.kind) {
    case 'authentication':
      return `Qualys refused the user name or password of ${key}.credentials; also check that the account lives on the platform that is configured there (${host})`;
    case 'permission':
      return refusedMessage(area, key);
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
