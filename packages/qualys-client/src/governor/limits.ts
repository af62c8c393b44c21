import { QualysConfigurationError } from '../errors';
import { QUALYS_API_FAMILIES, type QualysApiFamily } from '../http';

/**
 * What Qualys allows a subscription in one family of APIs, where it is known
 * better than by the defaults: 300 calls an hour and 2 at once, the Standard
 * tier of Qualys' API limits. That tier is documented for `fo` and `gateway`;
 * for `qps` and `cloudView` no limit is documented, and the same is assumed.
 *
 * Where answers carry limits in their headers, those hold in place of the
 * defaults, and the lower of the two in place of what is given here.
 *
 * Source: Qualys API limits (`X-RateLimit-*`, `X-Concurrency-Limit-*`).
 *
 * @public
 */
export interface QualysFamilyLimit {
  /** How many calls an hour the whole subscription may make. Default 300. */
  perHour?: number;
  /** How many calls may run at once. Default 2. */
  concurrency?: number;
}

/**
 * How much of what Qualys allows the client may take, and how long calls wait
 * for it. The limits of Qualys hold for a subscription: other programs with
 * the same account draw on the same budget.
 *
 * @public
 */
export interface QualysLimits {
  /**
   * The part of Qualys' hourly calls that is ours, more than 0 and up to 1.
   * Default 0.3. Where others take more than the rest, no more is taken than
   * they leave.
   */
  share?: number;
  /**
   * The part of our share that calls in the background may not use, so that
   * people find some left: 0 to less than 1. Default 0.2.
   */
  reserve?: number;
  /**
   * How long a call may wait for its turn, all its attempts together, in
   * milliseconds. Where it would be longer, the call fails with `limited` and
   * `retryAfter`, at once where that can be foreseen.
   */
  maxWaitMs?: {
    /** For calls that people wait for. Default 10 seconds. */
    user?: number;
    /**
     * For calls in the background. Default 65 minutes, a whole window and a
     * little more: with less, a list of more pages than the budget of an hour
     * would never come to its end.
     */
    background?: number;
  };
  /** What is known of the limits of single families. */
  families?: Partial<Record<QualysApiFamily, QualysFamilyLimit>>;
}

/** What the limits of a family are, every default filled in. */
export interface FamilySettings {
  perHour: number;
  concurrency: number;
  /** Which of the two were given. */
  configured: { perHour: boolean; concurrency: boolean };
}

/** What a governor needs to know, every default filled in. */
export interface GovernorSettings {
  share: number;
  reserve: number;
  maxWaitMs: { user: number; background: number };
  families: Record<QualysApiFamily, FamilySettings>;
}

const STANDARD_TIER = { perHour: 300, concurrency: 2 };
const MAX_WAIT_MS = { user: 10_000, background: 65 * 60_000 };
// The longest time that a timer can hold.
const LONGEST_WAIT_MS = 2 ** 31 - 1;
const MAX_PER_HOUR = 1_000_000;
const MAX_CONCURRENCY = 1_000;

function refuse(field: string, rule: string, value: unknown): never {
  const shown = typeof value === 'object' ? 'an object' : String(value);
  throw new QualysConfigurationError(
    field,
    `${field} must be ${rule}; it is ${shown.slice(0, 40)}.`,
  );
}

function wholeNumber(
  field: string,
  value: unknown,
  { min, max }: { min: number; max: number },
): number {
  return Number.isInteger(value) &&
    (value as number) >= min &&
    (value as number) <= max
    ? (value as number)
    : refuse(field, `a whole number from ${min} to ${max}`, value);
}

function shareOf(value: unknown): number {
  return typeof value === 'number' && value > 0 && value <= 1
    ? value
    : refuse('limits.share', 'a number above 0 and up to 1', value);
}

function reserveOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value < 1
    ? value
    : refuse('limits.reserve', 'a number from 0 to less than 1', value);
}

function familySettings(
  family: QualysApiFamily,
  { perHour, concurrency }: QualysFamilyLimit = {},
): FamilySettings {
  const field = `limits.families.${family}`;
  return {
    perHour: wholeNumber(`${field}.perHour`, perHour ?? STANDARD_TIER.perHour, {
      min: 1,
      max: MAX_PER_HOUR,
    }),
    concurrency: wholeNumber(
      `${field}.concurrency`,
      concurrency ?? STANDARD_TIER.concurrency,
      { min: 1, max: MAX_CONCURRENCY },
    ),
    configured: {
      perHour: perHour !== undefined,
      concurrency: concurrency !== undefined,
    },
  };
}

/**
 * Fills in the defaults.
 *
 * @throws QualysConfigurationError that names the limit that makes no sense
 */
export function governorSettings(limits: QualysLimits = {}): GovernorSettings {
  const { maxWaitMs = {}, families = {} } = limits;
  const unknown = Object.keys(families).find(
    name => !QUALYS_API_FAMILIES.includes(name as QualysApiFamily),
  );
  if (unknown !== undefined) {
    throw new QualysConfigurationError(
      `limits.families.${unknown}`,
      `limits.families.${unknown} is not a family of Qualys' APIs. These are ${QUALYS_API_FAMILIES.join(
        ', ',
      )}.`,
    );
  }
  const wait = (whose: keyof typeof MAX_WAIT_MS) =>
    wholeNumber(
      `limits.maxWaitMs.${whose}`,
      maxWaitMs[whose] ?? MAX_WAIT_MS[whose],
      { min: 0, max: LONGEST_WAIT_MS },
    );
  return {
    share: shareOf(limits.share ?? 0.3),
    reserve: reserveOf(limits.reserve ?? 0.2),
    maxWaitMs: { user: wait('user'), background: wait('background') },
    families: {
      qps: familySettings('qps', families.qps),
      fo: familySettings('fo', families.fo),
      cloudView: familySettings('cloudView', families.cloudView),
      gateway: familySettings('gateway', families.gateway),
    },
  };
}
