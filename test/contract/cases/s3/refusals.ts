import type { QualysClient } from 'qualys-client';
import type { ContractCase } from '../../contractCase';
import { s3Document } from '../../documents';
import { plainSettings } from './samples';

type Settings = Parameters<QualysClient['s3']['update']>[1];

interface Refusal
  extends Pick<ContractCase, 'id' | 'oddities' | 'title' | 'sources'> {
  integration?: string;
  change?: Partial<Settings>;
  path?: string;
}

function refused({
  integration = '7',
  change = {},
  path,
  ...rest
}: Refusal): ContractCase {
  return {
    ...rest,
    kind: 'oddity',
    call: client =>
      client.s3.update(integration, { ...plainSettings, ...change }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', ...(path && { path }) } },
    simulator: { never: 'Nothing is sent.' },
  };
}

/** What is refused before anything is sent. */
export const refusalCases: ContractCase[] = [
  refused({
    id: 's3-id-no-number',
    oddities: [1],
    title: 'the id, which is needed whatever the table says, is a whole number',
    sources: [s3Document('Input Parameters, id', '21-25')],
    integration: '7/../8',
    path: 'id',
  }),
  refused({
    id: 's3-name-too-long',
    oddities: [6],
    title: 'a name of 51 characters',
    sources: [s3Document('Input Parameters, name', '55')],
    change: { name: 'n'.repeat(51) },
    path: 'name',
  }),
  refused({
    id: 's3-neither-bucket-nor-access-point',
    oddities: [3],
    title: 'neither a bucket nor an access point',
    sources: [
      s3Document('Input Parameters, bucketName and accessPointArn', '31, 47'),
    ],
    change: { bucketName: ' ', accessPointArn: 'null' },
    path: 'bucketName',
  }),
  refused({
    id: 's3-query-as-text',
    oddities: [8],
    title: 'a query as a bare text, of which nobody knows what it filters',
    sources: [s3Document('Input Parameters, filterQuery', '63-69')],
    change: { filterQuery: 'severity: 5' as never },
    path: 'filterQuery',
  }),
  refused({
    id: 's3-six-addresses',
    oddities: [12],
    title: 'six addresses for alerts',
    sources: [s3Document('Input Parameters, errorEmails', '105')],
    change: {
      errorEmails: [1, 2, 3, 4, 5, 6].map(n => `team${n}@example.com`),
    },
    path: 'errorEmails',
  }),
  refused({
    id: 's3-addresses-without-alerts',
    oddities: [12],
    title: 'addresses for alerts that are switched off',
    sources: [s3Document('Input Parameters, errorEmails', '105')],
    change: { sendAlerts: false },
    path: 'errorEmails',
  }),
  refused({
    id: 's3-severity-six',
    oddities: [7],
    title: 'a severity that does not exist',
    sources: [s3Document('Filter Query Tokens, severity', '57-61, 198-203')],
    change: { minSeverity: '6' },
    path: 'minSeverity',
  }),
];
