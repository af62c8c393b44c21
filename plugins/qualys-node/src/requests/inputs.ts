import type { AnyZodObject, z } from 'zod/v3';

/**
 * What a request for a connector asks for, described for those who fill it in
 * from elsewhere: agents through actions, and authors of templates. Both want
 * zod 3. It says what there is and what it means; the rules are those of
 * `requestFileSchema` of `backstage-plugin-qualys-common`, which the backend
 * applies.
 *
 * There is no place in it for a secret, and what has no place is refused.
 *
 * @param zod - zod 3, as the registry of actions hands it over
 *
 * @public
 */
export function describedRequest(zod: typeof z): AnyZodObject {
  const NO_PLACE =
    'there is no such field; keys and other secrets are entered on the page of the request alone';
  const settings = zod
    .object({
      name: zod
        .string()
        .describe(
          'What the connector is to be called in Qualys; not yet taken',
        ),
      purpose: zod
        .string()
        .describe('What it is needed for, for whoever decides'),
      owner: zod
        .string()
        .describe(
          'Who shall own it: one of the groups of whoever asks, such as group:default/payments',
        ),
      account: zod
        .string()
        .describe(
          'The id of the AWS account (12 digits), the id of the Azure subscription, or the id of the GCP project',
        ),
      description: zod
        .string()
        .optional()
        .describe('What Qualys shall say of the connector'),
      system: zod
        .string()
        .optional()
        .describe(
          'The system of the catalog that it shall belong to, such as system:default/shop',
        ),
      entityRef: zod
        .string()
        .optional()
        .describe(
          'The entity that it is asked for and is to be bound to, such as component:default/checkout; one that a group of whoever asks owns',
        ),
      pollingFrequency: zod
        .object({ hours: zod.number().int(), minutes: zod.number().int() })
        .strict(NO_PLACE)
        .optional()
        .describe(
          'How often Qualys shall read the account; every four hours unless given',
        ),
      remediationEnabled: zod
        .boolean()
        .optional()
        .describe('Whether Qualys may change resources in the account'),
      partition: zod
        .enum(['aws', 'aws-us-gov', 'aws-cn'])
        .optional()
        .describe('AWS, needed there: the partition that the account is in'),
      applicationId: zod
        .string()
        .optional()
        .describe('Azure, needed there: the application (client) id'),
      directoryId: zod
        .string()
        .optional()
        .describe('Azure, needed there: the directory (tenant) id'),
      govCloud: zod
        .boolean()
        .optional()
        .describe('Azure: whether the subscription is in Azure Government'),
      regions: zod
        .array(zod.string())
        .optional()
        .describe(
          'AWS: the codes of the regions that are read; all of them unless given',
        ),
      activation: zod
        .array(zod.string())
        .optional()
        .describe('The Qualys modules that assets are activated for'),
      defaultTags: zod
        .array(zod.string())
        .optional()
        .describe('The ids of the Qualys tags that every asset gets'),
      perimeterScan: zod
        .object({
          enabled: zod.boolean(),
          configuration: zod.object({}).passthrough().optional(),
        })
        .strict(NO_PLACE)
        .optional()
        .describe(
          'AWS: whether and how the account is scanned from the internet',
        ),
    })
    .strict(NO_PLACE);
  return zod
    .object({
      subscription: zod
        .string()
        .describe(
          'The id of the Qualys subscription in the configuration of the portal',
        ),
      provider: zod.enum(['AWS', 'AZURE', 'GCP']).describe('The cloud'),
      settings: settings.describe('What is asked for'),
      arn: zod
        .string()
        .optional()
        .describe(
          'AWS: the ARN of the role, where there is one already; it is asked for after the approval otherwise',
        ),
    })
    .strict(NO_PLACE);
}
