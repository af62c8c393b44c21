import type { SecurityHubConfiguration } from './configuration';
import type { SecurityHubRow } from './row';
import { settingsKey } from './settingsKey';

/**
 * The configurations that say the same as the rows: accounts with equal
 * severity, category and regions stand together, in the order of their first
 * rows. Regions are equal where they are the same in the same order, so that
 * {@link toSecurityHubRows} gives back exactly these rows, only grouped.
 *
 * Source: Security Hub 2.0: `vmConfigs` groups accounts when written, and has
 * one element an account when read.
 *
 * @param rows - all rows of an integration
 *
 * @public
 */
export function toSecurityHubConfigurations(
  rows: readonly SecurityHubRow[],
): SecurityHubConfiguration[] {
  const configurations = new Map<string, SecurityHubConfiguration>();
  for (const row of rows) {
    const { awsAccount, minSeverity, baseCategory, regions } = row;
    const key = settingsKey(row);
    const configuration = configurations.get(key);
    if (configuration) {
      configuration.awsAccounts.push(awsAccount);
    } else {
      configurations.set(key, {
        minSeverity,
        baseCategory,
        awsAccounts: [awsAccount],
        regions: [...regions],
      });
    }
  }
  return [...configurations.values()];
}
