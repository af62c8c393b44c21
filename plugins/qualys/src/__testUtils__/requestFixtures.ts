import {
  connectorRequestDetailsSchema,
  requestChoicesSchema,
  requestFindingsSchema,
  type ConnectorRequestDetails,
  type RequestChoices,
  type RequestFindings,
} from 'backstage-plugin-qualys-common';

/** The id of the request of {@link connectorRequest}. */
export const REQUEST_ID = '0198f0a0-1111-7000-8000-000000000001';

/** The external ID of an AWS request. */
export const EXTERNAL_ID = 'US2-4765-1718000000000';

/** The trust policy that goes with it. */
export const TRUST_POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::805950163170:root' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': EXTERNAL_ID } },
      },
    ],
  },
  null,
  2,
);

/** A request for an AWS connector: a draft of the guest who looks at it. */
export function connectorRequest(
  overrides: Partial<ConnectorRequestDetails> = {},
): ConnectorRequestDetails {
  const { settings, access, ...rest } = overrides;
  const isAws = (overrides.provider ?? 'AWS') === 'AWS';
  return connectorRequestDetailsSchema.parse({
    id: REQUEST_ID,
    version: 'r1',
    state: 'draft',
    subscription: 'main',
    provider: 'AWS',
    createThrough: 'assetManagement',
    settings: {
      name: 'checkout-prod',
      purpose: 'The checkout runs in it.',
      owner: 'group:default/payments',
      account: '012345678901',
      ...(isAws && { partition: 'aws' }),
      ...settings,
    },
    requester: 'user:default/guest',
    createdAt: '2026-03-01T09:00:00.000Z',
    updatedAt: '2026-03-01T09:10:00.000Z',
    access: {
      keyHeld: false,
      ...(isAws && { externalId: EXTERNAL_ID }),
      ...access,
    },
    events: [],
    may: ['save', 'submit', 'giveAccess', 'cancel'],
    conflicts: [],
    ...(isAws && {
      awsRole: {
        principalAccount: '805950163170',
        customerOwned: false,
        trustPolicy: TRUST_POLICY,
      },
    }),
    ...rest,
  });
}

/** What the form of a request can choose from. */
export function requestChoices(
  overrides: Partial<RequestChoices> = {},
): RequestChoices {
  return requestChoicesSchema.parse({
    subscriptions: [
      {
        id: 'main',
        title: 'Main subscription',
        clouds: ['AWS', 'AZURE', 'GCP'],
        createThrough: 'assetManagement',
      },
      {
        id: 'old',
        title: 'Old subscription',
        clouds: ['AWS'],
        createThrough: 'cloudView',
      },
    ],
    owners: ['group:default/payments', 'group:default/platform'],
    holdsKeys: true,
    mayCreateDirectly: false,
    ...overrides,
  });
}

/** What a check found: nothing unless given. */
export function requestFindings(
  overrides: Partial<RequestFindings> = {},
): RequestFindings {
  return requestFindingsSchema.parse({
    problems: [],
    conflicts: [],
    ...overrides,
  });
}
