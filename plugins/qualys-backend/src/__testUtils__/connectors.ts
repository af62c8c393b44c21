import type { AwsConnector, AzureConnector } from 'qualys-model';

/** An AWS connector, of which a test says only what matters to it. */
export function awsConnector(
  given: Partial<AwsConnector> & { id: string },
): AwsConnector {
  return {
    provider: 'AWS',
    name: `connector ${given.id}`,
    description: '',
    account: '012345678901',
    reportedState: 'SUCCESS',
    disabled: false,
    groups: [],
    govCloud: false,
    chinaRegion: false,
    ...given,
  };
}

/** An Azure connector, of which a test says only what matters to it. */
export function azureConnector(
  given: Partial<AzureConnector> & { id: string },
): AzureConnector {
  return {
    provider: 'AZURE',
    name: `connector ${given.id}`,
    description: '',
    account: '2d1b6f0e-0a4c-4a44-9f0e-6b1f9f3c0a11',
    reportedState: 'SUCCESS',
    disabled: false,
    groups: [],
    govCloud: false,
    ...given,
  };
}
