import { awsTrustCondition } from 'qualys-model';

/**
 * The condition of a role's trust policy that names external IDs, as it stands
 * in the policy.
 *
 * @param externalIds - one or several, any of which is trusted
 */
export function trustConditionOf(externalIds: readonly string[]): string {
  return `"Condition": ${JSON.stringify(
    awsTrustCondition(externalIds),
    null,
    2,
  )}`;
}
