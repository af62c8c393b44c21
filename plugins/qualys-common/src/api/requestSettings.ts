import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  activationModuleSchema,
  awsAccountIdSchema,
  awsPartitionOfRegion,
  awsPartitionSchema,
  awsRegionSchema,
  azureIdSchema,
  connectorDescriptionSchema,
  connectorNameSchema,
  gcpProjectIdSchema,
  parseRoleArn,
  perimeterScanInputSchema,
  pollingFrequencyInputSchema,
  qpsIdSchema,
  roleArnSchema,
  type CloudProvider,
} from 'qualys-model';
import { z } from 'zod';

/**
 * The API of Qualys that connectors are created through: Asset Management 3.0,
 * or CloudView v1, which Qualys calls old.
 *
 * @public
 */
export const CREATE_THROUGH = ['assetManagement', 'cloudView'] as const;

/** The API of Qualys that connectors are created through. @public */
export const createThroughSchema = z.enum(CREATE_THROUGH);

/** The API of Qualys that connectors are created through. @public */
export type CreateThrough = z.infer<typeof createThroughSchema>;

const MOST = 100;
const LONGEST_REF = 300;

const PURPOSE = 'must say what it is for: 1 to 2000 characters';
const ENTITY =
  'must be the whole reference of an entity, such as component:default/checkout';

// What is no reference yet stays as it is typed.
function wholeRef(text: string): string {
  try {
    const ref = stringifyEntityRef(parseEntityRef(text));
    return ref.length > LONGEST_REF ? text : ref;
  } catch {
    return text;
  }
}

/** The reference of an entity, as long as any can be: in full and in lower case, as the catalog and the permissions compare it. */
const entityRefText = z
  .string(ENTITY)
  .max(LONGEST_REF, ENTITY)
  .overwrite(wholeRef);

const azureId = azureIdSchema('an id of Azure');

// Of what is asked for, ids of Azure alone are UUIDs, and their case means nothing.
const accountText = z
  .string()
  .max(300)
  .overwrite(text =>
    azureId.safeParse(text).success ? text.toLowerCase() : text,
  );

/**
 * What somebody asks for, as far as it is filled in. A draft holds whatever
 * has been typed, within bounds; what must be there and how it must look is
 * told by {@link requestSettingsSchema}. References of entities and ids of
 * Azure are brought into their one form, so that they are found again.
 *
 * @public
 */
export const requestDraftSettingsSchema = z.strictObject({
  /** What the connector is to be called in Qualys. */
  name: z.string().max(300).optional(),
  /** What Qualys shall say of it. */
  description: z.string().max(4000).optional(),
  /** What it is needed for, for whoever decides. */
  purpose: z.string().max(2000).optional(),
  /** Who shall own it: one of the groups of whoever asks, as an entity reference. */
  owner: entityRefText.optional(),
  /** The system that it shall belong to, as an entity reference. */
  system: entityRefText.optional(),
  /** The entity that it is asked for and is to be bound to, as an entity reference. */
  entityRef: entityRefText.optional(),
  /** The AWS account, the Azure subscription or the GCP project. */
  account: accountText.optional(),
  /** How often Qualys shall read the account; every four hours unless given. */
  pollingFrequency: pollingFrequencyInputSchema.optional(),
  /** Whether Qualys may change cloud resources. */
  remediationEnabled: z.boolean().optional(),

  /** AWS: the partition that the account is in. */
  partition: awsPartitionSchema.optional(),
  /** Azure: the application (client) id that Qualys signs in with. */
  applicationId: accountText.optional(),
  /** Azure: the directory (tenant) id. */
  directoryId: accountText.optional(),
  /** Azure: whether the subscription is in Azure Government. */
  govCloud: z.boolean().optional(),

  /** Asset Management and AWS: the codes of the regions that are read; all of them unless given. */
  regions: z.array(z.string().max(40)).max(MOST).optional(),
  /** Asset Management: the modules that assets are activated for. */
  activation: z.array(z.string().max(64)).max(MOST).optional(),
  /** Asset Management: the ids of the tags that every asset gets. */
  defaultTags: z.array(qpsIdSchema).max(MOST).optional(),
  /** Asset Management and AWS: whether and how the account is scanned from the internet. */
  perimeterScan: perimeterScanInputSchema.optional(),
});

/** What somebody asks for, as far as it is filled in. @public */
export type RequestDraftSettings = z.infer<typeof requestDraftSettingsSchema>;

const ACCOUNTS: Record<CloudProvider, z.ZodType<string, string>> = {
  AWS: awsAccountIdSchema,
  AZURE: azureIdSchema('the id of an Azure subscription'),
  GCP: gcpProjectIdSchema,
};

