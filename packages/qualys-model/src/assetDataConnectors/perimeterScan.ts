import { z } from 'zod';
import { scanStartDateSchema } from './scanDate';

/**
 * How often a cloud perimeter scan may run.
 *
 * Source: Asset Management connectors 3.0, `recurrence`.
 *
 * @public
 */
export const SCAN_RECURRENCES = ['DAILY', 'WEEKLY'] as const;

/**
 * The days of the week, in Qualys' own spelling.
 *
 * Source: Asset Management connectors 3.0, `daysOfWeek`.
 *
 * @public
 */
export const SCAN_DAYS = [
  'SUN',
  'MON',
  'TUE',
  'WED',
  'THU',
  'FRI',
  'SAT',
] as const;

/**
 * When and how a connector's cloud perimeter scan runs, as Qualys gives it.
 *
 * Source: Asset Management connectors 3.0, `ConnectorScanConfiguration`.
 *
 * @public
 */
export const perimeterScanConfigurationSchema = z.object({
  /** The option profile of the scan: an id of the VM option profiles. */
  optionProfileId: z.string().optional(),
  /** `DAILY` or `WEEKLY`; an open set. */
  recurrence: z.string().optional(),
  /** The days that a weekly scan runs on: `SUN` to `SAT`. */
  daysOfWeek: z.array(z.string()),
  /** The beginning of the scan's name. */
  scanPrefix: z.string().optional(),
  /** The first day, as Qualys writes it: see {@link readScanStartDate}. */
  startDate: z.string().optional(),
  /** The time of day, `15:45`, in `timezone`. */
  startTime: z.string().optional(),
  /** `Africa/Cairo`. */
  timezone: z.string().optional(),
});

/** When and how a connector's cloud perimeter scan runs. @public */
export type PerimeterScanConfiguration = z.infer<
  typeof perimeterScanConfigurationSchema
>;

/**
 * Whether and how Qualys scans what of a connector's account can be reached
 * from the internet (Cloud Perimeter Scan), as Qualys gives it.
 *
 * Source: Asset Management connectors 3.0, `isCPSEnabled`,
 * `connectorScanSetting` and `connectorScanConfig`.
 *
 * @public
 */
export const perimeterScanSchema = z.object({
  /** Whether it is scanned. */
  enabled: z.boolean(),
  /** Whether the connector's own configuration holds; else that of the subscription does. */
  customConfiguration: z.boolean(),
  /** The connector's own configuration: one, where there is one. */
  configurations: z.array(perimeterScanConfigurationSchema),
});

/** Whether and how a connector's account is scanned from the internet. @public */
export type PerimeterScan = z.infer<typeof perimeterScanSchema>;

function isTimezone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/**
 * When and how a connector's cloud perimeter scan shall run. That all of it but
 * the prefix is needed is not documented; assumed because Qualys' samples give
 * all of it, and a new configuration takes the place of the one before.
 *
 * Source: Asset Management connectors 3.0, `ConnectorScanConfiguration`.
 *
 * @public
 */
export const perimeterScanConfigurationInputSchema = z
  .strictObject({
    /** The option profile of the scan: an id of the VM option profiles. */
    optionProfileId: z
      .string({ error: 'must be the id of an option profile, as text' })
      .regex(/^\d{1,19}$/, 'must be the id of an option profile: digits'),
    /** How often it runs. */
    recurrence: z.enum(SCAN_RECURRENCES, {
      error: `must be one of ${SCAN_RECURRENCES.join(', ')}`,
    }),
    /** The days that it runs on, where it runs weekly. */
    daysOfWeek: z
      .array(
        z.enum(SCAN_DAYS, { error: `must be one of ${SCAN_DAYS.join(', ')}` }),
      )
      .optional(),
    /** The beginning of the scan's name: see {@link perimeterScanName}. */
    scanPrefix: z.string().trim().min(1, 'must not be empty').optional(),
    /** The first day: `2022-05-31`, or its year, month and day. */
    startDate: scanStartDateSchema,
    /** The time of day. */
    startTime: z
      .string({ error: 'must be a time of day: 15:45' })
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day: 15:45'),
    /** The time zone of `startDate` and `startTime`. */
    timezone: z
      .string({ error: 'must be the name of a time zone: Africa/Cairo' })
      .refine(isTimezone, 'must be the name of a time zone: Africa/Cairo'),
  })
  .check(({ value, issues }) => {
    const { recurrence, daysOfWeek } = value;
    const complain = (message: string) =>
      issues.push({
        code: 'custom',
        path: ['daysOfWeek'],
        input: daysOfWeek,
        message,
      });
    if (recurrence === 'WEEKLY' && !daysOfWeek?.length) {
      complain('must name at least one day where recurrence is WEEKLY');
    }
    if (recurrence === 'DAILY' && daysOfWeek) {
      complain('must be left out where recurrence is DAILY');
    }
    if (daysOfWeek && new Set(daysOfWeek).size < daysOfWeek.length) {
      complain('must name each day once');
    }
  });

/** When and how a connector's cloud perimeter scan shall run. @public */
export type PerimeterScanConfigurationInput = z.input<
  typeof perimeterScanConfigurationInputSchema
>;

/**
 * Whether and how a connector's account shall be scanned from the internet. A
 * configuration of its own needs `enabled`; without one, that of the
 * subscription holds.
 *
 * Source: Asset Management connectors 3.0, "Input Parameters for Cloud
 * Perimeter Scan".
 *
 * @public
 */
export const perimeterScanInputSchema = z
  .strictObject({
    /** Whether it is scanned. */
    enabled: z.boolean({ error: 'must be true or false' }),
    /** The connector's own configuration. */
    configuration: perimeterScanConfigurationInputSchema.optional(),
  })
  .check(({ value, issues }) => {
    if (!value.enabled && value.configuration) {
      issues.push({
        code: 'custom',
        path: ['configuration'],
        input: value.configuration,
        message:
          'must be left out where enabled is false: a configuration of the connector’s own needs cloud perimeter scans',
      });
    }
  });

/** Whether and how a connector's account shall be scanned from the internet. @public */
export type PerimeterScanInput = z.input<typeof perimeterScanInputSchema>;

/**
 * The name that a cloud perimeter scan will have, for forms:
 * `<prefix>-<connectorId>-<timestamp>`. What the timestamp looks like is not
 * documented, so its place is shown.
 *
 * Source: Asset Management connectors 3.0, `scanPrefix`.
 *
 * @param prefix - the prefix of the configuration
 * @param connectorId - the connector's id, where it has one already
 *
 * @public
 */
export function perimeterScanName(
  prefix: string,
  connectorId = '<connectorId>',
): string {
  return `${prefix}-${connectorId}-<timestamp>`;
}
