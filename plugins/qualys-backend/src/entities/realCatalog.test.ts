import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  entitySummarySchema,
  type EntitySummary,
} from 'backstage-plugin-qualys-common';
import { connectorEntityRef } from 'backstage-plugin-qualys-node';
import request from 'supertest';
import { ownEntityRef, PAYMENTS, SHIPPING } from '../__testUtils__/claims';
import { awsConnector } from '../__testUtils__/connectors';
import { awsScan, freshMirror } from '../__testUtils__/mirror';
import { qualysPlugin } from '../plugin';

jest.setTimeout(60_000);

const nameOf = (id: string) => ownEntityRef(id).split('/')[1];

const ownEntity = (id: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: nameOf(id),
    annotations: {
      'backstage.io/managed-by-location': 'qualys:main',
      'backstage.io/managed-by-origin-location': 'qualys:main',
      'qualys.com/subscription': 'main',
      'qualys.com/connector-id': id,
    },
  },
  spec: { type: 'cloud-connector', owner: 'group:default/platform' },
});

const component = (name: string, origin: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'qualys.com/connectors': PAYMENTS,
      'backstage.io/managed-by-location': origin,
      'backstage.io/managed-by-origin-location': origin,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'checkout' },
});

describe('with the catalog itself', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let directory: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'qualys-catalog-'));
    const trusted = join(directory, 'trusted.yaml');
    const other = join(directory, 'other.yaml');
    // JSON is YAML.
    await writeFile(
      trusted,
      JSON.stringify(component('trusted', `file:${trusted}`)),
    );
    await writeFile(
      other,
      [component('forged', `file:${trusted}`), ownEntity(SHIPPING)]
        .map(entity => JSON.stringify(entity))
        .join('\n---\n'),
    );

    const knex = await databases.init('SQLITE_3');
    const mirror = await freshMirror(knex, {
      describe: (connector, subscription) => ({
        entityRef: connectorEntityRef(connector, subscription),
      }),
    });
    await mirror.applyScan(
      awsScan([awsConnector({ id: PAYMENTS }), awsConnector({ id: SHIPPING })]),
    );

    backend = await startTestBackend({
      features: [
        catalogPlugin,
        qualysPlugin,
        createServiceFactory({
          service: coreServices.database,
          deps: { plugin: coreServices.pluginMetadata },
          factory: async ({ plugin }) => ({
            getClient: async () =>
              plugin.getId() === 'qualys' ? knex : databases.init('SQLITE_3'),
          }),
        }),
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'provider-of-a-connector',
          register(env) {
            env.registerInit({
              deps: { catalog: catalogProcessingExtensionPoint },
              async init({ catalog }) {
                catalog.addEntityProvider({
                  getProviderName: () => 'qualys',
                  connect: connection =>
                    connection.applyMutation({
                      type: 'full',
                      entities: [{ entity: ownEntity(PAYMENTS) }],
                    }),
                });
              },
            });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { seconds: 1 },
              rules: [{ allow: ['Component', 'Resource'] }],
              locations: [
                { type: 'file', target: trusted },
                { type: 'file', target: other },
              ],
            },
            qualys: {
              subscriptions: {
                main: {
                  platform: 'US2',
                  credentials: { username: 'user', password: 'password' },
                  // Not within this test: nobody asks Qualys.
                  schedule: {
                    frequency: { trigger: 'manual' },
                    timeout: { minutes: 1 },
                  },
                },
              },
              bindings: { accept: [{ location: `file:${trusted}` }] },
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend.stop();
    await rm(directory, { recursive: true });
  });

  /** Waits until the catalog has an entity. */
  async function summaryOf(path: string): Promise<EntitySummary> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const { status, body } = await request(backend.server).get(
        `/api/qualys/v1/entities/${path}`,
      );
      if (status === 200) return entitySummarySchema.parse(body);
      if (status !== 404 || Date.now() > deadline) {
        throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('trusts the entity that a provider gave, not the one from a file', async () => {
    const own = await summaryOf(`resource/default/${nameOf(PAYMENTS)}`);
    expect(own.connectors).toEqual([
      expect.objectContaining({ objectId: PAYMENTS, state: 'accepted' }),
    ]);
    const forged = await summaryOf(`resource/default/${nameOf(SHIPPING)}`);
    expect(forged.connectors).toEqual([]);
  });

  it('accepts by location what was read from there, whatever others say', async () => {
    const trusted = await summaryOf('component/default/trusted');
    expect(trusted.connectors[0]).toMatchObject({ state: 'accepted' });
    const forged = await summaryOf('component/default/forged');
    expect(forged.connectors).toEqual([
      { subscription: 'main', objectId: PAYMENTS, state: 'open' },
    ]);
  });
});
