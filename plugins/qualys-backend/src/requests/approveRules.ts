import type { ApproveRule, ApproveRuleAllowance } from '../config';
import { wildcard } from '../patterns';
import type { RequestRecord } from './store';

const VALUES: Record<
  keyof ApproveRule['match'],
  (record: RequestRecord) => string | undefined
> = {
  subscription: ({ subscription }) => subscription,
  provider: ({ provider }) => provider,
  account: ({ settings }) => settings.account,
  owner: ({ settings }) => settings.owner,
  name: ({ settings }) => settings.name,
};

// What lets Qualys do more to an account than read it, which nobody agrees to
// who has only said which accounts need no person.
const ASKED: Record<
  ApproveRuleAllowance,
  (record: RequestRecord) => boolean | undefined
> = {
  remediation: ({ settings }) => settings.remediationEnabled,
  perimeterScan: ({ settings }) => settings.perimeterScan?.enabled,
};

/**
 * The first rule of the configuration that approves a request by itself. One
 * with remediation or a perimeter scan is approved only by a rule that allows
 * it.
 */
export function approvingRule(
  rules: readonly ApproveRule[],
  record: RequestRecord,
): ApproveRule | undefined {
  const asked = (Object.keys(ASKED) as ApproveRuleAllowance[]).filter(each =>
    ASKED[each](record),
  );
  return rules.find(
    ({ match, allow }) =>
      asked.every(each => allow.includes(each)) &&
      Object.entries(match).every(([field, patterns]) => {
        if (!patterns) return true;
        const value = VALUES[field as keyof typeof VALUES](record);
        return (
          value !== undefined &&
          patterns.some(pattern => wildcard(pattern)(value))
        );
      }),
  );
}
