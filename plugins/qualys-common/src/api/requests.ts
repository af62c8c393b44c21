import {
  cloudProviderSchema,
  gcpKeyFileSchema,
  roleArnSchema,
} from 'qualys-model';
import { z } from 'zod';
import { authenticationKeySchema } from './connectorCredentials';
import {
  createThroughSchema,
  requestDraftSettingsSchema,
} from './requestSettings';
import { requestActionSchema, requestStateSchema } from './requestStates';
import { settingChangeSchema, settingsReasonSchema } from './settings';

/**
 * Why a request has failed:
 *
 * - `accessRefused`: the cloud did not let Qualys in: the role or the key is not there yet, or not as it should be;
 * - `settingsRefused`: Qualys did not take the settings;
 * - `conflict`: there is another connector already that it would collide with;
 * - `secretUnreadable`: the key that the portal holds can no longer be read, and must be given again;
 * - `portalRefused`: Qualys did not let the portal do it;
 * - `stillPending`: Qualys has not read the account within the time that the portal waits;
 * - `connectorGone`: the connector was deleted in Qualys meanwhile;
 * - `readFailed`: Qualys was let in, and could not read the account all the same.
 *
 * @public
 */
export const REQUEST_FAILURES = [
  'accessRefused',
  'settingsRefused',
  'conflict',
  'secretUnreadable',
  'portalRefused',
  'stillPending',
  'connectorGone',
  'readFailed',
] as const;

/** Why a request has failed. @public */
export type RequestFailureCode = (typeof REQUEST_FAILURES)[number];

/**
 * What is wrong with a request, and what to do about it; or, of one that is
 * under way, why it does not move.
 *
 * @public
 */
export const requestProblemSchema = z.object({
  /** What kind of thing went wrong; missing where it is only waited for something. */
  code: z.enum(REQUEST_FAILURES).optional(),
  /** What happened, for people; without secrets. */
  message: z.string(),
  /** What to do, for people. */
  advice: z.string().optional(),
  /** What Qualys said, in its own words; without secrets. */
  said: z.string().optional(),
  /** When the portal looks again by itself (ISO 8601, UTC). */
  retryAt: z.string().optional(),
});

/** What is wrong with a request, and what to do about it. @public */
export type RequestProblem = z.infer<typeof requestProblemSchema>;

/**
 * Something that whoever decides should know:
 *
 * - `accountConnected`: the account has a connector already;
 * - `accountConnectedByOrganization`: the same, through a connector of the whole organisation;
 * - `arnConnected`: a connector has the same role already;
 * - `nameTaken`: a connector or another request has the same name;
 * - `accountRequested`: somebody else asks for the same account;
 * - `ownedByRule`: a rule gives connectors of this kind to somebody else.
 *
 * @public
 */
export const REQUEST_CONFLICTS = [
  'accountConnected',
  'accountConnectedByOrganization',
  'arnConnected',
  'nameTaken',
  'accountRequested',
  'ownedByRule',
] as const;

/** Something that whoever decides should know. @public */
export const requestConflictSchema = z.object({
  kind: z.enum(REQUEST_CONFLICTS),
  /** The connector that it is about; missing for those who may not see it. */
  connector: z
    .object({
      subscription: z.string(),
      id: z.string(),
      name: z.string(),
      /** Its own entity. */
      entityRef: z.string(),
    })
    .optional(),
  /** The other request that it is about; missing for those who may not see it. */
  request: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Who would own it, as an entity reference; only of `ownedByRule`. */
  owner: z.string().optional(),
});

/** Something that whoever decides should know. @public */
export type RequestConflict = z.infer<typeof requestConflictSchema>;

/**
 * A request for a connector, as lists show it.
 *
 * @public
 */
