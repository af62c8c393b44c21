import { z } from 'zod';
import { flagSchema, settingsObject } from '../connectors/settings/members';
import { qpsTextSchema } from '../qps';
import { scanStartDateSchema, type ScanStartDate } from './scanDate';

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
export interface PerimeterScanConfigurationInput {
  /** The option profile of the scan: an id of the VM option profiles. */
  optionProfileId: string;
  /** How often it runs. */
  recurrence: (typeof SCAN_RECURRENCES)[number];
  /** The days that it runs on, where it runs weekly. */
  daysOfWeek?: Array<(typeof SCAN_DAYS)[number]>;
  /** The beginning of the scan's name: see {@link perimeterScanName}. */
  scanPrefix?: string;
  /** The first day: `2022-05-31`, or its parts. */
  startDate: ScanStartDate;
  /** The time of day, `15:45`. */
  startTime: string;
  /** The time zone of date and time: `Africa/Cairo`. */
  timezone: string;
}

/**
 * Whether and how a connector's account shall be scanned from the internet.
 * Where the connector has no configuration of its own, that of the
 * subscription holds.
 *
 * Source: Asset Management connectors 3.0, "Input Parameters for Cloud
 * Perimeter Scan".
 *
 * @public
 */
export interface PerimeterScanInput {
  /** Whether it is scanned. */
  enabled: boolean;
  /** The connector's own configuration, which needs `enabled`. */
  configuration?: PerimeterScanConfigurationInput;
}

const PROFILE = 'must be the id of an option profile: digits, as text';
const TIME = 'must be a time of day: 15:45';
const ZONE = 'must be the name of a time zone: Africa/Cairo';

const configurationInputSchema = settingsObject(
  'the configuration of a perimeter scan',
  {
    optionProfileId: z.string(PROFILE).regex(/^\d{1,19}$/, PROFILE),
    recurrence: z.enum(
      SCAN_RECURRENCES,
      `must be one of ${SCAN_RECURRENCES.join(', ')}`,
    ),
    daysOfWeek: z
      .array(
        z.enum(SCAN_DAYS, `must be one of ${SCAN_DAYS.join(', ')}`),
        'must be a list of days',
      )
      .optional(),
    scanPrefix: qpsTextSchema(255).optional(),
    startDate: scanStartDateSchema,
    startTime: z.string(TIME).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, TIME),
    timezone: z.string(ZONE).refine(isTimezone, ZONE),
  },
).check(({ value, issues }) => {
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

/**
 * The rules for whether and how a connector's account shall be scanned from the
 * internet. Its messages say what would be right.
 *
 * Source: as {@link PerimeterScanInput}. That a weekly scan names its days is
 * assumed; the document says only that days have no meaning otherwise.
 *
 * @public
 */
export const perimeterScanInputSchema: z.ZodType<PerimeterScanInput> =
  settingsObject('a perimeter scan', {
    enabled: flagSchema,
    configuration: configurationInputSchema.optional(),
  }).check(({ value, issues }) => {
    if (!value.enabled && value.configuration) {
      issues.push({
        code: 'custom',
        path: ['configuration'],
        input: undefined,
        message:
          'must be left out where enabled is false: a configuration of the connector’s own needs a perimeter scan',
      });
    }
  });

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