// What only one cloud, or one way of creating connectors, has.
const OF_ONE: {
  name: keyof RequestDraftSettings;
  providers: readonly CloudProvider[];
  through?: CreateThrough;
}[] = [
  { name: 'partition', providers: ['AWS'] },
  { name: 'applicationId', providers: ['AZURE'] },
  { name: 'directoryId', providers: ['AZURE'] },
  { name: 'govCloud', providers: ['AZURE'] },
  { name: 'regions', providers: ['AWS'], through: 'assetManagement' },
  {
    name: 'activation',
    providers: ['AWS', 'AZURE', 'GCP'],
    through: 'assetManagement',
  },
  {
    name: 'defaultTags',
    providers: ['AWS', 'AZURE', 'GCP'],
    through: 'assetManagement',
  },
  { name: 'perimeterScan', providers: ['AWS'], through: 'assetManagement' },
];

/**
 * Whether a setting is one of the connectors of a cloud, created in a certain
 * way: forms show no other.
 *
 * @public
 */
export function isRequestSetting(
  name: keyof RequestDraftSettings,
  provider: CloudProvider,
  through: CreateThrough,
): boolean {
  const rule = OF_ONE.find(each => each.name === name);
  if (!rule) return true;
  return (
    rule.providers.includes(provider) &&
    (rule.through === undefined || rule.through === through)
  );
}

const azureMembers = {
  applicationId: azureIdSchema('the application (client) id'),
  directoryId: azureIdSchema('the directory (tenant) id'),
};

/**
 * What must be there, and how it must look, before somebody can be asked to
 * decide. What Qualys signs in with is given apart from it, when the request
 * is agreed to or before.
 *
 * Source: the rules of the creating API: CloudView API v1,
 * `POST /rest/v1/{aws,azure,gcp}/connectors`, and "Create AWS Connector 3.0"
 * with its siblings.
 *
 * @param provider - the cloud
 * @param through - the API that the connector is created through
 *
 * @public
 */
export function requestSettingsSchema(
  provider: CloudProvider,
  through: CreateThrough,
): z.ZodType<RequestDraftSettings, RequestDraftSettings> {
  return requestDraftSettingsSchema
    .extend({
      name: connectorNameSchema,
      description: connectorDescriptionSchema.optional(),
      purpose: z.string(PURPOSE).trim().min(1, PURPOSE).max(2000, PURPOSE),
      owner: z
        .string('must be one of your groups')
        .min(1, 'must be one of your groups'),
      account: ACCOUNTS[provider],
      ...(provider === 'AWS' && { partition: awsPartitionSchema }),
      ...(provider === 'AZURE' && azureMembers),
      regions: z
        .array(awsRegionSchema)
        .min(1, 'must name at least one region, or be left out for all of them')
        .max(MOST, `must name at most ${MOST} regions`)
        .optional(),
      activation: z
        .array(activationModuleSchema)
        .max(MOST, `must name at most ${MOST} modules`)
        .optional(),
    })
    .check(({ value, issues }) => {
      const complain = (path: string, message: string) =>
        issues.push({
          code: 'custom',
          path: [path],
          input: undefined,
          message,
        });
      for (const { name } of OF_ONE) {
        if (
          value[name as keyof typeof value] !== undefined &&
          !isRequestSetting(name, provider, through)
        ) {
          complain(
            name,
            `is no setting of ${provider} connectors that are created through ${
              through === 'cloudView' ? 'CloudView' : 'Asset Management'
            }`,
          );
        }
      }
      const { pollingFrequency, partition } = value;
      if (pollingFrequency?.hours === 0 && pollingFrequency.minutes === 0) {
        complain('pollingFrequency', 'must be one minute at least');
      }
      const foreign = value.regions?.find(
        region =>
          partition !== undefined && awsPartitionOfRegion(region) !== partition,
      );
      if (foreign !== undefined) {
        complain('regions', `${foreign} is no region of ${partition}`);
      }
    }) as unknown as z.ZodType<RequestDraftSettings, RequestDraftSettings>;
}

/**
 * The rule for the role of a request: the ARN of a role in the account and the
 * partition that are asked for.
 *
 * @param account - the AWS account that is asked for
 * @param partition - its partition
 *
 * @public
 */
export function requestRoleArnSchema(
  account: string | undefined,
  partition: string | undefined,
): z.ZodType<string, string> {
  return roleArnSchema().check(({ value, issues }) => {
    const role = parseRoleArn(value);
    const complain = (message: string) =>
      issues.push({ code: 'custom', input: value, message });
    if (role && account !== undefined && role.account !== account) {
      complain(
        `must be a role in the account ${account}, not in ${role.account}`,
      );
    }
    if (role && partition !== undefined && role.partition !== partition) {
      complain(
        `must be a role in the partition ${partition}, as in arn:${partition}:iam::…, not in ${role.partition}`,
      );
    }
  });
}
