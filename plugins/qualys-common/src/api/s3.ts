import { s3SettingsSchema, type S3Settings } from 'qualys-model';
import { z } from 'zod';
import { settingsReasonSchema } from './settings';

/**
 * The settings of an S3 integration, all of them. A new external ID is no
 * setting, but something that Qualys is asked for.
 *
 * @public
 */
export const s3IntegrationSettingsSchema = z.object({
  name: z.string(),
  bucketName: z.string().optional(),
  accessPointArn: z.string().optional(),
  bucketRegion: z.string(),
  roleArn: z.string(),
  minSeverity: z.number().int(),
  filterQuery: z.object({
    vuln: z.string(),
    asset: z.string(),
    removeVulnFilter: z.boolean(),
    removeAssetFilter: z.boolean(),
  }),
  sendVulnInfo: z.boolean(),
  compressData: z.boolean(),
  resultSectionNeeded: z.boolean(),
  sendAlerts: z.boolean(),
  errorEmails: z.array(z.string()),
});

/** The settings of an S3 integration. @public */
export type S3IntegrationSettings = z.infer<typeof s3IntegrationSettingsSchema>;

/**
 * The settings of an S3 integration as they come in a request: the rules of
 * `s3SettingsSchema` of qualys-model, without a new external ID.
 *
 * @public
 */
export const s3IntegrationInputSchema = s3SettingsSchema()
  .refine(({ regenerateExternalId }: S3Settings) => !regenerateExternalId, {
    path: ['regenerateExternalId'],
    message: 'must be left out: a new external ID is asked for by itself',
  })
  .transform(
    ({
      regenerateExternalId: _,
      ...settings
    }: S3Settings): S3IntegrationSettings => settings,
  );

/** By whom and when something was done. @public */
export const doneBySchema = z.object({
  /** A user's entity reference. */
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
});

/**
 * What is known of an S3 integration. Qualys documents no way to read one, so
 * this is what the portal itself last applied, or what somebody entered;
 * changes that were made in Qualys itself cannot be seen.
 *
 * @public
 */
export const s3IntegrationSchema = z.object({
  subscription: z.string(),
  id: z.string(),
  /** The state that a change is made from; the `ETag` of the answer is the same. */
  version: z.string(),
  /** The last settings; missing while nothing is known. */
  settings: s3IntegrationSettingsSchema.optional(),
  /** Whether the portal applied them, or somebody entered what stands in Qualys. */
  source: z.enum(['applied', 'entered']).optional(),
  /** Who applied or entered them, and when. */
  settled: doneBySchema.optional(),
  /** Settings whose way to Qualys ended without an answer: it has either these or the ones above. */
  uncertain: z
    .object({
      ...doneBySchema.shape,
      settings: s3IntegrationSettingsSchema,
      /** Whether a new external ID was asked for with them. */
      externalId: z.boolean(),
    })
    .optional(),
  /** The last external ID that Qualys made at the portal's wish. */
  externalId: z
    .object({
      ...doneBySchema.shape,
      /** What belongs in the condition of the role's trust policy; missing where Qualys did not say it. */
      value: z.string().optional(),
      /** Whether somebody has said that the role trusts it; nothing is delivered before it does. */
      trusted: z.boolean(),
    })
    .optional(),
});

/** What is known of an S3 integration. @public */
export type S3Integration = z.infer<typeof s3IntegrationSchema>;

/**
 * The body of `PUT …/s3/:s/:id`.
 *
 * @public
 */
export const s3UpdateSchema = z.strictObject({
  settings: s3IntegrationInputSchema,
  /** Why; needed where the change is a weakening. */
  reason: settingsReasonSchema.optional(),
});

/** The body of a change of an S3 integration, as it comes. @public */
export type S3UpdateInput = z.input<typeof s3UpdateSchema>;

/**
 * The body of `POST …/s3/:s/:id/adopt`: the settings that the integration has
 * in Qualys. Nothing is sent.
 *
 * @public
 */
export const s3AdoptSchema = z.strictObject({
  settings: s3IntegrationInputSchema,
});

/** The body with which an S3 integration is adopted, as it comes. @public */
export type S3AdoptInput = z.input<typeof s3AdoptSchema>;

/**
 * The body of `POST …/s3/:s/:id/external-id`.
 *
 * @public
 */
export const s3ExternalIdSchema = z.strictObject({
  /** Why: nothing is delivered until the role trusts the new one. */
  reason: settingsReasonSchema,
});

/** The body with which a new external ID is asked for. @public */
export type S3ExternalIdInput = z.input<typeof s3ExternalIdSchema>;
