import type {
  SecurityHubAccountsDeletion,
  SecurityHubConfiguration,
  SecurityHubRegionsDeletion,
} from 'qualys-model';

/**
 * An AWS account as it is written: a JSON number, as in the samples, or a text
 * where a number would lose the zeros that it begins with.
 *
 * Source: AWS Security Hub Integration, `awsAccounts`, whose samples have
 * numbers only. That Qualys takes texts is not documented; assumed because
 * there is no other way to name such an account.
 */
function wireAccount(account: string): number | string {
  return account.startsWith('0') ? account : Number(account);
}

/** `vmConfigs` as they go on the wire. */
export function vmConfigsBody(
  configurations: readonly SecurityHubConfiguration[],
) {
  return {
    vmConfigs: configurations.map(
      ({ minSeverity, baseCategory, awsAccounts, regions }) => ({
        minSeverity,
        baseCategory,
        awsAccounts: awsAccounts.map(wireAccount),
        regions,
      }),
    ),
  };
}

/**
 * The accounts to be deleted as they go on the wire: no body for all of them,
 * as in the sample.
 *
 * Source: AWS Security Hub Integration, "Delete the accounts associated with
 * the Amazon Security Hub", shows no body. `awsAccounts` is not documented;
 * assumed because the call that deletes regions names accounts so.
 */
export function accountsBody(deletion: SecurityHubAccountsDeletion) {
  return 'allAccounts' in deletion
    ? undefined
    : { awsAccounts: deletion.awsAccounts.map(wireAccount) };
}

/** `vmRegionConfigs` as they go on the wire. */
export function regionsBody(deletions: SecurityHubRegionsDeletion) {
  return {
    vmRegionConfigs: deletions.map(({ awsAccounts, regions }) => ({
      awsAccounts: awsAccounts.map(wireAccount),
      regions,
    })),
  };
}
