/** The teams of the imagined company, each with the services that it runs. */
export const TEAMS: Record<string, readonly string[]> = {
  payments: ['checkout', 'card-vault', 'ledger', 'payouts', 'fraud-models'],
  storefront: ['web', 'cms', 'search', 'recommendations', 'images'],
  logistics: ['tracking', 'warehouse', 'routing', 'returns'],
  'data-platform': ['lake', 'streaming', 'reporting', 'notebooks'],
  identity: ['login', 'directory', 'sessions'],
  mobile: ['api', 'push', 'builds'],
  marketing: ['campaigns', 'newsletter', 'tag-manager'],
  'corporate-it': ['mail', 'intranet', 'backup', 'vdi'],
  platform: ['clusters', 'observability', 'ci-runners', 'network'],
};

/** The environments, the most frequent ones several times. */
export const ENVIRONMENTS = [
  'prod',
  'prod',
  'prod',
  'staging',
  'staging',
  'dev',
  'dev',
  'sandbox',
] as const;

/** The partitions of AWS. */
export type AwsPartition = 'aws' | 'aws-us-gov' | 'aws-cn';

/** The regions of each partition of AWS. */
export const AWS_REGIONS: Record<AwsPartition, readonly string[]> = {
  aws: [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'sa-east-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'eu-central-1',
    'eu-north-1',
    'ap-south-1',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-southeast-1',
    'ap-southeast-2',
  ],
  'aws-us-gov': ['us-gov-west-1', 'us-gov-east-1'],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
};

/** Locations of Azure. */
export const AZURE_LOCATIONS = [
  'eastus',
  'eastus2',
  'westus2',
  'centralus',
  'northeurope',
  'westeurope',
  'uksouth',
  'southeastasia',
] as const;

/** Regions of GCP. */
export const GCP_REGIONS = [
  'us-central1',
  'us-east1',
  'us-west1',
  'europe-west1',
  'europe-west4',
  'asia-east1',
] as const;

/** The account of Qualys that assumes the customers' roles, for each partition. */
export const QUALYS_ACCOUNTS: Record<AwsPartition, string> = {
  aws: '805950163170',
  'aws-us-gov': '081357246890',
  'aws-cn': '246813579024',
};

/** The code that CloudView puts into an otherwise good answer to a new connector. */
export const NOT_YET_READABLE = '50004';

/** A state that stands in no document, because the set of states is open. */
export const UNDOCUMENTED_STATE = 'SYNC_THROTTLED';
