import type { AwsConnector, AzureConnector } from '../connector';
import type { AwsConnectorUpdate } from './aws';
import type { AzureConnectorUpdate } from './azure';

/**
 * The settings of an AWS connector as it is, for an update that shall change
 * some of them: `{ ...awsSettingsOf(connector), name: 'Another' }`. An update
 * replaces all settings, and what Qualys makes of those that are left out is
 * not documented. Remediation is left out, because then it is documented to
 * stay as it is.
 *
 * Source: CloudView API v1, `AwsConnectorResponse` and `ConnectorUpdateRequest`.
 *
 * @param connector - the connector as it was read just before
 *
 * @public
 */
export function awsSettingsOf(
  connector: AwsConnector,
): Partial<AwsConnectorUpdate> {
  const { name, description, arn, externalId, govCloud, chinaRegion } =
    connector;
  const { portalConnector, pollingFrequency } = connector;
  return {
    name,
    description,
    arn,
    externalId,
    govCloud,
    chinaRegion,
    portalConnector,
    pollingFrequency,
  };
}

/**
 * The settings of an Azure connector as it is, for an update that shall change
 * some of them: see {@link awsSettingsOf}. The key is not among them: Qualys
 * never gives it back.
 *
 * Source: CloudView API v1, `AzureConnectorResponse` and
 * `AzureConnectorUpdateRequest`.
 *
 * @param connector - the connector as it was read just before
 *
 * @public
 */
export function azureSettingsOf(
  connector: AzureConnector,
): Partial<AzureConnectorUpdate> {
  const { name, description, applicationId, directoryId } = connector;
  const { account, govCloud, pollingFrequency } = connector;
  return {
    name,
    description,
    applicationId,
    directoryId,
    subscriptionId: account || undefined,
    govCloud,
    pollingFrequency,
  };
}
