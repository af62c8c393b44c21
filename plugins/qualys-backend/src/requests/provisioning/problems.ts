import type { RequestProblem } from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import type { RequestRecord } from '../store';
import { saysRefused } from './refusalWords';

/** A problem for which a request has failed. */
export type Failure = RequestProblem & {
  code: NonNullable<RequestProblem['code']>;
};

// Longer texts are no help to anybody.
const LONGEST_SAID = 1000;

const ACCESS_ADVICE: Record<CloudProvider, string> = {
  AWS: 'Check that the role exists in the account, that its trust policy names the account of Qualys and the external ID of this request, and that it may read the account (the policy SecurityAudit). If it is another role, give its ARN. Then try again.',
  AZURE:
    'Check that the application has the role Reader on the subscription, and that the key is the value of one of its secrets and has not expired. If it is another key, give it. Then try again.',
  GCP: 'Check that the service account has the roles Viewer and Security Reviewer on the project, that the APIs which Qualys needs are switched on there, and that the key has not been deleted. If it is another key, give its file. Then try again.',
};

const ACCESS_MESSAGES: Record<CloudProvider, string> = {
  AWS: 'AWS did not let Qualys assume the role',
  AZURE: 'Azure did not let Qualys in',
  GCP: 'Google Cloud did not let Qualys in',
};

/** What Qualys said, fit to be shown: in bounds, and without the external ID. */
function shown(
  said: string,
  { externalId }: Pick<RequestRecord, 'externalId'>,
): string {
  const text = externalId ? said.replaceAll(externalId, '…') : said;
  return text.length > LONGEST_SAID ? `${text.slice(0, LONGEST_SAID)}…` : text;
}

/**
 * Why Qualys could not read the account: because it was not let in, or for
 * another reason.
 *
 * @param said - what Qualys says of it, if anything
 */
export function readingFailed(
  request: Pick<RequestRecord, 'externalId' | 'provider'>,
  said: string | undefined,
): Failure {
  const { provider } = request;
  const isRefused = said !== undefined && saysRefused(said);
  return {
    ...(isRefused
      ? {
          code: 'accessRefused',
          message: ACCESS_MESSAGES[provider],
          advice: ACCESS_ADVICE[provider],
        }
      : {
          code: 'readFailed',
          message: 'Qualys could not read the account',
          advice:
            said === undefined
              ? `Qualys does not say why. ${ACCESS_ADVICE[provider]}`
              : 'See what Qualys says of it, mend it, and try again. The platform team can look at the connector in Qualys.',
        }),
    ...(said !== undefined && { said: shown(said, request) }),
  };
}

/** That somebody has switched the connector off in Qualys. */
export const SWITCHED_OFF: Failure = {
  code: 'readFailed',
  message:
    'The connector is switched off in Qualys, which does not read the account',
  advice: 'Have it switched on in Qualys, and try again.',
};

/** That the connector is not there any more. */
export const GONE: Failure = {
  code: 'connectorGone',
  message: 'The connector was deleted in Qualys before it was active',
  advice: 'Try again to have it created anew, or cancel the request.',
};

/** That Qualys has not read the account in the time that the portal waits. */
export function stillPending(minutes: number): Failure {
  return {
    code: 'stillPending',
    message: `Qualys has not read the account within ${minutes} minutes`,
    advice:
      'The connector is there, and Qualys may still come to it. Try again to go on waiting; if that does not help, the platform team can look at it in Qualys.',
  };
}

/** What is said of a connector that is pending with a complaint of Qualys beside it. */
export function notYet(
  request: Pick<RequestRecord, 'externalId' | 'provider'>,
  said: string,
): RequestProblem {
  return {
    message:
      request.provider === 'AWS'
        ? 'Qualys could not assume the role yet; right after a role was made that is usual, and Qualys tries again by itself'
        : 'Qualys could not read the account yet, and tries again by itself',
    said: shown(said, request),
  };
}
