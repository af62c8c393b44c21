import { PURPOSE, Random } from '../../core/random';
import { QUALYS_ACCOUNTS } from './vocabulary';

/** The Qualys subscription that all generated connectors belong to. */
export interface Subscription {
  /** The first part of its external IDs. */
  pod: string;
  /** The second part of its external IDs. */
  id: string;
  /** The directory (tenant) of its Azure subscriptions. */
  azureDirectoryId: string;
}

/** The subscription of a seed. */
export function subscriptionOf(seed: number): Subscription {
  const random = new Random(seed, PURPOSE.subscription, 0);
  return {
    pod: 'USPOD02',
    id: random.digits(7),
    azureDirectoryId: random.uuid(),
  };
}

/**
 * The AWS accounts that Qualys assumes roles from. The customer's own accounts
 * are not used in their place, which CloudView says in words.
 *
 * Source: CloudView API v1, `awsBaseAccountId`, which names no fields; the
 * fields are those that public clients of it show.
 */
export const AWS_BASE_ACCOUNT = {
  globalAccountId: QUALYS_ACCOUNTS.aws,
  govAccountId: QUALYS_ACCOUNTS['aws-us-gov'],
  chinaAccountId: QUALYS_ACCOUNTS['aws-cn'],
  customerGlobalAccount: 'false',
  customerGovAccount: 'false',
  customerChinaAccount: 'false',
};
