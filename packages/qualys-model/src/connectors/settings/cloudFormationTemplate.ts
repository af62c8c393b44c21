import { z } from 'zod';
import { awsPartitionSchema, type AwsPartition } from '../../aws/partition';
import { externalIdSchema } from '../../externalId/rule';
import { settingsObject } from './members';

/**
 * What the CloudFormation template of the role of an AWS connector is made for.
 *
 * Source: CloudView API v1, `GET /rest/v1/aws/connectors/aws/download`.
 *
 * @public
 */
export interface CloudFormationTemplateRequest {
  /** The external ID that the trust policy of the role shall ask for, as new connectors need it. */
  externalId: string;
  /** The partition of the account; `aws` unless given. */
  partition?: AwsPartition;
}

/**
 * The rules for a {@link CloudFormationTemplateRequest}. Its messages say what
 * would be right.
 *
 * Source: as {@link CloudFormationTemplateRequest}; the external ID keeps to
 * the rule for connectors that are created.
 *
 * @public
 */
export const cloudFormationTemplateRequestSchema: z.ZodType<CloudFormationTemplateRequest> =
  settingsObject('the request of a template', {
    externalId: z
      .string('must be the external ID for the trust policy of the role')
      .pipe(externalIdSchema),
    partition: awsPartitionSchema.optional(),
  });
