import { z } from 'zod';
import { qpsIdSchema } from '../qps/id';
import { qpsTextSchema } from '../qps/text';

const reference = z.strictObject({
  /** The id of the object. */
  id: qpsIdSchema,
});

/**
 * A scan as someone asks for it. Its messages say what would be right.
 *
 * Source: Qualys WAS API 3.0, "Launch Scan" and "Reference: WasScan"
 * (`target.webApp.id`, `type`, `profile.id`, `target.webAppAuthRecord`,
 * `target.scannerAppliance`, `target.cancelOption`, `dnsOverride`,
 * `cancelAfterNHours`). Qualys needs a profile where the web app has no default
 * one.
 *
 * @public
 */
export const scanSettingsSchema = z
  .strictObject({
    /** The name of the scan. */
    name: qpsTextSchema(256),
    /** `VULNERABILITY` looks for weaknesses, `DISCOVERY` only for what is there. */
    type: z.enum(['VULNERABILITY', 'DISCOVERY'], {
      error: 'must be VULNERABILITY or DISCOVERY.',
    }),
    /** The id of the web app that is scanned. */
    webApp: reference,
    /** The option profile; the default one of the web app where it has one. */
    profile: reference.optional(),
    /** How the scan signs in: as the web app's default says, or with a record. */
    authRecord: z
      .union([z.literal('default'), reference], {
        error: 'must be default, or have the id of an authentication record.',
      })
      .optional(),
    /** Who scans: Qualys from outside, or an appliance inside. */
    scannerAppliance: z
      .discriminatedUnion(
        'type',
        [
          z.strictObject({
            /** One of Qualys' own scanners on the internet. */
            type: z.literal('EXTERNAL'),
          }),
          z.strictObject({
            /** A scanner appliance of the subscription. */
            type: z.literal('INTERNAL'),
            /** The name of the appliance. */
            friendlyName: qpsTextSchema(256),
          }),
        ],
        {
          error: 'must have the type EXTERNAL, or INTERNAL and a friendlyName.',
        },
      )
      .optional(),
    /** The DNS override; the default one of the web app where it has one. */
    dnsOverride: reference.optional(),
    /**
     * When the scan is canceled: `DEFAULT` prefers what the web app says,
     * `SPECIFIC` what this scan says.
     */
    cancelOption: z
      .enum(['DEFAULT', 'SPECIFIC'], { error: 'must be DEFAULT or SPECIFIC.' })
      .optional(),
    /** After how many hours it is canceled: 1 or more. */
    cancelAfterNHours: z
      .number('must be a whole number of hours.')
      .int('must be a whole number of hours.')
      .min(1, 'must be 1 hour at least.')
      .max(2_147_483_647, 'must fit into 32 bits.')
      .optional(),
    /** At what time it is canceled; not beside `cancelAfterNHours`. */
    cancelTime: qpsTextSchema(64).optional(),
  })
  .refine(
    ({ cancelAfterNHours, cancelTime }) =>
      cancelAfterNHours === undefined || cancelTime === undefined,
    {
      path: ['cancelTime'],
      message: 'must not stand beside cancelAfterNHours: give one of them.',
    },
  )
  .refine(
    ({ cancelOption, cancelAfterNHours, cancelTime }) =>
      cancelOption !== 'SPECIFIC' ||
      cancelAfterNHours !== undefined ||
      cancelTime !== undefined,
    {
      path: ['cancelOption'],
      message: 'SPECIFIC needs cancelAfterNHours or cancelTime.',
    },
  );

/** A scan as someone asks for it. @public */
export type ScanSettings = z.infer<typeof scanSettingsSchema>;
