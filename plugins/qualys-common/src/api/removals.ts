import { cloudProviderSchema } from 'qualys-model';
import { z } from 'zod';
import { mirroredConnectorSchema } from './connectors';

/**
 * Why connectors that a complete sync no longer found are kept until a person
 * decides.
 *
 * - `all`: no connector of the cloud was found any more.
 * - `tooMany`: more are missing than may go at once.
 * - `wholeGroups`: few are missing, but all members of these groups.
 *
 * @public
 */
export const heldBackReasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('all') }),
  z.object({
    code: z.literal('tooMany'),
    /** How many may go at once. */
    limit: z.number().int(),
  }),
  z.object({
    code: z.literal('wholeGroups'),
    /** The names of the groups. */
    groups: z.array(z.string()),
  }),
]);

/** Why connectors that a sync no longer found are kept. @public */
export type HeldBackReason = z.infer<typeof heldBackReasonSchema>;

/**
 * Where a held-back removal stands.
 *
 * - `waiting`: a person has to say whether the connectors go or stay.
 * - `dismissed`: somebody said that they stay. Nobody is asked again about these.
 *
 * @public
 */
export const HELD_BACK_STATES = ['waiting', 'dismissed'] as const;

/**
 * The connectors of one cloud of a subscription that a complete sync no longer
 * found, and that are kept until a person decides or they return. Of each
 * cloud there is at most one that waits and one that was dismissed: what
 * somebody said is to stay is not asked about again when others go missing.
 *
 * @public
 */
export const heldBackRemovalSchema = z.object({
  provider: cloudProviderSchema,
  state: z.enum(HELD_BACK_STATES),
  /** How many connectors are missing, and kept. */
  connectors: z.number().int(),
  /** When the first of them was missed (ISO 8601, UTC). */
  since: z.string(),
  reason: heldBackReasonSchema,
  /** Names exactly these connectors; a decision has to name it. */
  version: z.string(),
  /** Who said that they stay: a user's entity reference. */
  decidedBy: z.string().optional(),
  /** When that was (ISO 8601, UTC). */
  decidedAt: z.string().optional(),
  /** Why, in that person's words. */
  decisionReason: z.string().optional(),
});

/** The connectors of one cloud whose removal is held back. @public */
export type HeldBackRemoval = z.infer<typeof heldBackRemovalSchema>;

/**
 * A connector whose removal is held back, as it was when it was last seen.
 *
 * @public
 */
export const heldBackConnectorSchema = z.intersection(
  mirroredConnectorSchema,
  z.object({
    /** When it was first missed (ISO 8601, UTC). */
    missingSince: z.string(),
  }),
);

/** A connector whose removal is held back. @public */
export type HeldBackConnector = z.infer<typeof heldBackConnectorSchema>;

/**
 * The query of `GET /subscriptions/:s/removals`.
 *
 * @public
 */
export const heldBackListQuerySchema = z.strictObject({
  /** One cloud only. */
  provider: cloudProviderSchema.optional(),
  /** What waits, or what was dismissed, only. */
  state: z.enum(HELD_BACK_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before; only good while the same connectors are missing. */
  cursor: z.string().max(2000).optional(),
});

/** The query of `GET /subscriptions/:s/removals`, every default filled in. @public */
export type HeldBackListQuery = z.infer<typeof heldBackListQuerySchema>;

/**
 * What is held back of a subscription, with a page of the connectors by name.
 *
 * @public
 */
export const heldBackListSchema = z.object({
  removals: z.array(heldBackRemovalSchema),
  items: z.array(heldBackConnectorSchema),
  totalItems: z.number().int(),
  nextCursor: z.string().optional(),
});

/** What is held back of a subscription. @public */
export type HeldBackList = z.infer<typeof heldBackListSchema>;

/**
 * What can be decided about a held-back removal: `confirm` lets the connectors
 * go, `dismiss` keeps them.
 *
 * @public
 */
export const REMOVAL_ACTIONS = ['confirm', 'dismiss'] as const;

/** What can be decided about a held-back removal. @public */
export type RemovalAction = (typeof REMOVAL_ACTIONS)[number];

/**
 * The body of `POST /subscriptions/:s/removals/confirm` and `/dismiss`.
 *
 * @public
 */
export const removalDecisionSchema = z.strictObject({
  provider: cloudProviderSchema,
  /** The `version` of the removal that the person saw; refused when other connectors are missing by now. */
  version: z.string().min(1).max(64),
  /** Why, for the record. */
  reason: z.string().trim().max(1000).optional(),
});

/** The body of a decision on a held-back removal. @public */
export type RemovalDecision = z.infer<typeof removalDecisionSchema>;

/**
 * The answer to a decision on a held-back removal.
 *
 * @public
 */
export const removalDecidedSchema = z.object({
  subscription: z.string(),
  provider: cloudProviderSchema,
  /** How many connectors went, or stay. */
  connectors: z.number().int(),
});

/** The answer to a decision on a held-back removal. @public */
export type RemovalDecided = z.infer<typeof removalDecidedSchema>;
