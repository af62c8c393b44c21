// What the samples of creation and update send, and what they get.
import { awsCreated, awsCreatedModel, awsUpdated, gcpUpdated } from './samples';

/** The body of "Create new AWS connector". */
export const awsCreation = {
  arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
  description: 'Sample External ID',
  externalId: 'USPOD01-4765-9011278609223',
  isChinaRegion: true,
  isGovCloud: true,
  isPortalConnector: true,
  name: 'ABC',
  pollingFrequency: { hours: 1, minutes: 1 },
};

/** The same as a user of the client gives it. */
export const awsSettings = {
  arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
  description: 'Sample External ID',
  externalId: 'USPOD01-4765-9011278609223',
  chinaRegion: true,
  govCloud: true,
  portalConnector: true,
  name: 'ABC',
  pollingFrequency: { hours: 1, minutes: 1 },
};

/** The answer to "Update AWS connector". */
export const awsRenamed = {
  ...awsCreated,
  description: 'Update External ID',
  lastSyncedOn: 'Wed Jan 13 07:28:39 UTC 2021',
  nextSyncedOn: 'Wed Jan 13 08:29:40 UTC 2021',
};

/** The same as the domain has it. */
export const awsRenamedModel = {
  ...awsCreatedModel,
  description: 'Update External ID',
  lastSyncedOn: '2021-01-13T07:28:39.000Z',
  nextSyncedOn: '2021-01-13T08:29:40.000Z',
};

/** The answer to "AWS: Create Connector with remediation enabled". */
export const awsRemediating = {
  name: 'AWS Connector',
  connectorId: '11111111-1111-1111-8111-111111111116',
  description: 'Connector created through API automation',
  provider: 'AWS' as const,
  state: 'PENDING',
  totalAssets: 0,
  lastSyncedOn: 'Mon Jul 05 13:26:17 UTC 2021',
  nextSyncedOn: 'Mon Jul 05 17:26:17 UTC 2021',
  remediationEnabled: true,
  isGovCloud: false,
  isChinaRegion: false,
  awsAccountId: '123456789012',
  isDisabled: false,
  groups: [],
  pollingFrequency: { hours: 4, minutes: 0 },
  error: '',
  externalId: 'pod01-438846-1629479060624',
  arn: 'arn:aws:iam::123456789012:role/Sample_CV_role',
  isPortalConnector: false,
};

/** The same as the domain has it. */
export const awsRemediatingModel = {
  provider: 'AWS',
  id: '11111111-1111-1111-8111-111111111116',
  name: 'AWS Connector',
  description: 'Connector created through API automation',
  account: '123456789012',
  reportedState: 'PENDING',
  disabled: false,
  totalAssets: 0,
  lastSyncedOn: '2021-07-05T13:26:17.000Z',
  nextSyncedOn: '2021-07-05T17:26:17.000Z',
  pollingFrequency: { hours: 4, minutes: 0 },
  remediationEnabled: true,
  groups: [],
  arn: 'arn:aws:iam::123456789012:role/Sample_CV_role',
  externalId: 'pod01-438846-1629479060624',
  govCloud: false,
  chinaRegion: false,
  portalConnector: false,
};

/** The body of "Azure: Create Connector with Remediation Enabled". */
export const azureCreation = {
  applicationId: '11111111-1111-1111-8111-111111111112',
  authenticationKey: 'the-secret-key',
  description: 'This is test description',
  directoryId: '11111111-1111-1111-8111-111111111114',
  isGovCloud: true,
  name: 'My Azure Connector',
  remediationEnabled: true,
  subscriptionId: '11111111-1111-1111-8111-111111111115',
  pollingFrequency: { hours: 4, minutes: 0 },
};

/** The body of "Azure: Update Connector to Enable Remediation". */
export const azureChange = {
  applicationId: '11111111-1111-1111-8111-111111111112',
  authenticationKey: '11111111-1111-1111-8111-111111111117',
  description: 'Updating Connector created through API automation',
  directoryId: '11111111-1111-1111-8111-111111111114',
  name: 'Azure API Connector',
  subscriptionId: '11111111-1111-1111-8111-111111111115',
  remediationEnabled: true,
};

/** The key file of a GCP service account. */
export const keyFile = JSON.stringify({
  type: 'service_account',
  project_id: 'my-project-1513669048551',
  private_key_id: '1111111111111111111111111111111111111111',
  private_key: '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n',
  client_email: 'qualys@my-project-1513669048551.iam.gserviceaccount.com',
  client_id: '111111111111111111111',
  auth_uri: 'https://accounts.google.com/o/oauth2/auth',
  token_uri: 'https://oauth2.googleapis.com/token',
});

/** The answer to "GCP: Create Connector with Remediation Enabled". */
export const gcpCreated = {
  ...gcpUpdated,
  description: 'Description',
  state: 'PENDING',
  lastSyncedOn: 'Mon Jul 05 08:54:11 UTC 2021',
  nextSyncedOn: 'Mon Jul 05 12:54:11 UTC 2021',
};

/** The first body of "Update AWS Connector to Enable/Disable Remediation". */
export const awsRemediationChange = {
  ...awsCreation,
  remediationEnabled: true,
};

/** The id that the samples of an update of AWS are about. */
export const AWS_ID = awsUpdated.connectorId;
