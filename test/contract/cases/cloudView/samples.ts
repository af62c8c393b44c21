// Connectors as the answers in the documents show them.

/** The answer to "Get the list of all AWS connectors", without its page. */
export const awsListed = {
  name: 'AWS Connector',
  connectorId: '7f25a529-4629-31e6-9bef-7a5828c360a8',
  description: '',
  provider: 'AWS' as const,
  state: 'SUCCESS',
  totalAssets: 241,
  lastSyncedOn: 'Wed Jan 13 05:17:58 UTC 2021',
  nextSyncedOn: 'Wed Jan 13 09:17:58 UTC 2021',
  isGovCloud: false,
  isChinaRegion: false,
  awsAccountId: '123456789012',
  isDisabled: false,
  groups: [],
  pollingFrequency: { hours: 4, minutes: 0 },
  error: '',
  baseAccountId: '805950163170',
  externalId: 'USPOD01-4765-9011278609223',
  arn: 'arn:aws:iam::123456789012:role/user_john_new_connector',
  portalConnectorUuid: '2d39470f-cf33-45e3-8b12-ee5916bf18c9',
  isPortalConnector: true,
};

/** The same as the domain has it. */
export const awsListedModel = {
  provider: 'AWS',
  id: '7f25a529-4629-31e6-9bef-7a5828c360a8',
  name: 'AWS Connector',
  description: '',
  account: '123456789012',
  reportedState: 'SUCCESS',
  disabled: false,
  totalAssets: 241,
  lastSyncedOn: '2021-01-13T05:17:58.000Z',
  nextSyncedOn: '2021-01-13T09:17:58.000Z',
  pollingFrequency: { hours: 4, minutes: 0 },
  groups: [],
  arn: 'arn:aws:iam::123456789012:role/user_john_new_connector',
  externalId: 'USPOD01-4765-9011278609223',
  baseAccountId: '805950163170',
  govCloud: false,
  chinaRegion: false,
  portalConnector: true,
  portalConnectorUuid: '2d39470f-cf33-45e3-8b12-ee5916bf18c9',
};

/** The answer to "Create new AWS connector". */
export const awsCreated = {
  name: 'ABC',
  connectorId: '8889b18b-6f92-33d3-8afd-6d9d144177e8',
  description: 'Sample External ID',
  provider: 'AWS' as const,
  state: 'PENDING',
  totalAssets: 0,
  lastSyncedOn: 'Wed Jan 13 07:24:46 UTC 2021',
  nextSyncedOn: 'Wed Jan 13 08:25:46 UTC 2021',
  isGovCloud: true,
  isChinaRegion: true,
  awsAccountId: '123456789012',
  isDisabled: false,
  groups: [],
  pollingFrequency: { hours: 1, minutes: 1 },
  error: '50004',
  baseAccountId: '805950163170',
  externalId: 'USPOD01-4765-9011278609223',
  arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
  isPortalConnector: false,
};

/** The same as the domain has it. */
export const awsCreatedModel = {
  provider: 'AWS',
  id: '8889b18b-6f92-33d3-8afd-6d9d144177e8',
  name: 'ABC',
  description: 'Sample External ID',
  account: '123456789012',
  reportedState: 'PENDING',
  disabled: false,
  error: '50004',
  totalAssets: 0,
  lastSyncedOn: '2021-01-13T07:24:46.000Z',
  nextSyncedOn: '2021-01-13T08:25:46.000Z',
  pollingFrequency: { hours: 1, minutes: 1 },
  groups: [],
  arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
  externalId: 'USPOD01-4765-9011278609223',
  baseAccountId: '805950163170',
  govCloud: true,
  chinaRegion: true,
  portalConnector: false,
};

/** The first answer to "Update AWS Connector to Enable/Disable Remediation". */
export const awsUpdated = {
  name: 'AWS Connector 2',
  connectorId: '1111a111-1111-11a1-a1a1-1aa1a1111111',
  description: '',
  provider: 'AWS' as const,
  state: 'SUCCESS',
  totalAssets: 333,
  lastSyncedOn: 'Thu May 20 11:52:00 UTC 2021',
  nextSyncedOn: 'Thu May 20 13:50:52 UTC 2021',
  remediationEnabled: true,
  isGovCloud: false,
  isChinaRegion: false,
  awsAccountId: '123456789012',
  accountAlias: 'SAMPLE-ACCOUNT',
  isDisabled: false,
  groups: [
    { name: 'AWS Connector', uuid: '0ee655f8-2680-3ef1-98f7-d3d7b34aa485' },
  ],
  pollingFrequency: { hours: 2, minutes: 0 },
  baseAccountId: '805950163170',
  externalId: 'pod04-2722092-1626634575829',
  arn: 'arn:aws:iam::123456789012:role/sample_role',
  isPortalConnector: false,
};

/** The same as the domain has it. */
export const awsUpdatedModel = {
  provider: 'AWS',
  id: '1111a111-1111-11a1-a1a1-1aa1a1111111',
  name: 'AWS Connector 2',
  description: '',
  account: '123456789012',
  accountAlias: 'SAMPLE-ACCOUNT',
  reportedState: 'SUCCESS',
  disabled: false,
  totalAssets: 333,
  lastSyncedOn: '2021-05-20T11:52:00.000Z',
  nextSyncedOn: '2021-05-20T13:50:52.000Z',
  pollingFrequency: { hours: 2, minutes: 0 },
  remediationEnabled: true,
  groups: [
    { id: '0ee655f8-2680-3ef1-98f7-d3d7b34aa485', name: 'AWS Connector' },
  ],
  arn: 'arn:aws:iam::123456789012:role/sample_role',
  externalId: 'pod04-2722092-1626634575829',
  baseAccountId: '805950163170',
  govCloud: false,
  chinaRegion: false,
  portalConnector: false,
};

