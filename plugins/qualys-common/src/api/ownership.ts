import { z } from 'zod';

/**
 * What a rule of `qualys.ownership` looks at.
 *
 * @public
 */
export const OWNERSHIP_CONDITIONS = [
  'subscription',
  'provider',
  'account',
  'name',
  'tag',
  'group',
] as const;

/**
 * One rule of `qualys.ownership`, and what it gives.
 *
 * @public
 */
export const ownershipRuleSchema = z.object({
  /** What the rule is called: its name in the configuration, or what it looks at. It stands at each connector, too. */
  rule: z.string(),
  /** What a connector must fulfil, all of it; one of the values each. None for the default. */
  conditions: z.array(
    z.object({
      field: z.enum(OWNERSHIP_CONDITIONS),
      values: z.array(z.string()),
    }),
  ),
  /** The owner that it gives, as an entity reference. */
  owner: z.string(),
  /** The system that it gives, as an entity reference. */
  system: z.string().optional(),
  /** The namespace of the connectors' entities; `default` unless given. */
  namespace: z.string().optional(),
  /** The labels of the connectors' entities. */
  labels: z.record(z.string(), z.string()).optional(),
  /** How many connectors it decides about. */
  connectors: z.number().int(),
  /** Those of `owner` and `system` that are not in the catalog, or that the caller may not see. */
  notFound: z.array(z.string()),
});

const decidedSchema = z.object({
  /** What stands at each connector as its rule. */
  rule: z.string(),
  connectors: z.number().int(),
});

/** One rule of `qualys.ownership`, and what it gives. @public */
export type OwnershipRule = z.infer<typeof ownershipRuleSchema>;

/**
 * Which rule owns what: the answer of `GET /ownership`.
 *
 * @public
 */
export const ownershipSchema = z.object({
  /** The rules in their order, of which the first that fits wins; the default comes last. */
  rules: z.array(ownershipRuleSchema),
  /** The connectors that belong to those who asked for them, since no rule fits; missing where there are none. */
  requested: decidedSchema.optional(),
  /** What a module of the backend decided, by the name that it gives. */
  others: z.array(decidedSchema),
  /** How many connectors nobody owns. */
  unowned: z.number().int(),
  /** How many connectors there are. */
  total: z.number().int(),
});

/** Which rule owns what. @public */
export type Ownership = z.infer<typeof ownershipSchema>;
