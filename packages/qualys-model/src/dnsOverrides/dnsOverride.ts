import { z } from 'zod';
import { qpsReferenceSchema } from '../qps/references';

/**
 * A name and the address that scans use for it.
 *
 * Source: Qualys WAS API 3.0, "Reference: DNS Override", `DnsMapping`.
 *
 * @public
 */
export const dnsMappingSchema = z.object({
  /** A host name or a fully qualified domain name. */
  hostName: z.string(),
  /** An IP address. */
  ipAddress: z.string(),
});

/** A name and the address that scans use for it. @public */
export type DnsMapping = z.infer<typeof dnsMappingSchema>;

/**
 * A DNS override of Web Application Scanning: names that scans look up in it
 * rather than in the DNS.
 *
 * Source: Qualys WAS API 3.0, "Reference: DNS Override".
 *
 * @public
 */
export const dnsOverrideSchema = z.object({
  /** The id of the record: digits. */
  id: z.string().min(1),
  /** The name that people gave it; unique. */
  name: z.string().optional(),
  /** Its names and addresses; undefined where Qualys does not say which. */
  mappings: z.array(dnsMappingSchema).optional(),
  /** What people wrote about it; undefined where Qualys does not say what. */
  comments: z.array(z.string()).optional(),
  /** Its tags; undefined where Qualys does not say which. */
  tags: z.array(qpsReferenceSchema).optional(),
  /** When it was made (ISO 8601, UTC), where Qualys says. */
  createdDate: z.string().optional(),
  /** When it was last changed (ISO 8601, UTC), where Qualys says. */
  updatedDate: z.string().optional(),
});

/** A DNS override of Web Application Scanning. @public */
export type DnsOverride = z.infer<typeof dnsOverrideSchema>;
