/* A backend with real tokens, a real permission policy and the Qualys plugin, in this process. */
import {
  createSpecializedBackend,
  type ExtensionPointFactoryMiddleware,
} from '@backstage/backend-app-api';
import { defaultServiceFactories } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import Router from 'express-promise-router';
import { createServer, type AddressInfo } from 'node:net';
import type { Simulator } from 'qualys-simulator';
import { Agent, request } from 'undici';
import type { Figure } from './figures';

/** A database that a figure is given for, with Backstage's configuration of it. */
export interface BenchDatabase {
  name: string;
  config: JsonObject;
}

function databases(): BenchDatabase[] {
  const postgres =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  if (!postgres) {
    throw new Error(
      'There is no PostgreSQL. Benchmarks are started with: npm run bench -- NAME',
    );
  }
  return [
    {
      name: 'SQLite',
      config: { client: 'better-sqlite3', connection: ':memory:' },
    },
    { name: 'PostgreSQL', config: { client: 'pg', connection: postgres } },
  ];
}

/** Measures on one database after the other. */
export async function* onEachDatabase(
  measure: (database: BenchDatabase) => Promise<Figure[]>,
): AsyncGenerator<Figure[]> {
  for (const database of databases()) yield await measure(database);
}

/**
 * The configuration of a subscription that lives on a simulator, and is read
 * once an hour.
 *
 * @param firstRead - how long after the start it is read first
 */
export function simulated(
  simulator: Simulator,
  firstRead: { hours: number } | { seconds: number },
): JsonObject {
  const { api, gateway, cloudView } = simulator.urls;
  return {
    urls: { api, gateway, cloudView },
    credentials: { ...simulator.credentials },
    schedule: {
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      initialDelay: firstRead,
    },
  };
}

const everybodyMayEverything = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(registration) {
    registration.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async (): Promise<PolicyDecision> => ({
            result: AuthorizeResult.ALLOW,
          }),
        });
      },
    });
  },
});

/** A plugin with one route, `GET /api/bare/`, which asks for a permission and answers nothing. */
export function bareRoute(permission: BasicPermission): BackendFeature {
  return createBackendPlugin({
    pluginId: 'bare',
    register(registration) {
      registration.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
        },
        async init({ httpAuth, httpRouter, permissions }) {
          const router = Router();
          router.get('/', async (req, res) => {
            const credentials = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            const [decision] = await permissions.authorize([{ permission }], {
              credentials,
            });
            res.json({ allowed: decision.result });
          });
          httpRouter.use(router);
        },
      });
    },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** A running backend, and a way to ask it as a signed-in user. */
export interface Portal {
  /** Asks for a path below `/api`; throws on anything but a success. */
  get<T>(path: string): Promise<T>;
  /** Sends something to a path below `/api`, made from a version where it changes something. */
  send<T>(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    version?: string,
  ): Promise<T>;
  /** As `get`, for measuring: reads the answer to its end and makes nothing of it. */
  touch(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** A feature of a backend, or the import of one. */
export type Feature = BackendFeature | Promise<{ default: BackendFeature }>;

/**
 * Starts a backend with the given features and database, and signs in.
 *
 * @param options - `extensionPoints`: what stands between the extension points
 * and the modules that use them
 */
export async function startPortal(options: {
  database: JsonObject;
  config: JsonObject;
  features: Feature[];
  extensionPoints?: ExtensionPointFactoryMiddleware[];
}): Promise<Portal> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const backend = createSpecializedBackend({
    defaultServiceFactories,
    extensionPointFactoryMiddleware: options.extensionPoints,
  });
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: url },
        backend: {
          baseUrl: url,
          listen: { port, host: '127.0.0.1' },
          database: options.database,
        },
        auth: {
          providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
        },
        permission: { enabled: true },
        ...options.config,
      },
    }),
  );
  backend.add(mockServices.rootLogger.factory({ level: 'none' }));
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(everybodyMayEverything);
  for (const feature of options.features) backend.add(feature);
  await backend.start();

  const agent = new Agent({ keepAliveTimeout: 60_000 });
  const session = await request(`${url}/api/auth/guest/refresh`, {
    dispatcher: agent,
  });
  const { backstageIdentity } = (await session.body.json()) as {
    backstageIdentity: { token: string };
  };
  const ask = async (
    path: string,
    sent: { method?: string; body?: string; headers?: object } = {},
  ) => {
    const answer = await request(`${url}/api${path}`, {
      dispatcher: agent,
      ...sent,
      headers: {
        ...sent.headers,
        authorization: `Bearer ${backstageIdentity.token}`,
      },
    });
    if (answer.statusCode !== 200) {
      throw new Error(
        `${path} gave ${answer.statusCode}: ${await answer.body.text()}`,
      );
    }
    return answer.body;
  };
  return {
    get: async <T>(path: string) => (await (await ask(path)).json()) as T,
    send: async <T>(
      method: string,
      path: string,
      body: object,
      version?: string,
    ) => {
      const answer = await ask(path, {
        method,
        body: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          ...(version !== undefined && { 'if-match': `"${version}"` }),
        },
      });
      return (await answer.json()) as T;
    },
    async touch(path) {
      await (await ask(path)).arrayBuffer();
    },
    async stop() {
      await agent.close();
      await backend.stop();
    },
  };
}
