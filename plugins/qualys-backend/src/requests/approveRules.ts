import type { ApproveRule, ApproveRuleAllowance } from '../config';
import { wildcard } from '../patterns';
import type { FoundConflict } from './conflicts';
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

// An account that is connected or asked for already may get a second connector;
// who the connector belongs to is decided by rules all the same.
const FOR_PEOPLE: readonly FoundConflict['kind'][] = [
  'accountConnected',
  'accountConnectedByOrganization',
  'arnConnected',
  'accountRequested',
];

/**
 * The first rule of the configuration that approves a request by itself. One
 * with remediation or a perimeter scan is approved only by a rule that allows
 * it, and one whose account has a connector already, or another request, by
 * none.
 *
 * @param conflicts - what it collides with
 */
export function approvingRule(
  rules: readonly ApproveRule[],
  record: RequestRecord,
  conflicts: readonly FoundConflict[],
): ApproveRule | undefined {
  if (conflicts.some(({ kind }) => FOR_PEOPLE.includes(kind))) return undefined;
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
