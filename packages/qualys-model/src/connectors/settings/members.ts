import { z } from 'zod';
import type { PollingFrequency } from '../connector';

const NAME = 'must be a name of 1 to 255 characters without line breaks';
const DESCRIPTION = 'must be a text of at most 4000 characters';
const HOURS = 'must be whole hours from 0 to 8760, which is a year';
const MINUTES = 'must be whole minutes from 0 to 59';

/**
 * The rule for the name of a connector that is written: any text of 1 to 255
 * characters on one line. Spaces around it are taken away.
 *
 * Source: CloudView API v1 names no limit; assumed because scripts that Qualys
 * published cut names of connectors at 255 characters.
 *
 * @public
 */
export const connectorNameSchema = z
  .string(NAME)
  .trim()
  .min(1, NAME)
  .max(255, NAME)
  .regex(/^\P{Cc}*$/u, NAME);

/**
 * The rule for the description of a connector that is written: any text of at
 * most 4000 characters, which may be empty.
 *
 * Source: not documented; the limit is assumed, as one that no description needs.
 *
 * @public
 */
export const connectorDescriptionSchema = z
  .string(DESCRIPTION)
  .max(4000, DESCRIPTION);

/**
 * The rule for how often Qualys shall poll a cloud account: hours and minutes,
 * which add up. Zero of both is let through, because the model in Qualys'
 * documents shows it, and is worth a warning: see {@link awsSettingsWarnings}
 * and its siblings.
 *
 * Source: CloudView API v1, `pollingFrequency` (`RunFrequency`). That minutes
 * end at 59 is assumed because an hour has its own field; that a year is long
 * enough is assumed too.
 *
 * @public
 */
export const pollingFrequencyInputSchema: z.ZodType<PollingFrequency> =
  settingsObject('a polling frequency', {
    hours: z.int(HOURS).min(0, HOURS).max(8760, HOURS),
    minutes: z.int(MINUTES).min(0, MINUTES).max(59, MINUTES),
  });

/** A flag with a message that says what it may be. */
export const flagSchema = z.boolean('must be true or false');

/**
 * An object of settings that refuses members it does not know, each by name:
 * what is misspelt must not be left out in silence.
 *
 * @param of - what the settings are of: `an AWS connector`
 * @param hints - what to say of some members in place of the usual
 */
export function settingsObject<S extends z.ZodRawShape>(
  of: string,
  shape: S,
  hints: Record<string, string> = {},
) {
  const known = Object.keys(shape);
  return z
    .looseObject(shape, `must be an object with the settings of ${of}`)
    .check(({ value, issues }) => {
      for (const name of Object.keys(value)) {
        if (!known.includes(name)) {
          issues.push({
            code: 'custom',
            path: [name],
            input: undefined,
            message: Object.hasOwn(hints, name)
              ? hints[name]
              : `is no setting of ${of}, which has ${known.join(', ')}`,
          });
        }
      }
    });
}
