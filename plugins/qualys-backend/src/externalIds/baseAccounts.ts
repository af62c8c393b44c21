import {
  awsBaseAccountsSchema,
  isAwsAccountId,
  type AwsBaseAccounts,
  type AwsPartition,
} from 'qualys-model';
import { QualysProblemError } from '../errors';
import type { CachedRead, CachedReads } from '../reads';

/** The AWS account that Qualys assumes roles from in a partition. */
export interface AwsPrincipal {
  /** Its id: 12 digits. */
  principalAccount: string;
  /** Whether it is an account of the customer's own, as Qualys says. */
  customerOwned: boolean;
}

/** The AWS accounts that Qualys assumes roles from, read as seldom as can be. */
export interface AwsBaseAccountReader {
  /**
   * That of a partition.
   *
   * @throws QualysProblemError with the reason, for people, where Qualys
   *   cannot be asked or names none (`notFound`)
   * @throws NotFoundError where the subscription is not configured
   */
  read(subscription: string, partition: AwsPartition): Promise<AwsPrincipal>;
}

// They change when somebody sets up an account of their own, if ever.
const FRESH_MS = 60 * 60_000;
const RENEWED_MS = 24 * 60 * 60_000;

const OF_PARTITION: Record<AwsPartition, keyof AwsBaseAccounts> = {
  aws: 'global',
  'aws-us-gov': 'gov',
  'aws-cn': 'china',
};

function accountsRead(subscription: string): CachedRead<AwsBaseAccounts> {
  return {
    key: `awsBaseAccounts:${subscription}`,
    subscription,
    area: 'cloudView',
    what: `The AWS base accounts of ${subscription}`,
    schema: awsBaseAccountsSchema,
    freshMs: FRESH_MS,
    renewedMs: RENEWED_MS,
    ask: ({ qualys }, options) =>
      qualys.cloudConnectors.aws.baseAccount(options),
  };
}

/** Makes what reads them. */
export function createAwsBaseAccounts(
  reads: Pick<CachedReads, 'read'>,
): AwsBaseAccountReader {
  return {
    async read(subscription, partition) {
      const { value } = await reads.read(accountsRead(subscription));
      const account = value[OF_PARTITION[partition]];
      if (!account || !isAwsAccountId(account.id)) {
        throw new QualysProblemError({
          code: 'notFound',
          message: `Qualys names no AWS account from which it assumes roles in the partition ${partition}; whoever runs the subscription can ask Qualys for it`,
        });
      }
      return {
        principalAccount: account.id,
        customerOwned: account.customerOwned ?? false,
      };
    },
  };
}
