import {
  activationModuleSchema,
  perimeterScanConfigurationSchema,
  perimeterScanInputSchema,
  qpsIdSchema,
  qpsReferenceSchema,
} from 'qualys-model';
import { z } from 'zod';
import { settingsReasonSchema } from './settings';

/**
 * What an AWS connector makes of the assets that it finds, and how its account
 * is scanned from the internet, as Asset Management has it. A part that
 * Qualys does not tell is missing, and cannot be changed.
 *
 * @public
 */
export const connectorAssetsSettingsSchema = z.object({
  /** The tags that every asset gets. */
  defaultTags: z.array(qpsReferenceSchema).optional(),
  /** The modules that assets are activated for. */
  activation: z.array(z.string()).optional(),
  /** Whether and how the account is scanned from the internet. */
  perimeterScan: z
    .object({
      enabled: z.boolean(),
      /**
       * The connector's own configuration; without one, that of the subscription
       * holds. `startDate` is `2022-05-31`, or as Qualys wrote it where that can
       * be read in two ways.
       */
      configuration: perimeterScanConfigurationSchema.optional(),
    })
    .optional(),
});

/** What an AWS connector makes of its assets, and how its account is scanned. @public */
export type ConnectorAssetsSettings = z.infer<
  typeof connectorAssetsSettingsSchema
>;

/**
 * The same as Asset Management has it just now.
 *
 * @public
 */
export const editableConnectorAssetsSchema = z.object({
  subscription: z.string(),
  id: z.string(),
  /** The id of the connector in Asset Management, which stands in the names of its scans. */
  assetManagementId: z.string(),
  /** The state that a change is made from; the `ETag` of the answer is the same. */
  version: z.string(),
  settings: connectorAssetsSettingsSchema,
  /** Why it is not what Qualys has just said, for people; missing where it is. */
  staleBecause: z.string().optional(),
});

/** What an AWS connector makes of its assets, as Asset Management has it just now. @public */
export type EditableConnectorAssets = z.infer<
  typeof editableConnectorAssetsSchema
>;

const MOST = 100;

/**
 * The body of `PATCH …/connectors/:s/:id/assets`. What is left out stays as it is.
 *
 * @public
 */
export const connectorAssetsUpdateSchema = z.strictObject({
  /** The ids of all tags that every asset gets from then on. */
  defaultTags: z
    .array(qpsIdSchema)
    .max(MOST, `must name at most ${MOST} tags`)
    .optional(),
  /** All modules that assets are activated for from then on. */
  activation: z
    .array(activationModuleSchema)
    .max(MOST, `must name at most ${MOST} modules`)
    .optional(),
  /** Whether and how the account is scanned; it takes the place of what was. */
  perimeterScan: perimeterScanInputSchema.optional(),
  /** Why; needed where the change is a weakening. */
  reason: settingsReasonSchema.optional(),
});

/** The body of a change of what a connector makes of its assets. @public */
export type ConnectorAssetsUpdate = z.infer<typeof connectorAssetsUpdateSchema>;

/**
 * What the form of a connector's assets can choose from. What Qualys cannot be
 * asked for is missing; ids can be given all the same.
 *
 * @public
 */
export const connectorAssetsChoicesSchema = z.object({
  /** Tags of the subscription. */
  tags: z
    .object({
      items: z.array(qpsReferenceSchema),
      /** Whether Qualys holds more of them than are given here. */
      truncated: z.boolean(),
    })
    .optional(),
  /** Option profiles of Vulnerability Management. */
  profiles: z.array(z.object({ id: z.string(), title: z.string() })).optional(),
});

/** What the form of a connector's assets can choose from. @public */
export type ConnectorAssetsChoices = z.infer<
  typeof connectorAssetsChoicesSchema
>;
