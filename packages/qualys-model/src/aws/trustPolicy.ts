import type { AwsPartition } from './partition';

/**
 * The condition of a trust policy that whoever assumes the role names an
 * external ID.
 *
 * Source: AWS, "Access to AWS accounts owned by third parties" (the condition)
 * and "IAM JSON policy elements: Condition operators" (several values: any of
 * them).
 *
 * @public
 */
export interface AwsTrustCondition {
  /** What whoever assumes the role must name. */
  StringEquals: {
    /** The external ID, or several of which any is trusted. */
    'sts:ExternalId': string | string[];
  };
}

/**
 * The trust policy of a role that Qualys assumes.
 *
 * Source: AWS, "Access to AWS accounts owned by third parties".
 *
 * @public
 */
export interface AwsTrustPolicy {
  /** The version of the language of policies. */
  Version: '2012-10-17';
  /** Who may assume the role, and on which condition. */
  Statement: [
    {
      Effect: 'Allow';
      Principal: {
        /** The account that the role is assumed from: `arn:aws:iam::123456789012:root`. */
        AWS: string;
      };
      Action: 'sts:AssumeRole';
      Condition: AwsTrustCondition;
    },
  ];
}

/**
 * The condition that names the external IDs which a role trusts.
 *
 * Source: as {@link AwsTrustCondition}.
 *
 * @param externalIds - one or several, any of which is trusted
 *
 * @public
 */
export function awsTrustCondition(
  externalIds: readonly string[],
): AwsTrustCondition {
  return {
    StringEquals: {
      'sts:ExternalId':
        externalIds.length === 1 ? externalIds[0] : [...externalIds],
    },
  };
}

/**
 * The trust policy of a role that an account may assume with an external ID,
 * and not without.
 *
 * Source: as {@link AwsTrustPolicy}; that Qualys assumes the role from its base
 * account of the partition is from CloudView API v1,
 * `GET /rest/v1/aws/connectors/awsBaseAccountId`.
 *
 * @param options - `partition` of the role, in which the account is, too;
 *   `principalAccount`, the account that assumes the role: 12 digits; and the
 *   `externalId` that it has to name
 *
 * @public
 */
export function awsTrustPolicy(options: {
  partition: AwsPartition;
  principalAccount: string;
  externalId: string;
}): AwsTrustPolicy {
  const { partition, principalAccount, externalId } = options;
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${principalAccount}:root` },
        Action: 'sts:AssumeRole',
        Condition: awsTrustCondition([externalId]),
      },
    ],
  };
}
