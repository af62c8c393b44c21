import type { AssetDataConnectors, QualysClient } from 'qualys-client';
import type { AssetDataConnector, CloudProvider } from 'qualys-model';

/** What can be done alike with the connectors of every cloud in Asset Management. */
export type CommonAssetDataConnectors = Pick<
  AssetDataConnectors<AssetDataConnector, never, never, never>,
  'delete' | 'get' | 'run' | 'search'
>;

/** The connectors of one cloud in Asset Management. */
export function assetDataConnectorsOf(
  { assetDataConnectors }: QualysClient,
  provider: CloudProvider,
): CommonAssetDataConnectors {
  switch (provider) {
    case 'AWS':
      return assetDataConnectors.aws;
    case 'AZURE':
      return assetDataConnectors.azure;
    default:
      return assetDataConnectors.gcp;
  }
}
