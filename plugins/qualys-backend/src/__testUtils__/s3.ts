import type { S3IntegrationSettings } from 'backstage-plugin-qualys-common';

/** Settings of an S3 integration. */
export const S3_SETTINGS: S3IntegrationSettings = {
  name: 'payments-findings',
  bucketName: 'payments-qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::048213577190:role/qualys-s3',
  minSeverity: 3,
  filterQuery: {
    vuln: 'category: [`Confirmed`] AND severity >= 3',
    asset: '',
    removeVulnFilter: false,
    removeAssetFilter: false,
  },
  sendVulnInfo: true,
  compressData: true,
  resultSectionNeeded: true,
  sendAlerts: false,
  errorEmails: [],
};
