import type { NewExternalId } from 'backstage-plugin-qualys-common';
import { awsTrustPolicy, type AwsPartition } from 'qualys-model';
import { z } from 'zod';
import type { CachedRead, CachedReads } from '../reads';
import type { AwsBaseAccountReader } from './baseAccounts';

/** What goes into an AWS account so that Qualys can read it. */
export interface AwsRoles {
  /**
   * The trust policy of the role that goes with an external ID.
   *
   * @throws QualysProblemError with the reason, for people, where Qualys cannot be asked or names no account
   */
  read(
    subscription: string,
    partition: AwsPartition,
    externalId: string,
  ): Promise<Omit<NewExternalId, 'externalId'>>;
  /**
   * The CloudFormation template that makes the role, as Qualys writes it.
   *
   * @throws QualysProblemError with the reason, for people
   */
  template(
    subscription: string,
    partition: AwsPartition,
    externalId: string,
  ): Promise<string>;
}

// A template is Qualys' own text about an external ID that does not change.
const FRESH_MS = 60 * 60_000;

function templateRead(
  subscription: string,
  role: { partition: AwsPartition; externalId: string },
): CachedRead<string> {
  return {
    key: `awsRoleTemplate:${subscription}:${role.partition}:${role.externalId}`,
    subscription,
    area: 'cloudView',
    what: `The CloudFormation template of a role for ${subscription}`,
    schema: z.string(),
    freshMs: FRESH_MS,
    ask: ({ qualys }, options) =>
      qualys.cloudConnectors.aws.cloudFormationTemplate(role, options),
  };
}

/** Makes what tells it. */
export function createAwsRoles(deps: {
  baseAccounts: AwsBaseAccountReader;
  reads: Pick<CachedReads, 'read'>;
}): AwsRoles {
  const { baseAccounts, reads } = deps;
  return {
    async read(subscription, partition, externalId) {
      const principal = await baseAccounts.read(subscription, partition);
      const policy = awsTrustPolicy({ ...principal, partition, externalId });
      return { ...principal, trustPolicy: JSON.stringify(policy, null, 2) };
    },
    async template(subscription, partition, externalId) {
      const { value } = await reads.read(
        templateRead(subscription, { partition, externalId }),
      );
      return value;
    },
  };
}
