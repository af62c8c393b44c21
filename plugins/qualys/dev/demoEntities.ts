import type { Entity } from '@backstage/catalog-model';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import {
  component,
  connector,
  CONNECTOR_ID,
  happening,
  minutesAgo,
} from '../src/__testUtils__/fixtures';

const ENTITY_REF = 'resource:default/aws-012345678901-1f2e3d4c';

/** The connector of the dev app that both feeds know, with all that they can say. */
export const DETAILED_CONNECTOR: MirroredConnector = connector({
  description: 'Reads the production account of the payments team',
  arn: 'arn:aws:iam::012345678901:role/qualys',
  externalId: 'US2-1234-1700000000000',
  baseAccountId: '805950163170',
  pollingFrequency: { hours: 4, minutes: 0 },
  remediationEnabled: false,
  groups: [{ id: 'g1', name: 'Payments' }],
  portalConnector: true,
  owner: 'group:default/payments',
  ownerRule: 'Accounts of the payments team',
  system: 'system:default/commerce',
  labels: { tier: 'gold', 'example.com/cost-center': '4711' },
  entityRef: ENTITY_REF,
  nextSyncedOn: minutesAgo(-150),
  assetManagement: {
    id: '1200001',
    updatable: true,
    seenAt: minutesAgo(5),
    defaultTags: [
      { id: '7', name: 'payments' },
      { id: '8', name: 'production' },
    ],
    activation: ['VM', 'PC', 'CLOUDVIEW'],
    appInfos: [{ name: 'AI', tagId: '7' }, { name: 'CI' }],
    perimeterScan: {
      enabled: true,
      customConfiguration: true,
      configurations: [
        {
          recurrence: 'WEEKLY',
          daysOfWeek: ['MON', 'THU'],
          startTime: '15:45',
          timezone: 'Europe/Berlin',
          startDate: '31/05/2025',
          optionProfileId: '1234567',
        },
      ],
    },
    allRegions: false,
    regions: ['eu-west-1', 'eu-central-1', 'us-east-1'],
  },
  cloudView: { seenAt: minutesAgo(180) },
});

function entity(kind: string, name: string, more: Partial<Entity>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...more.metadata },
    spec: more.spec,
    relations: more.relations,
  };
}

/** The entities of the catalog of the dev app. */
export const demoEntities: Entity[] = [
  component({
    'qualys.com/connectors': CONNECTOR_ID,
    'qualys.com/security-hub-integrations': '34',
  }),
  {
    ...component(),
    metadata: {
      ...component().metadata,
      name: 'ledger',
      annotations: {
        ...component().metadata.annotations,
        'qualys.com/s3-integrations':
          '1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008',
        'qualys.com/web-apps': '4711, 4712, 4713, 4714, 4715',
        'qualys.com/security-hub-integrations': '36, 99',
      },
    },
  },
  entity('Component', 'archive', {
    metadata: {
      name: 'archive',
      annotations: { 'qualys.com/s3-integrations': '1001' },
    },
    spec: { type: 'service', owner: 'group:default/payments' },
  }),
  // They name nothing; the portal has made something for the first.
  ...['refunds', 'vouchers'].map(name =>
    entity('Component', name, {
      metadata: { name },
      spec: { type: 'service', owner: 'group:default/payments' },
    }),
  ),
  entity('Group', 'payments', { spec: { type: 'team', children: [] } }),
  entity('Group', 'empty', { spec: { type: 'team', children: [] } }),
  entity('System', 'commerce', { spec: { owner: 'group:default/payments' } }),
  entity('Resource', 'aws-012345678901-1f2e3d4c', {
    metadata: {
      name: 'aws-012345678901-1f2e3d4c',
      title: 'payments-prod',
      description: DETAILED_CONNECTOR.description,
      annotations: {
        'qualys.com/subscription': 'main',
        'qualys.com/connector-id': DETAILED_CONNECTOR.id,
        'backstage.io/view-url': `https://qualys.example/connectors/${DETAILED_CONNECTOR.id}`,
      },
      labels: DETAILED_CONNECTOR.labels,
    },
    spec: {
      type: 'cloud-connector',
      owner: 'group:default/payments',
      system: 'system:default/commerce',
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments' },
      { type: 'partOf', targetRef: 'system:default/commerce' },
    ],
  }),
];

/** What happened to the connectors of the dev app, newest first. */
export const HAPPENINGS = [
  happening({ id: '9', at: minutesAgo(95) }),
  happening({
    id: '8',
    what: 'settingsChanged',
    at: minutesAgo(125),
    settings: [
      'arn',
      'assetManagement.defaultTags',
      'externalId',
      'pollingFrequency',
    ],
    feeds: ['assetManagement', 'cloudView'],
  }),
  happening({
    id: '7',
    at: minutesAgo(60 * 26),
    state: 'error',
    previousState: 'success',
    error:
      'User: arn:aws:iam::805950163170:user/qualys is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::012345678901:role/qualys (Service: AWSSecurityTokenService; Status Code: 403)',
    feeds: ['cloudView'],
  }),
  happening({
    id: '6',
    what: 'settingsChanged',
    at: minutesAgo(60 * 50),
    settings: ['owner', 'system', 'labels'],
    feeds: [],
  }),
  happening({
    id: '5',
    what: 'added',
    at: minutesAgo(60 * 75),
    state: 'pending',
    previousState: undefined,
    feeds: ['assetManagement', 'cloudView'],
  }),
  happening({
    id: '4',
    what: 'removed',
    at: minutesAgo(60 * 110),
    previousState: undefined,
    feeds: [],
  }),
];
