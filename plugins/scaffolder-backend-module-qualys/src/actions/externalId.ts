import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { NewExternalId } from 'backstage-plugin-qualys-common';
import type { RequestsClient } from '../client';
import { externalIdExamples } from './examples';
import { fingerprint } from './fingerprint';

/** Makes the action `qualys:external-id:create`. */
export function createExternalIdAction(options: {
  requests: Pick<RequestsClient, 'newExternalId'>;
}) {
  const { requests } = options;
  return createTemplateAction({
    id: 'qualys:external-id:create',
    description:
      'Makes a new external ID of a Qualys subscription, with the trust policy of the role that Qualys assumes with it. A request for a connector needs none: it has an external ID of its own, which qualys:connector:request gives.',
    examples: externalIdExamples,
    supportsDryRun: true,
    schema: {
      input: {
        subscription: v3 =>
          v3
            .string()
            .describe(
              'The id of the Qualys subscription in the configuration of the portal',
            ),
        partition: v3 =>
          v3
            .enum(['aws', 'aws-us-gov', 'aws-cn'])
            .optional()
            .describe('The partition of the AWS account; aws unless given'),
      },
      output: {
        externalId: v3 => v3.string(),
        principalAccount: v3 =>
          v3
            .string()
            .describe('The AWS account that Qualys assumes the role from'),
        customerOwned: v3 =>
          v3
            .boolean()
            .describe('Whether that is an account of the customer’s own'),
        trustPolicy: v3 =>
          v3.string().describe('The trust policy of the role, as JSON'),
      },
    },
    async handler(ctx) {
      const { subscription, partition } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      // Nothing is kept anywhere, so that a dry run gives a real one.
      const made = await ctx.checkpoint<NewExternalId>({
        key: `external-id.${fingerprint(ctx.task.id, ctx.step?.id, ctx.input)}`,
        fn: () =>
          requests.newExternalId(
            { subscription, partition },
            { credentials, signal: ctx.signal },
          ),
      });
      ctx.output('externalId', made.externalId);
      ctx.output('principalAccount', made.principalAccount);
      ctx.output('customerOwned', made.customerOwned);
      ctx.output('trustPolicy', made.trustPolicy);
    },
  });
}
