import {
  connectorState,
  type AssetDataConnector,
  type CloudConnector,
} from 'qualys-model';

/** A connector of Asset Management in the words that the portal uses for all. */
export function asCloudConnector(
  connector: AssetDataConnector,
): Omit<CloudConnector, 'id' | 'provider'> & Record<string, unknown> {
  const { runFrequency } = connector;
  const common = {
    name: connector.name,
    description: connector.description,
    account: connector.account,
    reportedState: connector.reportedState,
    disabled: connector.disabled,
    // The last error may be long past.
    error:
      connectorState(connector) === 'error' ? connector.lastError : undefined,
    lastSyncedOn: connector.lastSyncedOn,
    nextSyncedOn: connector.nextSyncedOn,
    pollingFrequency:
      runFrequency === undefined || runFrequency < 0
        ? undefined
        : {
            hours: Math.floor(runFrequency / 60),
            minutes: runFrequency % 60,
          },
    remediationEnabled: connector.remediationEnabled,
    groups: [],
  };
  switch (connector.provider) {
    case 'AWS':
      return {
        ...common,
        arn: connector.arn,
        externalId: connector.externalId,
        baseAccountId: connector.qualysAwsAccountId,
        govCloud: connector.govCloud,
        chinaRegion: connector.chinaRegion,
      };
    case 'AZURE':
      return {
        ...common,
        applicationId: connector.applicationId,
        directoryId: connector.directoryId,
        subscriptionName: connector.subscriptionName,
        govCloud: connector.govCloud,
      };
    default:
      return common;
  }
}
