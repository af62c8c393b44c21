import {
  coreServices,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import {
  connectorRequestDetailsSchema,
  type ConnectorRequestDetails,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import {
  createQualysRequestConditionalDecision,
  qualysRequestConditions,
} from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import type { Simulator } from 'qualys-simulator';
import request from 'supertest';
import { qualysPlugin } from '../plugin';
import { simulated } from './backend';
import { catalogEntity } from './claims';
import { collectLogs } from './logs';
import { auditing, standIn } from './services';

export { refusalOf } from './answers';

/** The people of these tests, and the groups that they are in. */
export const PEOPLE = {
  'user:default/asker': ['group:default/payments'],
  'user:default/colleague': ['group:default/payments'],
  'user:default/other': ['group:default/shipping'],
  'user:default/loner': [],
  'user:default/approver': ['group:default/platform'],
  'user:default/guest': ['group:default/guests'],
} as const satisfies Record<string, string[]>;

/** One of the people of these tests. */
export type Person = keyof typeof PEOPLE;

export const ASKER = 'user:default/asker';
export const COLLEAGUE = 'user:default/colleague';
export const OTHER = 'user:default/other';
export const LONER = 'user:default/loner';
export const APPROVER = 'user:default/approver';
export const GUEST = 'user:default/guest';

/** 32 bytes in base64. */
export const ENCRYPTION_KEY = Buffer.alloc(32, 7).toString('base64');

// The platform team may do everything; others ask, and look after what is
// theirs or their group's.
function decide(permission: Permission, person: Person): PolicyDecision {
  const groups: readonly string[] = PEOPLE[person];
  if (person === APPROVER) return { result: AuthorizeResult.ALLOW };
  if (person === GUEST) return { result: AuthorizeResult.DENY };
  switch (permission.name) {
    case 'qualys.request.create':
    case 'qualys.entity.read':
      return { result: AuthorizeResult.ALLOW };
    case 'qualys.request.read':
    case 'qualys.request.update':
      return createQualysRequestConditionalDecision(permission as never, {
        anyOf: [
          qualysRequestConditions.isRequester({ claims: [person] }),
          qualysRequestConditions.isRequestOwner({ claims: [...groups] }),
        ],
      });
    default:
      return { result: AuthorizeResult.DENY };
  }
}

const group = (name: string) => catalogEntity(name, { kind: 'Group' });

/** What is in the catalog. */
const ENTITIES: Entity[] = [
  catalogEntity('checkout', { owner: 'group:default/payments' }),
  catalogEntity('warehouse', { owner: 'group:default/shipping' }),
  catalogEntity('shop', { kind: 'System', owner: 'group:default/payments' }),
  group('payments'),
  group('shipping'),
  group('platform'),
];

/** What a complete request for an AWS connector asks for. */
export const AWS_SETTINGS = {
  name: 'Payments sandbox',
  purpose: 'To see what is open in the sandbox',
  owner: 'group:default/payments',
  entityRef: 'component:default/checkout',
  account: '048213570001',
  partition: 'aws',
} as const satisfies RequestDraftSettings;

/** A role that goes with {@link AWS_SETTINGS}. */
export const ARN = 'arn:aws:iam::048213570001:role/qualys';

const { partition: _, ...plain } = AWS_SETTINGS;

/** What a complete request for an Azure connector asks for. */
export const AZURE_SETTINGS = {
  ...plain,
  name: 'Payments on Azure',
  account: '7f25a529-4629-31e6-9bef-7a5828c360a8',
  applicationId: '0b1f6471-1bf0-4dda-aec3-cb9272f09590',
  directoryId: '41f63f6b-3a1c-4f7e-9d1b-0d6a0a6f7d11',
} as const satisfies RequestDraftSettings;

/** The secret that goes with it. */
export const AZURE_KEY = 'Zq8~very-secret-of-the-application';

/** What a complete request for a GCP connector asks for. */
export const GCP_SETTINGS = {
  ...plain,
  name: 'Payments on GCP',
  account: 'payments-prod',
} as const satisfies RequestDraftSettings;

/** The key file that goes with it. */
export const GCP_KEY_FILE = JSON.stringify({
  type: 'service_account',
  project_id: 'payments-prod',
  private_key_id: 'f00',
  private_key:
    '-----BEGIN PRIVATE KEY-----\nnobody-may-see-this\n-----END PRIVATE KEY-----\n',
  client_email: 'qualys@payments-prod.iam.gserviceaccount.com',
});

/** A backend that people ask for connectors. */
export async function startRequestsBackend(options: {
  knex: Knex;
  simulator: Simulator;
  /** What else the configuration has below `qualys`, and of the subscription. */
  config?: { qualys?: JsonObject; subscription?: JsonObject };
  features?: BackendFeature[];
}) {
  const { knex, simulator, config = {}, features = [] } = options;
  const notifications = { send: jest.fn(async (_payload: unknown) => {}) };
  const signals = { publish: jest.fn(async () => {}) };
  const { audited, auditor } = auditing();
  const events = mockServices.events.mock();
  const scheduler = mockServices.scheduler();
  const logs = collectLogs();
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, { credentials }) =>
      requests.map(({ permission }) => ({
        result: decide(permission, personOf(credentials))
          .result as AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async (requests, { credentials }) =>
      requests.map(({ permission }) =>
        decide(permission, personOf(credentials)),
      ),
  });

  const backend = await startTestBackend({
    features: [
      qualysPlugin,
      auditor.factory,
      events.factory,
      logs.factory,
      permissions.factory,
      catalogServiceMock.factory({ entities: ENTITIES }),
      mockServices.database.factory({ knex }),
      standIn(coreServices.userInfo, {
        getUserInfo: async credentials => {
          const userEntityRef = personOf(credentials);
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...PEOPLE[userEntityRef]],
          };
        },
      }),
      standIn(coreServices.scheduler, scheduler),
      standIn(notificationService, notifications),
      standIn(signalsServiceRef, signals),
      mockServices.rootConfig.factory({
        data: {
          qualys: {
            notify: ['group:default/platform'],
            ...config.qualys,
            subscriptions: {
              main: {
                ...simulated(simulator),
                externalId: { pod: 'USPOD01', subscriptionId: '4765' },
                ...config.subscription,
              },
            },
            requests: {
              encryption: { keys: [{ id: 'k1', secret: ENCRYPTION_KEY }] },
              ...(config.qualys?.requests as JsonObject | undefined),
            },
          },
        },
      }),
      ...features,
    ],
  });
  const client = request(backend.server);
  const as = (person: Person) => mockCredentials.user.header(person);

  const call = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    {
      as: person = ASKER as Person,
      body,
      version,
    }: { as?: Person; body?: object; version?: string } = {},
  ) => {
    const sent = client[method](`/api/qualys/v1${path}`).set(
      'Authorization',
      as(person),
    );
    if (version !== undefined) sent.set('If-Match', `"${version}"`);
    return body === undefined ? sent : sent.send(body);
  };

  /** Reads something as a service, such as another plugin. */
  const asService = (path: string, subject: string) =>
    client.get(`/api/qualys/v1${path}`).set(
      'Authorization',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(subject),
        targetPluginId: 'qualys',
      }),
    );

  /** Lists the actions over HTTP as somebody, or runs one. */
  const actions = (person: Person, run?: { name: string; input: object }) =>
    (run
      ? client
          .post(
            `/api/qualys/.backstage/actions/v1/actions/qualys:${run.name}/invoke`,
          )
          .send(run.input)
      : client.get('/api/qualys/.backstage/actions/v1/actions')
    ).set('Authorization', as(person));

  const details = ({ status, body }: { status: number; body: unknown }) => {
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return connectorRequestDetailsSchema.strict().parse(body);
  };

  const act = async (
    of: Pick<ConnectorRequestDetails, 'id' | 'version'>,
    action: string,
    { as: person, body = {} }: { as?: Person; body?: object } = {},
  ) =>
    details(
      await call('post', `/requests/${of.id}/${action}`, {
        as: person,
        body,
        version: of.version,
      }),
    );

  const draft = async (
    provider: 'AWS' | 'AZURE' | 'GCP',
    settings: RequestDraftSettings,
    person: Person = ASKER,
  ) =>
    details(
      await call('post', '/requests', {
        as: person,
        body: { subscription: 'main', provider, settings },
      }),
    );

  return {
    call,
    actions,
    asService,
    details,
    act,
    draft,
    scheduler,
    notifications,
    signals,
    events,
    auditor,
    logs: logs.lines,
    read: async (id: string, person: Person = ASKER) =>
      details(await call('get', `/requests/${id}`, { as: person })),
    submitted: async (
      provider: 'AWS' | 'AZURE' | 'GCP' = 'AWS',
      settings: RequestDraftSettings = AWS_SETTINGS,
    ) => act(await draft(provider, settings), 'submit'),
    sync: () => scheduler.triggerTask('qualys-sync-main'),
    /** Everything that others are told of what was done. */
    told: () =>
      JSON.stringify([
        auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
        audited.success.mock.calls,
        audited.fail.mock.calls.map(([{ error }]) => String(error?.stack)),
        events.publish.mock.calls,
        notifications.send.mock.calls,
        signals.publish.mock.calls,
        logs.lines,
      ]),
    stop: () => backend.stop(),
  };
}

function personOf(credentials: unknown): Person {
  return (credentials as { principal: { userEntityRef: Person } }).principal
    .userEntityRef;
}

/** A backend of {@link startRequestsBackend}. */
export type RequestsBackend = Awaited<ReturnType<typeof startRequestsBackend>>;
