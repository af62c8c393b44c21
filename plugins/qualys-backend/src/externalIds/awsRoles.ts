import { NotFoundError } from '@backstage/errors';
import type { NewExternalId } from 'backstage-plugin-qualys-common';
import { awsTrustPolicy, type AwsPartition } from 'qualys-model';
import type { QualysClients } from '../clients';
import { problemOf, QualysProblemError } from '../errors';
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

/** Makes what tells it. */
export function createAwsRoles(deps: {
  baseAccounts: AwsBaseAccountReader;
  clients: Pick<QualysClients, 'get'>;
}): AwsRoles {
  const { baseAccounts, clients } = deps;
  return {
    async read(subscription, partition, externalId) {
      const principal = await baseAccounts.read(subscription, partition);
      const policy = awsTrustPolicy({ ...principal, partition, externalId });
      return { ...principal, trustPolicy: JSON.stringify(policy, null, 2) };
    },
    async template(subscription, partition, externalId) {
      const client = clients.get(subscription);
      if (!client)
        throw new NotFoundError('The subscription is not configured');
      try {
        return await client.qualys.cloudConnectors.aws.cloudFormationTemplate({
          partition,
          externalId,
        });
      } catch (error) {
        throw new QualysProblemError(
          problemOf(error, client.subscription, 'cloudView'),
          error,
        );
      }
    },
  };
}
