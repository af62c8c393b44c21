import { demoConnectors } from '../cloudView/data/demo';
import type { NewS3Integration } from '../s3/integration';
import type { NewSecurityHubIntegration } from '../securityHub/integration';

interface DemoData {
  s3: NewS3Integration[];
  securityHub: NewSecurityHubIntegration[];
}

const S3: readonly (NewS3Integration & { account: string })[] = [
  {
    id: '1001',
    account: '048213577190',
    name: 'payments-findings',
    bucketName: 'payments-qualys-findings',
    bucketRegion: 'eu-west-1',
    roleArn: 'arn:aws:iam::048213577190:role/qualys-s3',
    sendAlerts: true,
    errorEmails: ['payments-oncall@example.com'],
    filterQuery: {
      vuln: 'category: [`Confirmed`] AND severity >= 4',
      removeVulnFilter: false,
      removeAssetFilter: false,
    },
  },
  {
    id: '1002',
    account: '733904861225',
    name: 'storefront-findings',
    bucketName: null,
    accessPointArn:
      'arn:aws:s3:eu-central-1:733904861225:accesspoint/qualys-findings',
    roleArn: 'arn:aws:iam::733904861225:role/qualys-s3',
  },
  {
    id: '1003',
    account: '561238894707',
    name: 'logistics-findings',
    bucketName: 'logistics-qualys',
    bucketRegion: 'us-east-1',
    roleArn: 'arn:aws:iam::561238894707:role/qualys-s3',
    compressData: false,
  },
];

const SECURITY_HUB: readonly Required<
  Pick<NewSecurityHubIntegration, 'id' | 'name' | 'rows'>
>[] = [
  {
    id: '34',
    name: 'Commerce',
    rows: [
      {
        awsAccount: '048213577190',
        minSeverity: 3,
        baseCategory: 'Potential',
        regions: ['eu-west-2', 'eu-west-1'],
      },
      {
        awsAccount: '418820375514',
        minSeverity: 4,
        baseCategory: 'Potential',
        regions: ['eu-west-1'],
      },
      {
        awsAccount: '733904861225',
        minSeverity: 3,
        baseCategory: 'Confirmed',
        regions: ['eu-central-1', 'us-east-1'],
      },
      {
        awsAccount: '290517648833',
        minSeverity: 5,
        baseCategory: 'Confirmed',
        regions: ['eu-central-1'],
      },
    ],
  },
  {
    id: '35',
    name: 'Fulfilment, prod = staging {shared}',
    rows: [
      {
        awsAccount: '561238894707',
        minSeverity: 3,
        baseCategory: 'Confirmed',
        regions: ['us-east-1', 'us-west-2'],
      },
      {
        awsAccount: '905561270348',
        minSeverity: 2,
        baseCategory: 'Potential',
        regions: ['us-east-1'],
      },
    ],
  },
];

/**
 * The integrations of the demo: those of accounts that its connectors read, so
 * that a platform without connectors has none.
 *
 * @param connectors - how many connectors the platform has
 */
export function demoIntegrations(connectors: number): DemoData {
  const accounts = new Set(
    demoConnectors()
      .slice(0, connectors)
      .map(({ account }) => account),
  );
  return {
    s3: S3.filter(({ account }) => accounts.has(account)).map(
      ({ account: _, ...integration }) => integration,
    ),
    securityHub: SECURITY_HUB.map(integration => ({
      ...integration,
      rows: integration.rows.filter(row => accounts.has(row.awsAccount)),
    })).filter(({ rows }) => rows.length > 0),
  };
}
