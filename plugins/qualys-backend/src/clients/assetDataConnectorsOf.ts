import type { AssetDataConnectors, QualysClient } from 'qualys-client';
import type { AssetDataConnector, CloudProvider } from 'qualys-model';

/** What reads the connectors of one cloud in Asset Management. */
export type AssetDataConnectorReading = Pick<
  AssetDataConnectors<AssetDataConnector, never, never, never>,
  'get' | 'search'
>;

/** The connectors of one cloud in Asset Management. */
export function assetDataConnectorsOf(
  { assetDataConnectors }: QualysClient,
  provider: CloudProvider,
): AssetDataConnectorReading {
  switch (provider) {
    case 'AWS':
      return assetDataConnectors.aws;
    case 'AZURE':
      return assetDataConnectors.azure;
    default:
      return assetDataConnectors.gcp;
  }
}
