import type { CloudConnectors, QualysClient } from 'qualys-client';
import type { CloudConnector, CloudProvider } from 'qualys-model';

/** The connectors of one cloud. */
export function connectorsOf(
  { cloudConnectors }: QualysClient,
  provider: CloudProvider,
): CloudConnectors<CloudConnector> {
  switch (provider) {
    case 'AWS':
      return cloudConnectors.aws;
    case 'AZURE':
      return cloudConnectors.azure;
    default:
      return cloudConnectors.gcp;
  }
}
