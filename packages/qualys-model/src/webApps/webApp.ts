import { z } from 'zod';
import { qpsReferenceSchema } from '../qps/references';

/**
 * What scans of a web app do unless they say something else.
 *
 * Source: Qualys WAS API 3.0, `webapp.xsd`, `WebAppConfig`.
 *
 * @public
 */
export const webAppConfigSchema = z.object({
  /** After how many hours scans are canceled; never beside `cancelScansAt`. */
  cancelScansAfterNHours: z.number().int().optional(),
  /** When scans are canceled, in Qualys' own words. */
  cancelScansAt: z.string().optional(),
  /** The authentication record that scans use. */
  defaultAuthRecord: qpsReferenceSchema.optional(),
  /** The DNS override that scans use. */
  defaultDnsOverride: qpsReferenceSchema.optional(),
});

/** What scans of a web app do unless they say something else. @public */
export type WebAppConfig = z.infer<typeof webAppConfigSchema>;

/**
 * The last scan of a web app.
 *
 * Source: Qualys WAS API 3.0, `webapp.xsd`, `lastScan`; the words of its status
 * are those of `WasLastScanStatus`, an open set.
 *
 * @public
 */
export const webAppLastScanSchema = z.object({
  /** The id of the scan, where Qualys says. */
  id: z.string().optional(),
  /** The name of the scan, where Qualys says. */
  name: z.string().optional(),
  /** Its status in the word that Qualys used; an open set. */
  status: z.string().optional(),
  /** When it ran (ISO 8601, UTC), where Qualys says. */
  date: z.string().optional(),
});

/** The last scan of a web app. @public */
export type WebAppLastScan = z.infer<typeof webAppLastScanSchema>;

/**
 * A web application of Web Application Scanning. Qualys leaves out what it does
 * not want to say: searches give less than a single read, and the answers in
 * the documents give no more than an id and what a call is about.
 *
 * Source: Qualys WAS API 3.0, `WebApp`.
 *
 * @public
 */
export const webAppSchema = z.object({
  /** The id of the web app: digits. */
  id: z.string().min(1),
  /** The name that people gave it. */
  name: z.string().optional(),
  /** Where it begins. */
  url: z.string().optional(),
  /** What its scans do; undefined where Qualys does not say. */
  config: webAppConfigSchema.optional(),
  /** Its tags; undefined where Qualys does not say which. */
  tags: z.array(qpsReferenceSchema).optional(),
  /** The authentication records assigned to it; undefined where Qualys does not say which. */
  authRecords: z.array(qpsReferenceSchema).optional(),
  /**
   * The DNS overrides assigned to it, of which one may be the default; undefined
   * where Qualys does not say which.
   */
  dnsOverrides: z.array(qpsReferenceSchema).optional(),
  /** Its last scan, where there was one and Qualys says. */
  lastScan: webAppLastScanSchema.optional(),
  /** Whether a schedule scans it, where Qualys says. */
  isScheduled: z.boolean().optional(),
  /** When it was made (ISO 8601, UTC), where Qualys says. */
  createdDate: z.string().optional(),
  /** When it was last changed (ISO 8601, UTC), where Qualys says. */
  updatedDate: z.string().optional(),
});

/** A web application of Web Application Scanning. @public */
export type WebApp = z.infer<typeof webAppSchema>;