export const connectorRequestSchema = z.object({
  id: z.string(),
  /** The state that a change is made from; the `ETag` of a single request is the same. */
  version: z.string(),
  state: requestStateSchema,
  subscription: z.string(),
  provider: cloudProviderSchema,
  /** The API of Qualys that the connector is created through. */
  createThrough: createThroughSchema,
  settings: requestDraftSettingsSchema,
  /** Who asks, as an entity reference. */
  requester: z.string(),
  /** When it was begun, when something last happened to it, and when it was submitted (ISO 8601, UTC). */
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string().optional(),
  /** What was decided. */
  decision: z
    .object({
      approved: z.boolean(),
      /** Who decided, as an entity reference; missing where a rule did. */
      by: z.string().optional(),
      /** The rule of the configuration that approved it. */
      rule: z.string().optional(),
      /** Whether it needed no approval, for whoever asked may create connectors. */
      direct: z.boolean().optional(),
      /** When (ISO 8601, UTC). */
      at: z.string(),
      reason: z.string().optional(),
    })
    .optional(),
  /** What Qualys signs in with, as far as it may be told. */
  access: z.object({
    /** AWS: the external ID, which stays with the request. */
    externalId: z.string().optional(),
    /** AWS: the ARN of the role. */
    arn: z.string().optional(),
    /** Azure and GCP: whether the portal holds the key, encrypted. It is wiped when it is needed no more. */
    keyHeld: z.boolean(),
    /** The day on which the key expires, where somebody has told. */
    keyExpiresOn: z.string().optional(),
  }),
  /** The connector in Qualys, once it is there. */
  connector: z
    .object({
      /** Its id in CloudView and in this portal; missing until Qualys tells it. */
      id: z.string().optional(),
      /** Its id in Asset Management. */
      assetManagementId: z.string().optional(),
      /** Its entity in the catalog; missing until the portal mirrors it. */
      entityRef: z.string().optional(),
      /** Its state in Qualys' word, as it was seen last. */
      reportedState: z.string().optional(),
    })
    .optional(),
  /** Why it has failed, or does not move. */
  problem: requestProblemSchema.optional(),
  /** When it comes to its end by itself unless somebody does something (ISO 8601, UTC). */
  expiresAt: z.string().optional(),
});

/** A request for a connector, as lists show it. @public */
export type ConnectorRequest = z.infer<typeof connectorRequestSchema>;

/**
 * Something that happened to a request.
 *
 * @public
 */
export const requestEventSchema = z.object({
  id: z.string(),
  /** When (ISO 8601, UTC). */
  at: z.string(),
  action: requestActionSchema,
  from: requestStateSchema,
  to: requestStateSchema,
  /** Who did it, as an entity reference; missing where the portal did. */
  actor: z.string().optional(),
  /** Why, in the words of whoever did it. */
  reason: z.string().optional(),
  /** What whoever approved has changed of it. */
  changes: z.array(settingChangeSchema).optional(),
  /** The rule of the configuration by which the portal did it. */
  rule: z.string().optional(),
  problem: requestProblemSchema.optional(),
});

/** Something that happened to a request. @public */
export type RequestEvent = z.infer<typeof requestEventSchema>;

/**
 * A request with all that its page shows.
 *
 * @public
 */
export const connectorRequestDetailsSchema = connectorRequestSchema.extend({
  /** Its course, oldest first. */
  events: z.array(requestEventSchema),
  /** What the caller may do with it now. */
  may: z.array(requestActionSchema),
  /** Why the caller may not decide although it waits for a decision, for people. */
  mayNotDecideBecause: z.string().optional(),
  /** What whoever decides should know; found out just now. */
  conflicts: z.array(requestConflictSchema),
  /** AWS: what goes into the account, as far as Qualys could be asked. */
  awsRole: z
    .object({
      /** The AWS account that Qualys assumes the role from. */
      principalAccount: z.string(),
      /** Whether that is an account of the customer's own, as Qualys says. */
      customerOwned: z.boolean(),
      /** The trust policy of the role, as JSON. */
      trustPolicy: z.string(),
    })
    .optional(),
  /** Why the trust policy is missing, for people. */
  awsRoleMissingBecause: z.string().optional(),
});

/** A request with all that its page shows. @public */
export type ConnectorRequestDetails = z.infer<
  typeof connectorRequestDetailsSchema
