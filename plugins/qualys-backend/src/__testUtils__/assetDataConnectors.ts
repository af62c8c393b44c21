import type { AwsAssetDataConnector } from 'qualys-model';

/** An AWS connector of Asset Management, of which a test says only what matters to it. */
export function awsAssetDataConnector(
  given: Partial<AwsAssetDataConnector> & { id: string },
): AwsAssetDataConnector {
  return {
    provider: 'AWS',
    name: `connector ${given.id}`,
    description: '',
    account: '012345678901',
    reportedState: 'SUCCESS',
    disabled: false,
    deleted: false,
    govCloud: false,
    chinaRegion: false,
    defaultTags: [{ id: '5', name: 'payments' }],
    activation: ['VM'],
    perimeterScan: {
      enabled: false,
      customConfiguration: false,
      configurations: [],
    },
    ...given,
  };
}
