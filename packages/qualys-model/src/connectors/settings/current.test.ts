import type { AwsConnector, AzureConnector } from '..';
import {
  awsConnectorUpdateSchema,
  awsSettingsOf,
  azureConnectorUpdateSchema,
  azureSettingsOf,
} from '.';
import { AWS, AZURE, complaints } from './__testUtils__/settings';

const common = {
  id: '11111111-1111-1111-1111-111111111111',
  description: 'Reads production',
  reportedState: 'SUCCESS',
  disabled: false,
  totalAssets: 3,
  remediationEnabled: true,
  groups: [],
  pollingFrequency: { hours: 2, minutes: 0 },
};
const aws: AwsConnector = {
  ...common,
  ...AWS,
  provider: 'AWS',
  account: '123456789012',
  baseAccountId: '805950163170',
  govCloud: false,
  chinaRegion: false,
  portalConnector: true,
  portalConnectorUuid: '2d39470f-cf33-45e3-8b12-ee5916bf18c9',
};
const { authenticationKey, subscriptionId, ...ids } = AZURE;
const azure: AzureConnector = {
  ...common,
  ...ids,
  provider: 'AZURE',
  account: subscriptionId,
  govCloud: true,
};

describe('the settings of a connector as it is', () => {
  it('are a whole update of AWS, which leaves remediation', () => {
    const settings = awsSettingsOf(aws);
    expect(awsConnectorUpdateSchema().parse(settings)).toEqual({
      ...AWS,
      description: 'Reads production',
      govCloud: false,
      chinaRegion: false,
      portalConnector: true,
      pollingFrequency: { hours: 2, minutes: 0 },
    });
  });

  it('are a whole update of Azure, but for the key', () => {
    expect(azureConnectorUpdateSchema.parse(azureSettingsOf(azure))).toEqual({
      ...ids,
      subscriptionId,
      description: 'Reads production',
      govCloud: true,
      pollingFrequency: { hours: 2, minutes: 0 },
    });
    const unknown = azureSettingsOf({ ...azure, account: '' });
    expect(azureConnectorUpdateSchema.safeParse(unknown).success).toBe(true);
  });

  it('tell what is missing of a connector that Qualys shows in part', () => {
    const { arn, ...rest } = aws;
    expect(complaints(awsConnectorUpdateSchema(), awsSettingsOf(rest))).toEqual(
      [expect.stringMatching(/^arn: must be the ARN/)],
    );
  });
});
