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
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { Simulator } from 'qualys-simulator';
import request from 'supertest';
import { qualysPlugin } from '../plugin';
import { collectLogs } from './logs';
import { auditing, standIn } from './services';

/** The configuration of a subscription that lives on a simulator. */
export function simulated(simulator: Simulator): JsonObject {
  const { api, gateway, cloudView } = simulator.urls;
  return {
    title: 'Example Corp',
    urls: { api, gateway, cloudView },
    credentials: { ...simulator.credentials },
  };
}

/** The header of a request by another plugin of the backend. */
export function asPlugin(pluginId: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(`plugin:${pluginId}`),
    targetPluginId: 'qualys',
  });
}

/** A backend with the plugin in it, whose syncs run only when a test says so. */
export async function startQualysBackend(options: {
  subscriptions?: JsonObject;
  /** More of the `qualys` configuration. */
  qualys?: JsonObject;
  /** The database; a fresh one in memory unless given. */
  knex?: Knex;
  /** What is in the catalog. */
  entities?: Entity[];
  /** The scheduler; one that runs nothing by itself unless given. */
  scheduler?: BackendFeature;
  features?: BackendFeature[];
}) {
  const { subscriptions, knex, features = [] } = options;
  const logs = collectLogs();
  const events = mockServices.events.mock();
  const { audited, auditor } = auditing();
  const scheduler = mockServices.scheduler();
  const signals = { publish: jest.fn(async () => {}) };
  const backend = await startTestBackend({
    features: [
      qualysPlugin,
      logs.factory,
      events.factory,
      standIn(signalsServiceRef, signals),
      auditor.factory,
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      options.scheduler ?? standIn(coreServices.scheduler, scheduler),
      ...(knex ? [mockServices.database.factory({ knex })] : []),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          qualys: {
            ...options.qualys,
            ...(subscriptions && { subscriptions }),
          },
        },
      }),
      ...features,
    ],
  });
  const client = request(backend.server);
  return {
    server: backend.server,
    stop: () => backend.stop(),
    scheduler,
    logs: logs.lines,
    events,
    signals,
    auditor,
    audited,
    get: (path: string, header?: string) => {
      const call = client.get(`/api/qualys/v1${path}`);
      return header ? call.set('Authorization', header) : call;
    },
    put: (path: string, header: string) =>
      client.put(`/api/qualys/v1${path}`).set('Authorization', header),
    patch: (path: string, header: string) =>
      client.patch(`/api/qualys/v1${path}`).set('Authorization', header),
    post: (path: string, header?: string) => {
      const call = client.post(`/api/qualys/v1${path}`);
      return header ? call.set('Authorization', header) : call;
    },
  };
}
