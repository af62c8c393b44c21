import { z } from 'zod';

/**
 * What an entity can be bound to. A Security Hub integration holds the AWS
 * accounts of many teams, so that an entity is bound to one account in it
 * (`securityHubAccount`, with an id such as `34/048213577190`).
 *
 * @public
 */
export const BOUND_OBJECT_TYPES = [
  'connector',
  's3Integration',
  'webApp',
  'securityHubAccount',
] as const;

/** One of `BOUND_OBJECT_TYPES`. @public */
export const boundObjectTypeSchema = z.enum(BOUND_OBJECT_TYPES);

/** What an entity can be bound to. @public */
export type BoundObjectType = z.infer<typeof boundObjectTypeSchema>;

/**
 * Where a claim stands.
 *
 * - `open`: nobody has decided yet; it gives nothing.
 * - `accepted`: it binds, for as long as the entity claims it, or the portal has made the object
 *   for the entity, and its owner stays the same.
 * - `rejected`: somebody refused it; it gives nothing.
 * - `withdrawn`: it was accepted once and no longer is; it gives nothing.
 *
 * @public
 */
export const BINDING_STATES = [
  'open',
  'accepted',
  'rejected',
  'withdrawn',
] as const;

/** One of `BINDING_STATES`. @public */
export const bindingStateSchema = z.enum(BINDING_STATES);

/** Where a claim stands. @public */
export type BindingState = z.infer<typeof bindingStateSchema>;

/**
 * Who decided about a claim, where it was a rule of the configuration.
 *
 * @public
 */
export const DECIDED_BY_RULE = 'rule';

/**
 * A claim of an entity on an object in Qualys, and what was decided about it.
 *
 * A decision holds for the entity, the object and the owner that the entity
 * had: when another group takes the entity over, its claim is open again.
 *
 * @public
 */
export const bindingSchema = z.object({
  id: z.string(),
  /** The entity that claims, for example `component:default/checkout`. */
  entityRef: z.string(),
  /** The owner of the entity when the claim was seen, for example `group:default/payments`. */
  owner: z.string(),
  type: boundObjectTypeSchema,
  subscription: z.string(),
  /** The id of the object in Qualys. */
  objectId: z.string(),
  /** The name of the object, where the mirror knows it. Only for those who may decide. */
  objectName: z.string().optional(),
  /** The account of the object, where the mirror knows it. Only for those who may decide. */
  objectAccount: z.string().optional(),
  state: bindingStateSchema,
  /** Whether the entity still makes the claim. */
  claimed: z.boolean(),
  /**
   * Whether the portal has made the object for the entity, which is bound to it
   * then whether it names it or not.
   */
  made: z.boolean(),
  /** Other accepted bindings to the same object, as entity references. */
  alsoBoundTo: z.array(z.string()),
  /** Who decided: a user's entity reference, or {@link DECIDED_BY_RULE}. */
  decidedBy: z.string().optional(),
  /** When it was decided (ISO 8601, UTC). */
  decidedAt: z.string().optional(),
  /** Why, in the words of the one who decided, or the rule of the configuration. */
  reason: z.string().optional(),
  /** When the claim was first seen (ISO 8601, UTC). */
  firstSeen: z.string(),
});

/** A claim of an entity on an object in Qualys. @public */
export type Binding = z.infer<typeof bindingSchema>;

/**
 * The query of `GET /bindings`.
 *
 * @public
 */
export const bindingListQuerySchema = z.strictObject({
  state: bindingStateSchema.optional(),
  /** What kind of object is claimed; any unless given. */
  type: boundObjectTypeSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

/** The query of `GET /bindings`, every default filled in. @public */
export type BindingListQuery = z.infer<typeof bindingListQuerySchema>;

/**
 * A page of claims, oldest first.
 *
 * @public
 */
export const bindingListSchema = z.object({
  items: z.array(bindingSchema),
  totalItems: z.number().int(),
  nextCursor: z.string().optional(),
});

/** A page of claims. @public */
export type BindingList = z.infer<typeof bindingListSchema>;

/**
 * The body of `POST /bindings/:id/accept`, `/reject` and `/withdraw`.
 *
 * @public
 */
export const bindingDecisionSchema = z.strictObject({
  /** Why, for the record. */
  reason: z.string().trim().max(1000).optional(),
});

/** The body of a decision on a claim. @public */
export type BindingDecision = z.infer<typeof bindingDecisionSchema>;

/**
 * What can be decided about a claim.
 *
 * @public
 */
export const BINDING_ACTIONS = ['accept', 'reject', 'withdraw'] as const;

/** One of `BINDING_ACTIONS`. @public */
export const bindingActionSchema = z.enum(BINDING_ACTIONS);

/** What can be decided about a claim. @public */
export type BindingAction = z.infer<typeof bindingActionSchema>;

/**
 * What each decision makes of a claim, and where the claim must stand for it.
 *
 * @public
 */
export const BINDING_TRANSITIONS: Readonly<
  Record<BindingAction, { from: readonly BindingState[]; to: BindingState }>
> = {
  accept: { from: ['open', 'rejected', 'withdrawn'], to: 'accepted' },
  reject: { from: ['open'], to: 'rejected' },
  withdraw: { from: ['accepted'], to: 'withdrawn' },
};
