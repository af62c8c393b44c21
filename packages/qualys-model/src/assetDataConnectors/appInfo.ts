import { z } from 'zod';
import { settingsObject } from '../connectors/settings/members';
import { qpsIdSchema } from '../qps';

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

/** One use of a connector, as Qualys gives it. @public */
export type ConnectorAppInfo = z.infer<typeof connectorAppInfoSchema>;

/**
 * One use of a connector, as someone asks for it. A use with several tags
 * stands in the list several times.
 *
 * Source: Asset Management connectors 3.0, `ConnectorAppInfo`.
 *
 * @public
 */
export interface ConnectorAppInfoInput {
  /** What the connector is used for. */
  name: ConnectorApp;
  /** What it reads: the role's ARN (AWS), the subscription id (Azure) or the project id (GCP). */
  identifier: string;
  /** The id of the tag for the assets that this use finds. */
  tagId?: string;
}

/** The uses of a connector, as someone asks for them, out of the rule for what they read. */
export function appInfosSchema(
  identifier: z.ZodType<string, string>,
): z.ZodType<ConnectorAppInfoInput[]> {
  return z
    .array(
      settingsObject('a use of a connector', {
        name: z.enum(
          CONNECTOR_APPS,
          `must be one of ${CONNECTOR_APPS.join(', ')}`,
        ),
        identifier,
        tagId: qpsIdSchema.optional(),
      }),
      'must be a list of uses',
    )
    .min(1, 'must name at least one use');
}

const IDENTIFIER = 'must be the id of the subscription or project';

/** The uses of an Azure or GCP connector, as someone asks for them. */
export const plainAppInfosSchema = appInfosSchema(
  z.string(IDENTIFIER).trim().min(1, IDENTIFIER),
);
