import { z } from 'zod';
import { roleArnSchema, type ArnRuleOptions } from '../aws';
import { assetManagementIdSchema } from './connectorId';

/**
 * What a connector can be used for: Asset Inventory (`AI`), Cloud Inventory
 * (`CI`), Cloud Security Assessment (`CSA`).
 *
 * Source: Asset Management connectors 3.0, `connectorAppInfos`.
 *
 * @public
 */
export const CONNECTOR_APPS = ['AI', 'CI', 'CSA'] as const;

/** What a connector can be used for. @public */
export type ConnectorApp = (typeof CONNECTOR_APPS)[number];

/**
 * One use of a connector, as Qualys gives it.
 *
 * Source: Asset Management connectors 3.0, `ConnectorAppInfo`.
 *
 * @public
 */
export const connectorAppInfoSchema = z.object({
  /** `AI`, `CI` or `CSA`; an open set. */
  name: z.string(),
  /** The role's ARN (AWS), the subscription id (Azure) or the project id (GCP). */
  identifier: z.string().optional(),
  /** The tag for the assets that this use finds. */
  tagId: z.string().optional(),
});

/** One use of a connector. @public */
export type ConnectorAppInfo = z.infer<typeof connectorAppInfoSchema>;

function appInfosSchema<S extends z.ZodType<string, string>>(identifier: S) {
  return z
    .array(
      z.strictObject({
        /** What the connector is used for. */
        name: z.enum(CONNECTOR_APPS, {
          error: `must be one of ${CONNECTOR_APPS.join(', ')}`,
        }),
        /** What it reads: a role's ARN, a subscription id or a project id. */
        identifier,
        /** The tag for the assets that this use finds. */
        tagId: assetManagementIdSchema.optional(),
      }),
    )
    .min(1, 'must name at least one use');
}

/** The uses of an AWS connector, as someone asks for them. */
export function awsAppInfosSchema(options?: ArnRuleOptions) {
  return appInfosSchema(roleArnSchema(options));
}

/** The uses of an Azure or GCP connector, as someone asks for them. */
export const appInfosInputSchema = appInfosSchema(
  z.string().trim().min(1, 'must not be empty'),
);
