import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { Duration } from 'luxon';
import { z } from 'zod';
import { wildcard } from '../patterns';
import { checkRuleValues } from './ruleValues';

const KEY = 'qualys.requests';
const DEFAULT_EXPIRY = { days: 30 };

const patterns = z
  .union([z.string().min(1), z.array(z.string().min(1)).nonempty()])
  .transform(value => [value].flat())
  .optional();

/**
 * What a rule has to allow before it approves a request with it: what lets
 * Qualys do more to an account than read it.
 */
export const APPROVE_RULE_ALLOWANCES = [
  'remediation',
  'perimeterScan',
] as const;

/** What a rule has to allow before it approves a request with it. */
export type ApproveRuleAllowance = (typeof APPROVE_RULE_ALLOWANCES)[number];

const ruleSchema = z.strictObject({
  name: z.string().min(1).max(100),
  allow: z
    .array(
      z.enum(
        APPROVE_RULE_ALLOWANCES,
        `must be one of ${APPROVE_RULE_ALLOWANCES.join(', ')}`,
      ),
      `must be a list of ${APPROVE_RULE_ALLOWANCES.join(', ')}`,
    )
    .default([]),
  match: z
    .strictObject({
      subscription: patterns,
      provider: patterns,
      account: patterns,
      owner: patterns,
      name: patterns,
    })
    .refine(match => Object.values(match).some(Boolean), {
      message:
        'must say which requests it approves, by subscription, provider, account, owner or name',
    }),
});

/** A rule of the configuration that approves requests by itself. */
export type ApproveRule = z.output<typeof ruleSchema>;

/** How requests for connectors are dealt with. */
export interface RequestsConfig {
  /** Whether people may decide about what they have asked for themselves. */
  allowSelfApproval: boolean;
  /** The rules that approve requests, of which the first that fits is named. */
  approve: readonly ApproveRule[];
  /** Milliseconds after which a request that nobody does anything with comes to its end. */
  expireAfterMs: number;
}

function checkRule(
  key: string,
  { match }: ApproveRule,
  subscriptions: readonly { id: string }[],
): void {
  for (const [field, values = []] of Object.entries(match)) {
    checkRuleValues(key, field, values);
  }
  // Where none is configured nothing is asked for, and nothing is wrong yet.
  if (subscriptions.length === 0) return;
  const ids = subscriptions.map(({ id }) => id);
  const unknown = match.subscription?.find(value => !ids.some(wildcard(value)));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.subscription: "${unknown}" is none of the configured subscriptions: ${ids.join(
        ', ',
      )}`,
    );
  }
}

/**
 * Reads `qualys.requests`, but for the keys that secrets are encrypted with.
 *
 * @param subscriptions - those of the configuration, which rules may name
 * @throws InputError naming the key and what would be right
 */
export function readRequestsConfig(
  config: Config,
  subscriptions: readonly { id: string }[],
): RequestsConfig {
  const rules = z
    .array(ruleSchema)
    .safeParse(config.getOptional(`${KEY}.approve`) ?? []);
  if (!rules.success) {
    const [{ path, message }] = rules.error.issues;
    throw new InputError(
      `${[`${KEY}.approve`, ...path.map(String)].join('.')}: ${message}`,
    );
  }
  rules.data.forEach((rule, index) =>
    checkRule(`${KEY}.approve.${index}.match`, rule, subscriptions),
  );
  return {
    allowSelfApproval:
      config.getOptionalBoolean(`${KEY}.allowSelfApproval`) ?? false,
    approve: rules.data,
    expireAfterMs: readExpiry(config),
  };
}

function readExpiry(config: Config): number {
  const key = `${KEY}.expireAfter`;
  if (!config.has(key)) return Duration.fromObject(DEFAULT_EXPIRY).toMillis();
  try {
    const duration = readDurationFromConfig(config, { key });
    const ms = Duration.fromObject(duration).toMillis();
    if (ms >= 60_000) return ms;
  } catch (error) {
    throw new InputError(`${key}: ${toError(error).message}`);
  }
  throw new InputError(
    `${key}: must be one minute at least, such as { days: 30 }`,
  );
}