>;

/**
 * The query of `GET /requests`.
 *
 * @public
 */
export const requestListQuerySchema = z.strictObject({
  /** `mine`: those of the caller; `all`: all that the caller may see. */
  scope: z.enum(['mine', 'all']).default('all'),
  state: requestStateSchema.optional(),
  subscription: z.string().max(63).optional(),
  provider: cloudProviderSchema.optional(),
  /** A text in its name, account, purpose, owner or requester. */
  q: z.string().max(200).optional(),
  /** `oldest` first is the order in which requests are decided. */
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(2000).optional(),
});

/** The query of `GET /requests`, every default filled in. @public */
export type RequestListQuery = z.infer<typeof requestListQuerySchema>;

/**
 * A page of requests.
 *
 * @public
 */
export const requestListSchema = z.object({
  items: z.array(connectorRequestSchema),
  totalItems: z.number().int(),
  nextCursor: z.string().optional(),
});

/** A page of requests. @public */
export type RequestList = z.infer<typeof requestListSchema>;

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
 * The query of `GET /requests/:id/state`.
 *
 * @public
 */
export const requestProgressQuerySchema = z.strictObject({
  /** Who has filed it, as an entity reference: of others' requests nothing is told. */
  requester: z.string().min(1).max(300),
});

/**
 * How far a request has come, for the scaffolder, which waits for it.
 *
 * @public
 */
export const requestProgressSchema = connectorRequestSchema
  .pick({ id: true, state: true, problem: true })
  .extend({
    /** The connector's own entity in the catalog, once the portal mirrors it. */
    entityRef: z.string().optional(),
  });

/** How far a request has come. @public */
export type RequestProgress = z.infer<typeof requestProgressSchema>;

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
  /** The request that it is the draft of, which does not collide with itself. */
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
      owner: z.string().max(300),
      system: z.string().max(300).nullable(),
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

/**
 * What the form of a request can choose from.
 *
 * @public
 */
export const requestChoicesSchema = z.object({
  subscriptions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** The clouds whose connectors the portal reads. */
      clouds: z.array(cloudProviderSchema),
      createThrough: createThroughSchema,
    }),
  ),
  /** The groups of the caller, as entity references. */
  owners: z.array(z.string()),
  /** Whether the portal can hold keys; without, Azure and GCP cannot be asked for. */
  holdsKeys: z.boolean(),
  /** Whether the caller may create connectors without asking. */
  mayCreateDirectly: z.boolean(),
});

/** What the form of a request can choose from. @public */
export type RequestChoices = z.infer<typeof requestChoicesSchema>;

/**
 * The query of `GET /external-id`.
 *
 * @public
 */
export const externalIdQuerySchema = z.strictObject({
  subscription: z.string().min(1).max(63),
  partition: z.enum(['aws', 'aws-us-gov', 'aws-cn']).default('aws'),
});

/**
 * A new external ID, with the trust policy that goes with it.
 *
 * @public
 */
export const newExternalIdSchema = z.object({
  externalId: z.string(),
  /** The AWS account that Qualys assumes roles from in that partition. */
  principalAccount: z.string(),
  /** Whether that is an account of the customer's own, as Qualys says. */
  customerOwned: z.boolean(),
  /** The trust policy of a role that Qualys assumes with it, as JSON. */
  trustPolicy: z.string(),
});

/** A new external ID, with the trust policy that goes with it. @public */
export type NewExternalId = z.infer<typeof newExternalIdSchema>;

/**
 * The body of `POST /connectors/:subscription/:id/delete`.
 *
 * @public
 */
export const connectorDeleteSchema = z.strictObject({
  /** The name of the connector, typed, so that it is the right one. */
  name: z.string().max(300),
  reason: settingsReasonSchema,
});

/** The answer where a connector was deleted. @public */
export const connectorDeletedSchema = z.object({ deleted: z.literal(true) });

/** The body with which a connector is deleted. @public */
export type ConnectorDelete = z.infer<typeof connectorDeleteSchema>;
