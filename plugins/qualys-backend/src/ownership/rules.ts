import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { OWNERSHIP_CONDITIONS } from 'backstage-plugin-qualys-common';
import {
  normalizeOwnership,
  type ConnectorOwnership,
} from 'backstage-plugin-qualys-node';
import { z } from 'zod';
import { checkRuleValues } from '../config';
import { conditionOf, type Condition, type OwnedThing } from './conditions';

const KEY = 'qualys.ownership';

/** What the rule is called by which connectors belong to those who asked for them. */
export const REQUESTED_RULE = 'Requested by the team';

/** One rule of the configuration. */
export interface OwnershipRule {
  /** What it looks at, all of which must fit; nothing for the default. */
  conditions: readonly Condition[];
  gives: ConnectorOwnership;
}

/** The rules of the configuration, of which the first that fits wins. */
export interface OwnershipRules {
  all: readonly OwnershipRule[];
  /**
   * What the first rule gives that fits; else what was asked for; else the
   * default.
   *
   * @param requested - what those asked for who had it created
   * @returns nothing where none of them gives anything
   */
  decide(
    thing: OwnedThing,
    requested?: ConnectorOwnership,
  ): ConnectorOwnership | undefined;
}

const wordsSchema = z.union([
  z.string().min(1),
  z.array(z.string().min(1)).nonempty(),
]);

const matchSchema = z
  .partialRecord(z.enum(OWNERSHIP_CONDITIONS), wordsSchema)
  .refine(match => Object.keys(match).length > 0, {
    message: `must name at least one of ${OWNERSHIP_CONDITIONS.join(
      ', ',
    )}; what no rule fits is for qualys.ownership.default`,
  });

const ruleSchema = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  match: matchSchema,
  owner: z.string(),
  system: z.string().optional(),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

const ownershipSchema = z.strictObject({
  rules: z.array(ruleSchema).default([]),
  default: z.string().optional(),
});

// What a rule is called by what it looks at, unless that takes a page.
const LONGEST_LABEL = 120;

function labelOf(conditions: readonly Condition[], number: number): string {
  const label = conditions
    .map(({ field, values }) => `${field} ${values.join(' or ')}`)
    .join(', ');
  return label.length > LONGEST_LABEL ? `rule ${number}` : label;
}

function given(key: string, ownership: ConnectorOwnership): ConnectorOwnership {
  try {
    return normalizeOwnership(ownership);
  } catch (error) {
    throw new InputError(
      `${key}: ${
        toError(error).message
      }; give entity references such as group:default/payments`,
    );
  }
}

function ruleOf(
  { name, match, ...gives }: z.output<typeof ruleSchema>,
  index: number,
): OwnershipRule {
  const key = `${KEY}.rules.${index}`;
  const conditions = OWNERSHIP_CONDITIONS.flatMap(field => {
    const values = match[field];
    return values === undefined ? [] : [conditionOf(field, [values].flat())];
  });
  for (const { field, values } of conditions) {
    checkRuleValues(`${key}.match`, field, values);
  }
  const rule = name ?? labelOf(conditions, index + 1);
  return { conditions, gives: given(key, { ...gives, rule }) };
}

/**
 * Reads `qualys.ownership`: the rules, of which the first that fits wins, and
 * then the default.
 *
 * @throws InputError naming the key and what would be right
 */
export function readOwnershipRules(config: Config): OwnershipRules {
  const read = ownershipSchema.safeParse(config.getOptional(KEY) ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(
      `${[KEY, ...issue.path.map(String)].join('.')}: ${issue.message}`,
    );
  }
  const all = read.data.rules.map(ruleOf);
  if (read.data.default !== undefined) {
    all.push({
      conditions: [],
      gives: given(`${KEY}.default`, {
        owner: read.data.default,
        rule: 'default',
      }),
    });
  }
  const names = new Map<string, number>();
  all.forEach(({ gives: { rule } }, index) => {
    if (rule === REQUESTED_RULE) {
      throw new InputError(
        `${KEY}.rules.${index}: no rule can be called "${rule}", which connectors have that somebody has asked for`,
      );
    }
    const earlier = names.get(rule);
    if (earlier !== undefined) {
      throw new InputError(
        `${KEY}.rules.${Math.min(
          index,
          read.data.rules.length - 1,
        )}: another rule (${earlier}) is called "${rule}", too; give each a name of its own`,
      );
    }
    names.set(rule, index);
  });
  return {
    all,
    decide: (thing, requested) => {
      const found = all.find(({ conditions }) =>
        conditions.every(({ fits }) => fits(thing)),
      );
      // The default has no conditions.
      return requested && !found?.conditions.length ? requested : found?.gives;
    },
  };
}
