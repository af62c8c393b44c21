import type { S3SettingsInput } from 'qualys-model';
import type { NewS3Integration } from 'qualys-simulator';
import type { World } from './world';

/** A row of a Security Hub integration. */
export const row = (awsAccount: string, minSeverity = 3) => ({
  awsAccount,
  minSeverity,
  baseCategory: 'Confirmed' as const,
  regions: ['eu-west-2', 'eu-west-1'],
});

/** Accounts of three teams; one of them begins with a zero, which numbers lose. */
export const ACCOUNTS = ['111111111111', '012345678901', '333333333333'];

/** The name of an integration that looks like what it is printed in. */
export const ODD_NAME = 'Team A: x=1, {y}, [z], vmConfigs=[';

/** Adds a Security Hub integration with a row for each account, and returns its id. */
export function addHub({ control }: World, name = ODD_NAME): string {
  const rows = ACCOUNTS.map(account => row(account));
  return control.addSecurityHubIntegration({ name, rows }).id;
}

const WEB_APP = 1234;
const DNS_OVERRIDE = 14620;

/** A change to the defaults of a web app's scans that does not say when they are canceled. */
export const DEFAULTS_CHANGE = {
  defaultDnsOverride: { id: String(DNS_OVERRIDE) },
};

/** Adds a web app with a DNS override and a setting of when scans are canceled, and returns its id. */
export function addWebApp(
  { control }: World,
  cancels: { cancelScansAfterNHours: number } | { cancelScansAt: string },
): string {
  control.addDnsOverride({ id: DNS_OVERRIDE, name: 'eee' });
  control.addWebApp({
    id: WEB_APP,
    dnsOverrideIds: [DNS_OVERRIDE],
    ...cancels,
  });
  return String(WEB_APP);
}

/** Adds several of everything that is searched by pages. */
export function addManyOfEach({ control }: World): void {
  for (let n = 1; n <= 5; n++) {
    control.addAssetDataConnector({ provider: 'AWS', name: `aws ${n}` });
    control.addAssetDataConnector({ provider: 'AZURE', name: `azure ${n}` });
    control.addAssetDataConnector({ provider: 'GCP', name: `gcp ${n}` });
    control.addTag({ name: `paged ${n}` });
    const webAppId = control.addWebApp({ name: `web app ${n}` });
    control.addScan({ webAppId, name: `scan ${n}` });
    control.addDnsOverride({ name: `override ${n}` });
  }
}

const AZURE = {
  applicationId: '11111111-1111-1111-8111-111111111112',
  directoryId: '11111111-1111-1111-8111-111111111114',
};

/** Settings of an Azure connector without its key. */
export const AZURE_WITHOUT_KEY = { name: 'Payments', ...AZURE };

/** Adds an Azure connector, and returns its id. */
export function addAzure({ control }: World): string {
  const { connectorId } = control.addConnector({
    provider: 'AZURE',
    name: 'Azure',
    ...AZURE,
  });
  return connectorId;
}

/** An S3 integration whose every setting is another one than in {@link S3_SETTINGS}. */
export const S3_BEFORE: NewS3Integration = {
  id: '7',
  name: 'Before',
  bucketName: 'before',
  bucketRegion: 'us-east-1',
  roleArn: 'arn:aws:iam::123456789012:role/before',
  accessPointArn: 'arn:aws:s3:us-east-1:123456789012:accesspoint/before',
  minSeverity: '1',
  filterQuery: { vuln: 'severity: 5', removeAssetFilter: true },
  resultSectionNeeded: true,
  sendVulnInfo: true,
  compressData: true,
  sendAlerts: true,
  errorEmails: ['before@example.com'],
};

/** Settings of an S3 integration with nothing in it that need not be there. */
export const S3_SETTINGS = {
  name: 'Findings',
  bucketName: 'qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::123456789012:role/qualys-s3',
  minSeverity: 4,
  filterQuery: { vuln: 'category: Confirmed', asset: '' },
  resultSectionNeeded: false,
  sendVulnInfo: false,
  compressData: false,
  sendAlerts: false,
} satisfies S3SettingsInput;
