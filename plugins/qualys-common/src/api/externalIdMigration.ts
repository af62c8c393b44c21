import { z } from 'zod';
import { settingsReasonSchema } from './settings';

/**
 * How far the migration of a connector's external ID has come:
 *
 * - `notNeeded`: its external ID is of the present form, and nothing is under way;
 * - `needed`: its external ID is of the form before 2021;
 * - `prepared`: a new one was made, which Qualys does not have yet;
 * - `updated`: Qualys has the new one, and has not been told to read the account with it;
 * - `running`: Qualys reads the account with the new one;
 * - `failed`: it could not read it;
 * - `succeeded`: it could, so that the old one can go from the role's condition.
 *
 * @public
 */
export const EXTERNAL_ID_MIGRATION_STEPS = [
  'notNeeded',
  'needed',
  'prepared',
  'updated',
  'running',
  'failed',
  'succeeded',
] as const;

/** How far the migration of an external ID has come. @public */
export type ExternalIdMigrationStep =
  (typeof EXTERNAL_ID_MIGRATION_STEPS)[number];

/**
 * A part of the external IDs of a subscription, and how it is known: by
 * configuration, or from the connectors that have such an external ID.
 *
 * @public
 */
export const externalIdPartSchema = z.object({
  value: z.string(),
  source: z.enum(['configuration', 'connectors']),
});

/** A part of the external IDs of a subscription, and how it is known. @public */
export type ExternalIdPart = z.infer<typeof externalIdPartSchema>;

/**
 * What the external IDs of a subscription begin with, as far as it is known.
 *
 * @public
 */
export const externalIdPartsSchema = z.object({
  /** The platform in the terms of external IDs, such as `USPOD01`. */
  pod: externalIdPartSchema.optional(),
  /** The number of the Qualys subscription. */
  subscriptionId: externalIdPartSchema.optional(),
});

/** What the external IDs of a subscription begin with. @public */
export type KnownExternalIdParts = z.infer<typeof externalIdPartsSchema>;

/**
 * Where the migration of the external ID of an AWS connector stands, with the
 * connector as Qualys has it just now.
 *
 * @public
 */
export const externalIdMigrationSchema = z.object({
  subscription: z.string(),
  id: z.string(),
  /** The state that the next step is made from; the `ETag` of the answer is the same. */
  version: z.string(),
  step: z.enum(EXTERNAL_ID_MIGRATION_STEPS),
  /** The role that Qualys assumes. */
  arn: z.string(),
  /** The external ID that Qualys has just now. */
  externalId: z.string(),
  /** The external ID of the old form, while it must stay in the role's condition. */
  oldExternalId: z.string().optional(),
  /** The new one, once it is made. */
  newExternalId: z.string().optional(),
  /** What a new one begins with, as far as it is known. */
  parts: externalIdPartsSchema,
  /** Who made the new one, as an entity reference. */
  preparedBy: z.string().optional(),
  /** When the new one was made (ISO 8601, UTC). */
  preparedAt: z.string().optional(),
  /** When Qualys was told last to read the account with it (ISO 8601, UTC). */
  ranAt: z.string().optional(),
  /** The state of the connector in Qualys' word. */
  reportedState: z.string(),
  /** What Qualys says is wrong with it. */
  error: z.string().optional(),
  /** Whether it is switched off, so that Qualys does not read it. */
  disabled: z.boolean(),
});

/** Where the migration of the external ID of an AWS connector stands. @public */
export type ExternalIdMigration = z.infer<typeof externalIdMigrationSchema>;

/**
 * The body of `POST …/connectors/:s/:id/external-id/prepare`. What is left out
 * is taken from what is known.
 *
 * @public
 */
export const externalIdPrepareSchema = z.strictObject({
  pod: z
    .string()
    .regex(
      /^[A-Za-z0-9_]{1,40}$/,
      'must have letters, digits and underscores: USPOD01',
    )
    .optional(),
  subscriptionId: z
    .string()
    .regex(/^\d{1,19}$/, 'must have digits only')
    .optional(),
});

/** The body with which a new external ID is made. @public */
export type ExternalIdPrepare = z.infer<typeof externalIdPrepareSchema>;

/**
 * The body of `POST …/connectors/:s/:id/external-id`.
 *
 * @public
 */
export const externalIdUpdateSchema = z.strictObject({
  /** Why; needed, since nobody can see from here whether the role trusts the new one. */
  reason: settingsReasonSchema.optional(),
});

/** The body with which Qualys is given the new external ID. @public */
export type ExternalIdUpdate = z.infer<typeof externalIdUpdateSchema>;
