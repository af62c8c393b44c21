import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Simulator } from 'qualys-simulator';
import { simulated, startQualysBackend } from './backend';
import { catalogEntity } from './claims';

/** Where a web app that checkout is bound to is found. */
export const pathOf = (id: number | string, entity = 'checkout') =>
  `/entities/component/default/${entity}/web-apps/main/${id}`;

const WAS = '/qps/rest/3.0/';

/**
 * A backend with a component that claims some web apps, which is accepted, and
 * one of the name `other` whose claims on them are not.
 */
export async function startWebAppBackend(
  simulator: Simulator,
  ids: readonly number[],
) {
  const denied = new Set<string>();
  const claiming = (name: string) =>
    catalogEntity(name, {
      annotations: { 'qualys.com/web-apps': ids.join(', ') },
    });
  const entities = { checkout: claiming('checkout'), other: claiming('other') };
  const backend = await startQualysBackend({
    subscriptions: { main: simulated(simulator) },
    qualys: {
      bindings: {
        accept: ids.map(id => ({
          entity: 'component:default/checkout',
          objects: `main/${id}`,
          type: 'webApp',
        })),
      },
    },
    entities: Object.values(entities),
    features: [
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
    ],
  });
  const user = mockCredentials.user.header('user:default/ann');
  const withMatch = <R extends { set(name: string, value: string): R }>(
    call: R,
    version: string | undefined,
  ) => (version === undefined ? call : call.set('If-Match', `"${version}"`));
  return {
    ...backend,
    /** The entities of the catalog. */
    entities,
    /** The permissions that nobody has. */
    denied,
    /** The calls that reached Web Application Scanning: `POST update/was/webapp/1`. */
    calls: () =>
      simulator.control
        .journal()
        .filter(({ path }) => path.startsWith(WAS))
        .map(({ method, path }) => `${method} ${path.slice(WAS.length)}`),
    change: (path: string, version: string | undefined, body: object) =>
      withMatch(backend.patch(path, user), version).send(body),
    act: (path: string, version: string | undefined, body: object) =>
      withMatch(backend.post(path, user), version).send(body),
    history: async () =>
      (await backend.get('/entities/component/default/checkout/history')).body
        .items,
  };
}

/** A backend of {@link startWebAppBackend}. */
export type WebAppBackend = Awaited<ReturnType<typeof startWebAppBackend>>;

/** An answer of Web Application Scanning with one object: `{ WasScan: … }`. */
export const wasAnswer = (data: object) => ({
  ServiceResponse: {
    responseCode: 'SUCCESS',
    count: 1,
    hasMoreRecords: 'false',
    data: [data],
  },
});

/** Waits for something that happens in the background. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
