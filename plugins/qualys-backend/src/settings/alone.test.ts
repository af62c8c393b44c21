/*
 * Changes in a portal that has no plugins for events, signals and notifications,
 * or has some that fail: everything works, and only tells nobody.
 */
import {
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  entitySummarySchema,
  s3IntegrationSchema,
  settingsHistorySchema,
} from 'backstage-plugin-qualys-common';
import request from 'supertest';
import { simulated } from '../__testUtils__/backend';
import { catalogEntity } from '../__testUtils__/claims';
import { collectLogs } from '../__testUtils__/logs';
import { S3_SETTINGS } from '../__testUtils__/s3';
import { useSimulator } from '../__testUtils__/simulator';
import { qualysPlugin } from '../plugin';

jest.setTimeout(60_000);

const CHECKOUT = '/api/qualys/v1/entities/component/default/checkout';
const S3 = `${CHECKOUT}/s3/main/1001`;

const broken = async () => {
  throw new Error('out of order');
};

/** Services of which each call fails. */
const BROKEN: BackendFeature[] = [
  mockServices.events.mock({ publish: broken, subscribe: async () => {} })
    .factory,
  createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({ publish: broken }),
  }),
  createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({ send: broken }),
  }),
];

const simulator = useSimulator(1);

describe.each<[string, BackendFeature[]]>([
  ['has no plugins for them', []],
  ['has some of which each call fails', BROKEN],
])('events, signals and notifications where the portal %s', (_, features) => {
  const logs = collectLogs();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeEach(async () => {
    logs.lines.length = 0;
    backend = await startTestBackend({
      features: [
        qualysPlugin,
        logs.factory,
        catalogServiceMock.factory({
          entities: [
            catalogEntity('checkout', {
              annotations: { 'qualys.com/s3-integrations': '1001, 1002' },
            }),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            qualys: {
              subscriptions: { main: simulated(simulator.current) },
              notify: ['group:default/platform'],
              bindings: {
                accept: [
                  {
                    entity: 'component:default/checkout',
                    objects: 'main/1001',
                  },
                ],
              },
            },
          },
        }),
        ...features,
      ],
    });
  });
  afterEach(() => backend.stop());

  it('are missed by no change', async () => {
    const client = request(backend.server);
    const user = mockCredentials.user.header();
    const get = (path: string) => client.get(path).set('Authorization', user);
    const send = async (method: 'post' | 'put', path: string, body: object) => {
      const { headers } = await get(S3);
      return client[method](path)
        .set({ Authorization: user, 'If-Match': headers.etag })
        .send(body);
    };

    // One claim waits for a decision, of which somebody would be told.
    const { body: summary } = await get(CHECKOUT);
    expect(
      entitySummarySchema
        .parse(summary)
        .s3Integrations.map(({ state }) => state),
    ).toEqual(['accepted', 'open']);

    const adopted = await send('post', `${S3}/adopt`, {
      settings: S3_SETTINGS,
    });
    expect(adopted.status).toBe(200);
    const changed = await send('put', S3, {
      settings: { ...S3_SETTINGS, minSeverity: 2 },
    });
    expect(changed.status).toBe(200);
    expect(s3IntegrationSchema.parse(changed.body)).toMatchObject({
      settings: { minSeverity: 2 },
      source: 'applied',
    });
    expect(simulator.current.control.s3Integration('1001')).toMatchObject({
      minSeverity: '2',
    });
    const { body: history } = await get(`${CHECKOUT}/history`);
    expect(
      settingsHistorySchema
        .parse(history)
        .items.map(({ action, outcome }) => `${action}: ${outcome}`),
    ).toEqual(['update: done', 'adopt: done']);
    expect(logs.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
