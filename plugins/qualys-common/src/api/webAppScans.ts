import { SCAN_OUTCOMES, scanSchema, scanSettingsSchema } from 'qualys-model';
import { z } from 'zod';
import { settingsReasonSchema } from './settings';
import { readAgeSchema } from './webApps';

/**
 * A scan of a web app, with what its words mean. The user who launched it is
 * left out: it may be the portal's own.
 *
 * @public
 */
export const webAppScanSchema = z.object({
  ...scanSchema.omit({ webApp: true, launchedBy: true }).shape,
  /** What it came to; the words of Qualys stand beside it. */
  outcome: z.enum(SCAN_OUTCOMES),
  /** Whether it has come to its end: nothing of it will change any more. */
  ended: z.boolean(),
  /** How long it took, in seconds, where Qualys says when it began and ended. */
  durationSeconds: z.number().optional(),
});

/** A scan of a web app. @public */
export type WebAppScan = z.infer<typeof webAppScanSchema>;

/**
 * The last scans of a web app, newest first: at most 50, of the last 90 days.
 *
 * @public
 */
export const webAppScanListSchema = z.object({
  /**
   * What launching or cancelling a scan is made from; the `ETag` of the answer
   * is the same. It is another one once there is a new scan, so that nobody
   * launches one without knowing of the last.
   */
  version: z.string(),
  items: z.array(webAppScanSchema),
  /** Whether there are more of them than are given here. */
  truncated: z.boolean(),
  ...readAgeSchema.shape,
});

/** The last scans of a web app. @public */
export type WebAppScanList = z.infer<typeof webAppScanListSchema>;

const { name, type, profile, authRecord, scannerAppliance } =
  scanSettingsSchema.shape;

/**
 * The body of `POST …/web-apps/:s/:id/scans`: the rules of
 * `scanSettingsSchema` of qualys-model, for the web app of the path.
 *
 * @public
 */
export const scanLaunchSchema = z.strictObject({
  name,
  type,
  /** The option profile; the default one of the web app where it has one. */
  profile,
  /** `default`, or one of the authentication records that are assigned to the web app. */
  authRecord,
  scannerAppliance,
});

/** The body with which a scan is launched, as it comes. @public */
export type ScanLaunchInput = z.input<typeof scanLaunchSchema>;

/**
 * The body of `POST …/web-apps/:s/:id/scans/:scanId/cancel`.
 *
 * @public
 */
export const scanCancelSchema = z.strictObject({
  /** Why. */
  reason: settingsReasonSchema,
  /** Whether what it found so far is kept; false unless given. */
  withResults: z.boolean().optional(),
});

/** The body with which a scan is canceled, as it comes. @public */
export type ScanCancelInput = z.input<typeof scanCancelSchema>;
