import { z } from 'zod';
import { qpsIdSchema } from '../qps/id';
import {
  qpsCollectionChangeSchema,
  qpsReferencesChangeSchema,
} from '../qps/references';
import { qpsTextSchema } from '../qps/text';

/** The longest comment of a DNS override. @public */
export const DNS_OVERRIDE_COMMENT_LENGTH = 2048;

/**
 * A name and the address that scans are to use for it. Its messages say what
 * would be right.
 *
 * Source: Qualys WAS API 3.0, "Reference: DNS Override": both "in valid format".
 * The samples of Qualys use names such as `host_1`, so that `_` is allowed.
 *
 * @public
 */
export const dnsMappingInputSchema = z.strictObject({
  /** A host name or a fully qualified domain name. */
  hostName: qpsTextSchema(253).regex(
    /^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*$/,
    'must be a host name, like www.example.com.',
  ),
  /** An IP address: version 4 or 6. */
  ipAddress: z.union([z.ipv4(), z.ipv6()], {
    error: 'must be an IP address, like 10.0.0.5.',
  }),
});

const comment = qpsTextSchema(DNS_OVERRIDE_COMMENT_LENGTH);

/**
 * A DNS override as someone asks for it. Its messages say what would be right.
 *
 * Source: Qualys WAS API 3.0, "Create a DNS Override" (a unique name, mappings,
 * one comment of at most 2,048 characters).
 *
 * @public
 */
export const dnsOverrideSettingsSchema = z.strictObject({
  /** What people call it; unique in the subscription. */
  name: qpsTextSchema(256),
  /** The names and their addresses: at least one. */
  mappings: z
    .array(dnsMappingInputSchema)
    .min(1, 'must hold at least one mapping.'),
  /** One comment. */
  comment: comment.optional(),
  /** The tags that it gets, by their ids. */
  tags: z
    .strictObject({
      /** The ids of the tags. */
      set: z.array(qpsIdSchema),
    })
    .optional(),
});

/** A DNS override as someone asks for it. @public */
export type DnsOverrideSettings = z.infer<typeof dnsOverrideSettingsSchema>;

/**
 * Changes to a DNS override: only what is given changes, and something must.
 * Its messages say what would be right.
 *
 * Source: Qualys WAS API 3.0, "Update a DNS Override" (`set`, or `add` and
 * `remove`; at least one of name, owner, tags, comments, mappings).
 *
 * @public
 */
export const dnsOverrideChangesSchema = z
  .strictObject({
    /** What people call it; unique in the subscription. */
    name: qpsTextSchema(256).optional(),
    /** What happens to its names and addresses: all replaced, or some added and removed. */
    mappings: qpsCollectionChangeSchema(dnsMappingInputSchema).optional(),
    /** One comment, in place of those that it has. */
    comment: comment.optional(),
    /** What happens to its tags, by their ids. */
    tags: qpsReferencesChangeSchema.optional(),
  })
  .refine(
    changes => Object.values(changes).some(change => change !== undefined),
    'must change something.',
  );

/** Changes to a DNS override. @public */
export type DnsOverrideChanges = z.infer<typeof dnsOverrideChangesSchema>;
