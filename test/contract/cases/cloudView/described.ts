// The models of CloudView v1 in its Swagger description: names and types.

const connector = {
  connectorId: 'string',
  description: 'string',
  error: 'string',
  groups: 'array',
  isDisabled: 'boolean',
  lastSyncedOn: 'string',
  name: 'string',
  nextSyncedOn: 'string',
  pollingFrequency: 'object',
  provider: 'string',
  remediationEnabled: 'boolean',
  state: 'string',
  totalAssets: 'number',
};

/** `AwsConnectorResponse`. */
export const awsConnectorResponse = {
  ...connector,
  accountAlias: 'string',
  arn: 'string',
  awsAccountId: 'string',
  baseAccountId: 'string',
  externalId: 'string',
  isChinaRegion: 'boolean',
  isGovCloud: 'boolean',
  isPortalConnector: 'boolean',
  portalConnectorUuid: 'string',
};

/** `AzureConnectorResponse`. */
export const azureConnectorResponse = {
  ...connector,
  applicationId: 'string',
  directoryId: 'string',
  isGovCloud: 'boolean',
  subscriptionId: 'string',
  subscriptionName: 'string',
};

/** `GcpConnectorResponse`. */
export const gcpConnectorResponse = { ...connector, projectId: 'string' };

/** `PageImpl`; `empty` is of later versions of Spring. */
export const pageImpl = {
  content: 'array',
  empty: 'boolean',
  first: 'boolean',
  last: 'boolean',
  number: 'number',
  numberOfElements: 'number',
  pageable: 'object',
  size: 'number',
  sort: 'object',
  totalElements: 'number',
  totalPages: 'number',
};

const sort = { sorted: true, unsorted: false };

/** A whole list on one page, as `PageImpl` describes it. */
export function onePage(content: unknown[], sorted = true) {
  const order = sorted ? sort : { sorted: false, unsorted: true };
  return {
    content,
    first: true,
    last: true,
    number: 0,
    numberOfElements: content.length,
    pageable: {
      offset: 0,
      pageNumber: 0,
      pageSize: 50,
      paged: true,
      sort: order,
      unpaged: false,
    },
    size: 50,
    sort: order,
    totalElements: content.length,
    totalPages: 1,
  };
}

/** What a page may hold besides what a sample of it shows. */
export const pageOf = (item: Record<string, string>) => ({
  '': pageImpl,
  'content[]': item,
  sort: { empty: 'boolean' },
  'pageable.sort': { empty: 'boolean' },
});
