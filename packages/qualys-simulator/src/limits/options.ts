import { z } from 'zod';

/**
 * How often the calls of one API may come.
 *
 * Source: Qualys API Limits; the limits of the standard tier are 300 calls in
 * an hour, two at a time.
 *
 * @public
 */
export interface FamilyLimit {
  /** How many calls may come in any window; no limit where it is null. */
  perHour?: number | null;
  /** How many calls may be under way at a time; no limit where it is null. */
  concurrency?: number | null;
  /** How long a window is, in simulated seconds; 3600 unless given. */
  windowSeconds?: number;
  /** Whether every answer tells the limits in its headers. */
  headers?: boolean;
}

/**
 * The limits of each API. What is left out of one stays as it is by default:
 * 300 calls an hour, two at a time, with headers, for `fo` and `gateway`; no
 * limit and no headers for `qps` and `cloudView`.
 *
 * @public
 */
export interface SimulatorLimits {
  /** Asset Management, Web Application Scanning and Security Hub. */
  qps?: FamilyLimit;
  /** The calls under `/api/2.0/fo`. */
  fo?: FamilyLimit;
  /** CloudView on its own host. */
  cloudView?: FamilyLimit;
  /** The gateway, but for signing in; CloudView by way of the gateway too. */
  gateway?: FamilyLimit;
}

/** The names of the APIs that have limits of their own. */
export type LimitedFamily = keyof SimulatorLimits;

/** A limit with nothing left open. */
export type SettledLimit = Required<FamilyLimit>;

const wholeNumber = z.number().int().min(1);

const familySchema = z.strictObject({
  perHour: wholeNumber.nullable().optional(),
  concurrency: wholeNumber.nullable().optional(),
  windowSeconds: z.number().min(0.001).optional(),
  headers: z.boolean().optional(),
});

const limitsSchema = z.strictObject({
  qps: familySchema.optional(),
  fo: familySchema.optional(),
  cloudView: familySchema.optional(),
  gateway: familySchema.optional(),
});

const STANDARD: SettledLimit = {
  perHour: 300,
  concurrency: 2,
  windowSeconds: 3600,
  headers: true,
};

const NONE: SettledLimit = {
  perHour: null,
  concurrency: null,
  windowSeconds: 3600,
  headers: false,
};

/** The limits that hold unless others are given. */
export const DEFAULT_LIMITS: Record<LimitedFamily, SettledLimit> = {
  qps: NONE,
  fo: STANDARD,
  cloudView: NONE,
  gateway: STANDARD,
};

/**
 * Limits with some of them changed.
 *
 * @throws ZodError that names the field, where a limit makes no sense
 */
export function withLimits(
  limits: Record<LimitedFamily, SettledLimit>,
  input: SimulatorLimits,
): Record<LimitedFamily, SettledLimit> {
  const changes = limitsSchema.parse(input);
  const merged = (family: LimitedFamily): SettledLimit => {
    const given = Object.entries(changes[family] ?? {}).filter(
      ([, value]) => value !== undefined,
    );
    return { ...limits[family], ...Object.fromEntries(given) };
  };
  return {
    qps: merged('qps'),
    fo: merged('fo'),
    cloudView: merged('cloudView'),
    gateway: merged('gateway'),
  };
}
