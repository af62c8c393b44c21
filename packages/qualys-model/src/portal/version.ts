import { z } from 'zod';

/**
 * The versions of the parts of a Qualys platform, by the names that Qualys gives
 * them.
 *
 * Source: Qualys WAS API 3.0, "Know Your Portal Version"
 * (`/qps/rest/portal/version`).
 *
 * @public
 */
export const portalVersionSchema = z.object({
  /** The parts of the portal, such as `WAS-VERSION`, with their versions. */
  portal: z.record(z.string(), z.string()),
  /** The parts of the scanning service, such as `SCANNER-VERSION`, with their versions. */
  qweb: z.record(z.string(), z.string()),
});

/** The versions of the parts of a Qualys platform. @public */
export type PortalVersion = z.infer<typeof portalVersionSchema>;
