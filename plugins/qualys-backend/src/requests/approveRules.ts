import type { ApproveRule } from '../config';
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

/** The first rule of the configuration that approves a request by itself. */
export function approvingRule(
  rules: readonly ApproveRule[],
  record: RequestRecord,
): ApproveRule | undefined {
  return rules.find(({ match }) =>
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