/** The answer to "Azure: Create Connector with Remediation Enabled". */
export const azureCreated = {
  applicationId: '11111111-1111-1111-8111-111111111112',
  connectorId: '11111111-1111-1111-8111-111111111113',
  description: 'This is test description',
  directoryId: '11111111-1111-1111-8111-111111111114',
  error: 'string',
  groups: [],
  isGovCloud: true,
  lastSyncedOn: 'Fri Apr 1 10:33:08 UTC 2020',
  name: 'My Azure Connector',
  provider: 'AZURE' as const,
  remediationEnabled: true,
  state: 'PENDING',
  subscriptionId: '11111111-1111-1111-8111-111111111115',
  totalAssets: 0,
  pollingFrequency: { hours: 4, minutes: 0 },
  nextSyncedOn: 'Fri Apr 1 14:33:08 UTC 2020',
};

/** The same as the domain has it. */
export const azureCreatedModel = {
  provider: 'AZURE',
  id: '11111111-1111-1111-8111-111111111113',
  name: 'My Azure Connector',
  description: 'This is test description',
  account: '11111111-1111-1111-8111-111111111115',
  applicationId: '11111111-1111-1111-8111-111111111112',
  directoryId: '11111111-1111-1111-8111-111111111114',
  reportedState: 'PENDING',
  disabled: false,
  error: 'string',
  totalAssets: 0,
  lastSyncedOn: '2020-04-01T10:33:08.000Z',
  nextSyncedOn: '2020-04-01T14:33:08.000Z',
  pollingFrequency: { hours: 4, minutes: 0 },
  remediationEnabled: true,
  groups: [],
  govCloud: true,
};

/** The first answer to "Azure: Update Connector to Enable Remediation". */
export const azureUpdated = {
  name: 'Azure API Connector',
  connectorId: '7d80a840-40b6-11e9-9078-111111111111',
  description: 'Updating Connector created through API automation',
  provider: 'AZURE' as const,
  state: 'PENDING',
  totalAssets: 0,
  lastSyncedOn: 'Mon Jul 05 08:41:39 UTC 2021',
  nextSyncedOn: 'Mon Jul 05 12:37:40 UTC 2021',
  remediationEnabled: true,
  isGovCloud: false,
  isDisabled: false,
  applicationId: '11111111-1111-1111-8111-111111111112',
  subscriptionId: '11111111-1111-1111-8111-111111111115',
  subscriptionName: 'sample subscription',
  groups: [],
  pollingFrequency: { hours: 4, minutes: 0 },
  directoryId: '11111111-1111-1111-8111-111111111114',
};

/** The same as the domain has it. */
export const azureUpdatedModel = {
  provider: 'AZURE',
  id: '7d80a840-40b6-11e9-9078-111111111111',
  name: 'Azure API Connector',
  description: 'Updating Connector created through API automation',
  account: '11111111-1111-1111-8111-111111111115',
  subscriptionName: 'sample subscription',
  applicationId: '11111111-1111-1111-8111-111111111112',
  directoryId: '11111111-1111-1111-8111-111111111114',
  reportedState: 'PENDING',
  disabled: false,
  totalAssets: 0,
  lastSyncedOn: '2021-07-05T08:41:39.000Z',
  nextSyncedOn: '2021-07-05T12:37:40.000Z',
  pollingFrequency: { hours: 4, minutes: 0 },
  remediationEnabled: true,
  groups: [],
  govCloud: false,
};

/** The first answer to "GCP: Update Connector to Enable Remediation". */
export const gcpUpdated = {
  name: 'API Connector',
  connectorId: '11111111-1111-1111-8111-111111111111',
  description: 'Sample Description update',
  provider: 'GCP' as const,
  state: 'SUCCESS',
  totalAssets: 0,
  lastSyncedOn: 'Mon Jul 05 08:58:23 UTC 2021',
  nextSyncedOn: 'Mon Jul 05 12:56:37 UTC 2021',
  remediationEnabled: true,
  isDisabled: false,
  projectId: 'my-project-1513669048551',
  groups: [],
  pollingFrequency: { hours: 4, minutes: 0 },
};

/** The same as the domain has it. */
export const gcpUpdatedModel = {
  provider: 'GCP',
  id: '11111111-1111-1111-8111-111111111111',
  name: 'API Connector',
  description: 'Sample Description update',
  account: 'my-project-1513669048551',
  reportedState: 'SUCCESS',
  disabled: false,
  totalAssets: 0,
  lastSyncedOn: '2021-07-05T08:58:23.000Z',
  nextSyncedOn: '2021-07-05T12:56:37.000Z',
  pollingFrequency: { hours: 4, minutes: 0 },
  remediationEnabled: true,
  groups: [],
};

/** A documented connector as one puts it into the simulator, which sets the times itself. */
export function inSimulator<
  T extends { lastSyncedOn: string; nextSyncedOn: string },
>(sample: T): Omit<T, 'lastSyncedOn' | 'nextSyncedOn'> {
  const { lastSyncedOn, nextSyncedOn, ...rest } = sample;
  return rest;
}
