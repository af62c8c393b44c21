// Connectors of Asset Management as answers show them, made up of the fields
// that Qualys' schemas name.

const uses = (identifier: string) => ({
  list: [
    {
      ConnectorAppInfoQList: {
        list: [
          { ConnectorAppInfo: { name: 'AI', identifier, tagId: 42458382 } },
        ],
      },
    },
  ],
});

const common = {
  description: 'a connector',
  lastSync: '2021-01-13T05:17:58Z',
  nextSync: '2021-01-13T07:17:58Z',
  connectorState: 'FINISHED_SUCCESS',
  defaultTags: {
    count: 1,
    list: [{ TagSimple: { id: 42458382, name: 'Cloud' } }],
  },
  activation: { set: { ActivationModule: ['VM', 'SCA'] } },
  disabled: 'false',
  runFrequency: 120,
  isRemediationEnabled: 'true',
  isCPSEnabled: false,
  cloudviewUuid: '7f25a529-4629-31e6-9bef-7a5828c360a8',
};

const commonModel = {
  description: 'a connector',
  lastSyncedOn: '2021-01-13T05:17:58.000Z',
  nextSyncedOn: '2021-01-13T07:17:58.000Z',
  reportedState: 'FINISHED_SUCCESS',
  defaultTags: [{ id: '42458382', name: 'Cloud' }],
  activation: ['VM', 'SCA'],
  disabled: false,
  deleted: false,
  runFrequency: 120,
  remediationEnabled: true,
  perimeterScan: {
    enabled: false,
    customConfiguration: false,
    configurations: [],
  },
  cloudviewUuid: '7f25a529-4629-31e6-9bef-7a5828c360a8',
};

const appInfos = (identifier: string) => [
  { name: 'AI', identifier, tagId: '42458382' },
];

const ARN = 'arn:aws:iam::012345678901:role/testrole';

/** An AWS connector, whose account lost its zero. */
export const awsRead = {
  id: 843003,
  name: 'AWS connector',
  ...common,
  awsAccountId: 12345678901,
  arn: ARN,
  externalId: 'POD-999999-11213331',
  allRegions: 'false',
  endpoints: { list: [{ AwsEndpointSimple: { regionCode: 'us-east-1' } }] },
  isGovCloudConfigured: false,
  isChinaConfigured: false,
  qualysAwsAccountId: 805950163170,
  connectorAppInfos: uses(ARN),
};

/** The same as the domain has it. */
export const awsReadModel = {
  provider: 'AWS',
  id: '843003',
  name: 'AWS connector',
  account: '012345678901',
  ...commonModel,
  arn: ARN,
  externalId: 'POD-999999-11213331',
  allRegions: false,
  regions: ['us-east-1'],
  govCloud: false,
  chinaRegion: false,
  qualysAwsAccountId: '805950163170',
  appInfos: appInfos(ARN),
};

const SUBSCRIPTION = '11111111-1111-1111-8111-111111111115';

/** An Azure connector. */
export const azureRead = {
  id: 843004,
  name: 'Azure connector',
  ...common,
  authRecord: {
    applicationId: '11111111-1111-1111-8111-111111111112',
    directoryId: '11111111-1111-1111-8111-111111111114',
    subscriptionId: SUBSCRIPTION,
  },
  subscriptionName: 'sample subscription',
  isGovCloudConfigured: false,
  connectorAppInfos: uses(SUBSCRIPTION),
};

/** The same as the domain has it. */
export const azureReadModel = {
  provider: 'AZURE',
  id: '843004',
  name: 'Azure connector',
  account: SUBSCRIPTION,
  ...commonModel,
  applicationId: '11111111-1111-1111-8111-111111111112',
  directoryId: '11111111-1111-1111-8111-111111111114',
  subscriptionName: 'sample subscription',
  govCloud: false,
  appInfos: appInfos(SUBSCRIPTION),
};

const PROJECT = 'my-project-1513669048551';

/** A GCP connector. */
export const gcpRead = {
  id: 843005,
  name: 'GCP connector',
  ...common,
  authRecord: { projectId: PROJECT },
  connectorAppInfos: uses(PROJECT),
};

/** The same as the domain has it. */
export const gcpReadModel = {
  provider: 'GCP',
  id: '843005',
  name: 'GCP connector',
  account: PROJECT,
  ...commonModel,
  appInfos: appInfos(PROJECT),
};
