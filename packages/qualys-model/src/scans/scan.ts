import { z } from 'zod';
import { qpsReferenceSchema } from '../qps/references';

/**
 * A scan of Web Application Scanning. Qualys leaves out what it does not want
 * to say: a search gives less than a single read.
 *
 * Source: Qualys WAS API 3.0, `WasScan`.
 *
 * @public
 */
export const scanSchema = z.object({
  /** The id of the scan: digits. */
  id: z.string().min(1),
  /** The name that it was launched with. */
  name: z.string().optional(),
  /** Its reference, such as `was/1412697001370.1789435`. */
  reference: z.string().optional(),
  /** `VULNERABILITY` or `DISCOVERY`; an open set. */
  type: z.string().optional(),
  /** How it came about: `ONDEMAND`, `SCHEDULED` or `API`; an open set. */
  mode: z.string().optional(),
  /** How far it is, in the word that Qualys used; an open set. */
  status: z.string().optional(),
  /** What became of its results, in the word that Qualys used; an open set. */
  resultsStatus: z.string().optional(),
  /** Whether it could sign in to the web app, in the word that Qualys used; an open set. */
  authStatus: z.string().optional(),
  /**
   * Status and results in one word of Qualys' own; newer answers have it, and
   * it is not documented.
   */
  consolidatedStatus: z.string().optional(),
  /** The web app that it scans, with its address where Qualys says. */
  webApp: qpsReferenceSchema
    .extend({
      /** Where the web app begins. */
      url: z.string().optional(),
    })
    .optional(),
  /** The option profile that it uses. */
  profile: qpsReferenceSchema.optional(),
  /** The authentication record that it uses. */
  authRecord: qpsReferenceSchema.optional(),
  /** The DNS override that it uses. */
  dnsOverride: qpsReferenceSchema.optional(),
  /** After how many hours it is canceled. */
  cancelAfterNHours: z.number().int().optional(),
  /** When it is canceled, in Qualys' own words. */
  cancelTime: z.string().optional(),
  /** When it was launched (ISO 8601, UTC). */
  launchedDate: z.string().optional(),
  /** The user who launched it. */
  launchedBy: z.string().optional(),
  /** When it came to an end (ISO 8601, UTC). */
  endScanDate: z.string().optional(),
});

/** A scan of Web Application Scanning. @public */
export type Scan = z.infer<typeof scanSchema>;

/**
 * How far a scan is, and what became of it.
 *
 * Source: Qualys WAS API 3.0, "Scan Status".
 *
 * @public
 */
export const scanStatusSchema = scanSchema.pick({
  id: true,
  status: true,
  resultsStatus: true,
  authStatus: true,
  consolidatedStatus: true,
});

/** How far a scan is, and what became of it. @public */
export type ScanStatus = z.infer<typeof scanStatusSchema>;
