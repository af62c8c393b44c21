import type { SecurityHubConfiguration } from './configuration';
import type { SecurityHubRow } from './row';

/**
 * One row an account, from the configurations that Qualys is sent. An account
 * that stands in several configurations has several rows: nothing is merged,
 * and {@link duplicateSecurityHubAccounts} names it.
 *
 * Source: Security Hub 2.0: `vmConfigs` groups accounts when written, and has
 * one element an account when read.
 *
 * @param configurations - all configurations of an integration
 *
 * @public
 */
export function toSecurityHubRows(
  configurations: readonly SecurityHubConfiguration[],
): SecurityHubRow[] {
  return configurations.flatMap(
    ({ awsAccounts, minSeverity, baseCategory, regions }) =>
      awsAccounts.map(awsAccount => ({
        awsAccount,
        minSeverity,
        baseCategory,
        regions: [...regions],
      })),
  );
}
