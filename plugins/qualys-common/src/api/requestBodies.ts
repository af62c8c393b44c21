import {
  cloudProviderSchema,
  gcpKeyFileSchema,
  roleArnSchema,
} from 'qualys-model';
import { z } from 'zod';
import { authenticationKeySchema } from './connectorCredentials';
import { requestConflictSchema } from './requests';
import { requestDraftSettingsSchema } from './requestSettings';
import { settingsReasonSchema } from './settings';

const target = {
  /** The id of the subscription in the configuration. */
  subscription: z.string().min(1).max(63),
  provider: cloudProviderSchema,
  settings: requestDraftSettingsSchema,
};

/**
 * The body of `POST /requests`, which begins a draft.
 *
 * @public
 */
export const requestCreateSchema = z.strictObject({
  ...target,
  /**
   * What makes sure that a request which is filed twice is one request: whoever
   * sends the same key again gets the request that there is.
   */
  idempotencyKey: z.string().min(8).max(200).optional(),
});

/** The body with which a draft is begun. @public */
export type RequestCreate = z.infer<typeof requestCreateSchema>;

/**
 * The body of `POST /requests/file`, which begins a request and brings it as
 * far as it comes without a secret: of AWS it is submitted, of Azure and GCP it
 * stays a draft until the key is entered on its page.
 *
 * @public
 */
export const requestFileSchema = z.strictObject({
  ...target,
  /** AWS: the ARN of the role, where there is one already. */
  arn: z.string().max(2048).optional(),
  /**
   * What makes sure that a request which is filed twice is one request: whoever
   * sends the same key again gets the request that there is.
   */
  idempotencyKey: z.string().min(8).max(200),
});

/** The body with which a request is filed. @public */
export type RequestFile = z.infer<typeof requestFileSchema>;

/**
 * The body of `PUT /requests/:id`: all settings of a draft.
 *
 * @public
 */
export const requestSaveSchema = z.strictObject({
  settings: requestDraftSettingsSchema,
});

/** The body with which a draft is saved. @public */
export type RequestSave = z.infer<typeof requestSaveSchema>;

/**
 * The body of `POST /requests/check`: what is being typed.
 *
 * @public
 */
export const requestCheckSchema = z.strictObject({
  ...target,
  /**
   * The request that it is the draft of, or that it would be approved as: it does
   * not collide with itself.
   */
  id: z.string().max(100).optional(),
  /** AWS: the role, where it is known already. */
  arn: z.string().max(2048).optional(),
});

/** The body of a check of what is being typed. @public */
export type RequestCheck = z.infer<typeof requestCheckSchema>;

/**
 * What a check found.
 *
 * @public
 */
export const requestFindingsSchema = z.object({
  /** What must be put right before it can be submitted, by where it stands: `settings.name`, `arn`. */
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
  conflicts: z.array(requestConflictSchema),
});

/** What a check found. @public */
export type RequestFindings = z.infer<typeof requestFindingsSchema>;

/**
 * The body of `POST /requests/:id/access`: what Qualys signs in with, of the
 * cloud of the request.
 *
 * @public
 */
export const requestAccessSchema = z.strictObject({
  /** AWS: the ARN of the role. */
  arn: roleArnSchema().optional(),
  /** Azure: the secret of the application. A secret. */
  authenticationKey: authenticationKeySchema.optional(),
  /** GCP: the key file of the service account, as text. A secret. */
  keyFile: gcpKeyFileSchema.optional(),
  /** Azure and GCP: the day on which the key expires. */
  keyExpiresOn: z.iso
    .date('must be a day of the calendar: 2026-12-31')
    .optional(),
});

/** What Qualys signs in with. @public */
export type RequestAccess = z.infer<typeof requestAccessSchema>;

/**
 * The body of `POST /requests/:id/submit`.
 *
 * @public
 */
export const requestSubmitSchema = z.strictObject({
  /** Whether it is created without being decided about; it takes `qualys.connector.create`. */
  direct: z.boolean().default(false),
});

/** The body with which a request is submitted, as it comes. @public */
export type RequestSubmit = z.input<typeof requestSubmitSchema>;

/**
 * The body of `POST /requests/:id/approve`.
 *
 * @public
 */
export const requestApproveSchema = z.strictObject({
  /** Why, for the record. */
  reason: settingsReasonSchema.optional(),
  /**
   * What is agreed to instead: what is given takes the place of what was asked
   * for, `null` takes it out. The account and what Qualys signs in with stay
   * as they are.
   */
  changes: z
    .strictObject({
      name: z.string().max(300),
      description: z.string().max(4000).nullable(),
      owner: requestDraftSettingsSchema.shape.owner,
      system: requestDraftSettingsSchema.shape.system.nullable(),
      pollingFrequency:
        requestDraftSettingsSchema.shape.pollingFrequency.nullable(),
      remediationEnabled: z.boolean().nullable(),
      regions: requestDraftSettingsSchema.shape.regions.nullable(),
      activation: requestDraftSettingsSchema.shape.activation.nullable(),
      defaultTags: requestDraftSettingsSchema.shape.defaultTags.nullable(),
      perimeterScan: requestDraftSettingsSchema.shape.perimeterScan.nullable(),
    })
    .partial()
    .optional(),
});

/** The body with which a request is approved. @public */
export type RequestApprove = z.infer<typeof requestApproveSchema>;

/**
 * The body of `POST /requests/:id/reject`.
 *
 * @public
 */
export const requestRejectSchema = z.strictObject({
  /** Why, for whoever asked. */
  reason: settingsReasonSchema,
});

/** The body with which a request is rejected. @public */
export type RequestReject = z.infer<typeof requestRejectSchema>;

/**
 * The body of `POST /requests/:id/cancel`, `/withdraw` and `/retry`.
 *
 * @public
 */
export const requestActSchema = z.strictObject({
  /** Why, for the record. */
  reason: settingsReasonSchema.optional(),
});

/** The body of what else is done with a request. @public */
export type RequestAct = z.infer<typeof requestActSchema>;
