import {
  QualysError,
  type AssetDataConnectors,
  type CallOptions,
  type QualysClient,
} from 'qualys-client';
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

/**
 * A connector as Asset Management has it now. One that is only marked as
 * deleted (`isDeleted`) is gone like any other.
 *
 * @throws QualysError as the client does; `notFound` where it is gone
 */
export async function getLivingConnector(
  connectors: Pick<CommonAssetDataConnectors, 'get'>,
  id: string,
  options?: CallOptions,
): Promise<AssetDataConnector> {
  const connector = await connectors.get(id, options);
  if (!connector.deleted) return connector;
  throw new QualysError(
    'notFound',
    `Asset Management marks the connector ${id} as deleted.`,
  );
}
