import { cloudProviderSchema } from 'qualys-model';
import { z } from 'zod';
import {
  createThroughSchema,
  requestDraftSettingsSchema,
} from './requestSettings';
import { requestActionSchema, requestStateSchema } from './requestStates';
import { settingChangeSchema } from './settings';

/**
 * Why a request has failed:
 *
 * - `accessRefused`: the cloud did not let Qualys in: the role or the key is not there yet, or not as it should be;
 * - `settingsRefused`: Qualys did not take the settings;
 * - `conflict`: there is another connector already that it would collide with;
 * - `secretUnreadable`: the key that the portal holds can no longer be read, and must be given again;
 * - `portalRefused`: Qualys did not let the portal do it, or the portal could not for too long;
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
  /** Whether Qualys was told to create the connector, and it is not known whether it did. */
  mayBeCreated: z.boolean().optional(),
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
  /**
   * `mine`: those of the caller; `decidable`: those that wait for a decision
   * which the caller may make; `all`: all that the caller may see.
   */
  scope: z.enum(['mine', 'decidable', 'all']).default('all'),
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
