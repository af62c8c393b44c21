import type {
  AwsAssetDataConnectorSettings,
  AzureAssetDataConnectorSettings,
  GcpAssetDataConnectorSettings,
  PerimeterScanConfigurationInput,
} from '..';

/** The settings of an AWS connector, with no more than what is needed. */
export const AWS: AwsAssetDataConnectorSettings = {
  name: 'Payments',
  arn: 'arn:aws:iam::123456789012:role/qualys',
  externalId: 'USPOD01-4765-9011278609223',
};

/** The settings of an Azure connector, with no more than what is needed. */
export const AZURE: AzureAssetDataConnectorSettings = {
  name: 'Payments',
  authRecord: {
    applicationId: 'an-application',
    directoryId: 'a-directory',
    subscriptionId: 'a-subscription',
    authenticationKey: 'a secret key',
  },
};

/** The settings of a GCP connector, with no more than what is needed. */
export const GCP: GcpAssetDataConnectorSettings = {
  name: 'Payments',
  authRecord: {
    type: 'service_account',
    project_id: 'payments-1',
    private_key_id: '0123',
    private_key:
      '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
    client_email: 'qualys@payments-1.iam.gserviceaccount.com',
  },
};

/** A weekly perimeter scan. */
export const SCAN: PerimeterScanConfigurationInput = {
  optionProfileId: '2',
  recurrence: 'WEEKLY',
  daysOfWeek: ['SUN', 'MON'],
  scanPrefix: 'nightly',
  startDate: '2022-05-31',
  startTime: '15:45',
  timezone: 'Africa/Cairo',
};
