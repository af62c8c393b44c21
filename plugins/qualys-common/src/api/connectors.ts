import {
  awsConnectorSchema,
  azureConnectorSchema,
  cloudProviderSchema,
  connectorErrorSchema,
  connectorStateSchema,
  gcpConnectorSchema,
} from 'qualys-model';
import { z } from 'zod';
import { connectorCredentialsSchema } from './connectorCredentials';
import { assetManagementPartSchema, feedDisagreementSchema } from './feeds';

/**
 * What the mirror knows of a connector beyond what Qualys says of it.
 *
 * @public
 */
export const mirrorFactsSchema = z.object({
  /** The subscription of the configuration that it was read from. */
  subscription: z.string(),
  /** What the reported state means. */
  state: connectorStateSchema,
  /** The entity that owns the connector by the ownership rules, for example `group:default/payments`. */
  owner: z.string().optional(),
  /** The rule that gave the owner, for people: its name in the configuration, or `account 123456789012`, `name prod-*`, `default`. */
  ownerRule: z.string().optional(),
  /** The system that it belongs to by the ownership rules, for example `system:default/shop`. */
  system: z.string().optional(),
  /** Labels of its entity by the ownership rules. */
  labels: z.record(z.string(), z.string()).optional(),
  /** The connector's own entity in the catalog, for example `resource:default/aws-012345678901-1f2e3d4c5b6a`. */
  entityRef: z.string(),
  /** When it was first seen (ISO 8601, UTC). */
  firstSeen: z.string(),
  /** When it was last seen by either feed (ISO 8601, UTC). */
  lastSeen: z.string(),
  /** What Asset Management says of it, and when; missing where Asset Management does not know it. */
  assetManagement: assetManagementPartSchema
    .extend({
      /** When Asset Management last showed it (ISO 8601, UTC). */
      seenAt: z.string(),
    })
    .optional(),
  /** When CloudView showed it; missing where CloudView does not know it. */
  cloudView: z
    .object({
      /** When CloudView last showed it (ISO 8601, UTC). */
      seenAt: z.string(),
    })
    .optional(),
  /** What the portal knows of the key that Qualys signs in with, on the page of an entity that it is bound to. */
  credentials: connectorCredentialsSchema.optional(),
  /** The migration of its external ID that is under way, on the page of an entity that it is bound to. */
  externalIdMigration: z
    .object({
      /** Who began it, as an entity reference. */
      by: z.string(),
      /** When (ISO 8601, UTC). */
      since: z.string(),
    })
    .optional(),
  /** Why another record was not joined with this one, though it names it. */
  disagreement: feedDisagreementSchema.optional(),
});

/**
 * A connector as the mirror holds it.
 *
 * @public
 */
export const mirroredConnectorSchema = z.discriminatedUnion('provider', [
  awsConnectorSchema.extend(mirrorFactsSchema.shape),
  azureConnectorSchema.extend(mirrorFactsSchema.shape),
  gcpConnectorSchema.extend(mirrorFactsSchema.shape),
]);

/** A connector as the mirror holds it. @public */
export type MirroredConnector = z.infer<typeof mirroredConnectorSchema>;

/**
 * What the list of connectors can be sorted by.
 *
 * @public
 */
export const CONNECTOR_SORT_FIELDS = [
  'name',
  'account',
  'provider',
  'state',
  'lastSyncedOn',
  'totalAssets',
] as const;

/** One of `CONNECTOR_SORT_FIELDS`. @public */
export const connectorSortFieldSchema = z.enum(CONNECTOR_SORT_FIELDS);

/** What the list of connectors can be sorted by. @public */
export type ConnectorSortField = z.infer<typeof connectorSortFieldSchema>;

/**
 * The filter by owner for connectors that nobody owns.
 *
 * @public
 */
export const OWNED_BY_NOBODY = 'none';

/**
 * The query of `GET /connectors`. Every filter narrows the list further.
 *
 * @public
 */
export const connectorListQuerySchema = z.strictObject({
  subscription: z.string().min(1).max(63).optional(),
  provider: cloudProviderSchema.optional(),
  state: connectorStateSchema.optional(),
  /** An entity reference, or {@link OWNED_BY_NOBODY}. */
  owner: z.string().min(1).max(255).optional(),
  /** The name of the rule that gave the owner, exactly. */
  rule: z.string().min(1).max(500).optional(),
  /** Text to look for in name, account, account alias, id and description. */
  q: z.string().max(200).optional(),
  /** A field, with `-` before it for the other direction: `name`, `-lastSyncedOn`. */
  sort: z
    .string()
    .regex(
      new RegExp(`^-?(${CONNECTOR_SORT_FIELDS.join('|')})$`),
      `must be one of ${CONNECTOR_SORT_FIELDS.join(
        ', ',
      )}, with - before it for descending`,
    )
    .default('name'),
  /** How many connectors a page holds. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before; only good for the same filters and sort. */
  cursor: z.string().max(2000).optional(),
});

/** The query of `GET /connectors`, every default filled in. @public */
export type ConnectorListQuery = z.infer<typeof connectorListQuerySchema>;

/**
 * A page of connectors.
 *
 * @public
 */
export const connectorListSchema = z.object({
  items: z.array(mirroredConnectorSchema),
  /** How many connectors pass the filters, on all pages together. */
  totalItems: z.number().int(),
  /** Where the next page begins; missing on the last one. */
  nextCursor: z.string().optional(),
});

/** A page of connectors. @public */
export type ConnectorList = z.infer<typeof connectorListSchema>;

/**
 * The errors of one connector, newest first, as Qualys told them.
 *
 * @public
 */
export const connectorErrorListSchema = z.object({
  items: z.array(connectorErrorSchema),
  /** Whether Qualys holds more of them than are given here. */
  truncated: z.boolean(),
  /** When Qualys was asked (ISO 8601, UTC). */
  asOf: z.string(),
  /** Why this is an older answer, where Qualys could not be asked now. */
  staleBecause: z.string().optional(),
});

/** The errors of one connector. @public */
export type ConnectorErrorList = z.infer<typeof connectorErrorListSchema>;
