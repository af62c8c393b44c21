import type { AddressInfo } from 'node:net';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type AuthService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import catalogModuleQualys from 'backstage-plugin-catalog-backend-module-qualys';
import qualysPlugin from 'backstage-plugin-qualys-backend';
import {
  connectorListSchema,
  heldBackListSchema,
  statusSchema,
  type MirroredConnector,
  type Status,
  type SyncRun,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { providedEntities, type ProvidedEntity } from './provided';

/** The databases of a portal, each of its plugin alone. */
export interface PortalDatabases {
  qualys: Knex;
  catalog: Knex;
}

/** A backend with the catalog itself, the module and the plugin, whose syncs and refreshes run when a test says so. */
export interface Portal {
  /** Runs a sync to its end. */
  sync(): Promise<SyncRun>;
  /** Brings the catalog to where the mirror is, as its schedule would. */
  refresh(): Promise<void>;
  status(): Promise<Status>;
  /** All connectors of the mirror. */
  connectors(): Promise<MirroredConnector[]>;
  /** Which connectors wait for a decision, and the version of that of a cloud. */
  removals(): Promise<ReturnType<typeof heldBackListSchema.parse>>;
  /** Lets what is held back of a cloud go. */
  confirm(provider: string, version: string): Promise<void>;
  /** What the catalog was told that there is, before it makes anything of it. */
  provided(): Promise<ProvidedEntity[]>;
  /** The connectors as whoever asks the catalog sees them, by entity reference, with their titles. */
  entities(): Promise<Map<string, string | undefined>>;
  /** Deletes an entity from the catalog, as somebody does by hand. */
  deleteEntity(entityRef: string): Promise<void>;
  stop(): Promise<void>;
}

/** The limits of an account whose calls need not be counted. */
const NO_LIMITS = {
  share: 1,
  reserve: 0,
  families: {
    qps: { perHour: 1_000_000, concurrency: 10 },
    cloudView: { perHour: 1_000_000, concurrency: 10 },
  },
};

/**
 * Starts a portal.
 *
 * @param databases - what it keeps its data in
 * @param subscription - where Qualys is, and whatever else is configured of it
 * @param options - `processing`: whether the catalog makes anything of what it
 * is told, which it does unless that is false
 */
export async function startPortal(
  databases: PortalDatabases,
  subscription: JsonObject,
  options: { processing?: boolean } = {},
): Promise<Portal> {
  const { processing = true } = options;
  const scheduler = mockServices.scheduler();
  const events = mockServices.events();
  const seen = {} as { catalog: CatalogService; auth: AuthService };
  const observer = createBackendPlugin({
    pluginId: 'observer',
    register(env) {
      env.registerInit({
        deps: { auth: coreServices.auth, catalog: catalogServiceRef },
        async init(deps) {
          Object.assign(seen, deps);
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleQualys,
      qualysPlugin,
      observer,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () =>
            databases[plugin.getId() as keyof PortalDatabases],
        }),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            processingInterval: processing && { seconds: 1 },
            stitchingStrategy: { mode: 'immediate' },
          },
          qualys: {
            subscriptions: { main: { limits: NO_LIMITS, ...subscription } },
          },
        },
      }),
    ],
  });
  // On a busy machine, a connection would be closed just when it is used again.
  backend.server.keepAliveTimeout = 0;
  const { port } = backend.server.address() as AddressInfo;

  async function call(path: string, body?: object): Promise<unknown> {
    const answer = await fetch(
      `http://127.0.0.1:${port}/api/qualys/v1${path}`,
      body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    if (answer.ok) return await answer.json();
    throw new Error(`${path} gave ${answer.status}: ${await answer.text()}`);
  }
  const status = async () => statusSchema.parse(await call('/status'));

  return {
    async sync() {
      await scheduler.triggerTask('qualys-sync-main');
      return (await status()).subscriptions[0].runs[0];
    },
    refresh: () => scheduler.triggerTask('qualys-connectors-refresh'),
    status,
    async connectors() {
      const found: MirroredConnector[] = [];
      let cursor: string | undefined;
      do {
        const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const page = connectorListSchema.parse(
          await call(`/connectors?limit=200${more}`),
        );
        found.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    },
    removals: async () =>
      heldBackListSchema.parse(
        await call('/subscriptions/main/removals?limit=200'),
      ),
    async confirm(provider, version) {
      await call('/subscriptions/main/removals/confirm', { provider, version });
    },
    provided: () => providedEntities(databases.catalog),
    async entities() {
      const { items } = await seen.catalog.getEntities(
        { filter: { 'spec.type': 'cloud-connector' } },
        { credentials: await seen.auth.getOwnServiceCredentials() },
      );
      return new Map(
        items.map(({ metadata }) => [
          `resource:${metadata.namespace}/${metadata.name}`,
          metadata.title,
        ]),
      );
    },
    async deleteEntity(entityRef) {
      const credentials = await seen.auth.getOwnServiceCredentials();
      const entity = await seen.catalog.getEntityByRef(entityRef, {
        credentials,
      });
      await seen.catalog.removeEntityByUid(entity!.metadata.uid!, {
        credentials,
      });
    },
    stop: () => backend.stop(),
  };
}
