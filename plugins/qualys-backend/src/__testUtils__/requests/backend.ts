import {
  coreServices,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import {
  connectorRequestDetailsSchema,
  type ConnectorRequestDetails,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { Simulator } from 'qualys-simulator';
import request from 'supertest';
import { qualysPlugin } from '../../plugin';
import { simulated } from '../backend';
import { catalogEntity } from '../claims';
import { collectLogs } from '../logs';
import { auditing, standIn } from '../services';
import { ASKER, decide, PEOPLE, personOf, type Person } from './people';
import { AWS_SETTINGS, ENCRYPTION_KEY } from './settings';

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

  /** Does something with a request, as it was seen, and gives whatever is answered. */
  const attempt = (
    { id, version }: Pick<ConnectorRequestDetails, 'id' | 'version'>,
    action: string,
    { as: person, body = {} }: { as?: Person; body?: object } = {},
  ) => call('post', `/requests/${id}/${action}`, { as: person, body, version });

  /** The same where it must succeed. */
  const act = async (...args: Parameters<typeof attempt>) =>
    details(await attempt(...args));

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
    knex,
    call,
    actions,
    asService,
    details,
    attempt,
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
    /** The notifications that were sent. */
    notified: () =>
      notifications.send.mock.calls.map(
        ([sent]) =>
          sent as {
            recipients: { entityRef: string[]; excludeEntityRef?: string };
            payload: { title: string; description?: string; link: string };
          },
      ),
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

/** A backend of {@link startRequestsBackend}. */
export type RequestsBackend = Awaited<ReturnType<typeof startRequestsBackend>>;
