import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { coreServices } from '@backstage/backend-plugin-api';
import type { QueryEntitiesInitialRequest } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { CLAIM_ANNOTATIONS } from 'backstage-plugin-qualys-common';
import { connectorEntityRef } from 'backstage-plugin-qualys-node';
import type { Knex } from 'knex';
import type { Simulator } from 'qualys-simulator';
import request from 'supertest';
import { qualysPlugin } from '../plugin';
import { simulated } from './backend';
import { awsConnector } from './connectors';
import { awsScan, freshMirror } from './mirror';
import { auditing, standIn } from './services';

/** The ids of the connectors that the mirror of these tests holds. */
export const PAYMENTS = '5f0c9f04-8d2f-4c1b-9a58-6d6f2b7f3a11';
export const SHIPPING = '6a1d0e15-9e30-4d2c-8b69-7e7f3c804b22';
/** An id that the mirror does not hold. */
export const NOBODYS = '7b2e1f26-0f41-4e3d-9c7a-8f804d915c33';

/** The own entity of a connector of these tests. */
export const ownEntityRef = (id: string) =>
  connectorEntityRef({ provider: 'AWS', account: '012345678901', id }, 'main');

/** An entity as the catalog gives it, with its owner made out. */
export function catalogEntity(
  name: string,
  values: {
    kind?: string;
    owner?: string;
    claims?: string;
    annotations?: Record<string, string>;
    spec?: Entity['spec'];
  } = {},
): Entity {
  const { kind = 'Component', owner = 'group:default/checkout' } = values;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        ...(values.claims !== undefined && {
          'qualys.com/connectors': values.claims,
        }),
        ...values.annotations,
      },
    },
    spec: values.spec ?? { type: 'service', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** A catalog that tests change at will. */
export class FakeCatalog {
  entities: Entity[] = [];
  /** What an entity was read from; nothing means that a provider gave it. */
  parents = new Map<string, Entity>();
  /** Entities that users may not see. */
  hidden = new Set<string>();
  /** The connectors' own entities that an entity owns, or that are part of one. */
  #ownedBy({ filter, limit = 20, offset = 0 }: QueryEntitiesInitialRequest) {
    const wanted = filter as Record<string, string>;
    const owned = this.entities.filter(
      entity =>
        entity.kind === wanted.kind &&
        entity.spec?.type === wanted['spec.type'] &&
        !this.hidden.has(stringifyEntityRef(entity)) &&
        entity.relations?.some(
          ({ type, targetRef }) => wanted[`relations.${type}`] === targetRef,
        ),
    );
    return {
      items: owned.slice(offset, offset + limit),
      totalItems: owned.length,
      pageInfo: {},
    };
  }

  /** How many of the pages of a scan can be read. */
  readablePages = Infinity;
  pageSize = 100;

  readonly service = catalogServiceMock.mock({
    getEntityByRef: async ref => {
      const wanted = typeof ref === 'string' ? ref : stringifyEntityRef(ref);
      return this.hidden.has(wanted)
        ? undefined
        : this.entities.find(entity => stringifyEntityRef(entity) === wanted);
    },
    queryEntities: async query => {
      if (query && 'offset' in query) return this.#ownedBy(query);
      const start = Number((query && 'cursor' in query && query.cursor) || 0);
      if (start / this.pageSize >= this.readablePages) {
        throw new Error('the catalog is down');
      }
      const claiming = this.entities.filter(entity =>
        Object.values(CLAIM_ANNOTATIONS).some(
          annotation => entity.metadata.annotations?.[annotation],
        ),
      );
      const end = start + this.pageSize;
      return {
        items: claiming.slice(start, end),
        totalItems: claiming.length,
        pageInfo: {
          ...(end < claiming.length && { nextCursor: String(end) }),
        },
      };
    },
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        this.hidden.has(ref)
          ? undefined
          : this.entities.find(entity => stringifyEntityRef(entity) === ref),
      ),
    }),
    getEntityAncestors: async ({ entityRef }) => {
      const items = [];
      let entity = this.entities.find(
        candidate => stringifyEntityRef(candidate) === entityRef,
      );
      while (entity) {
        const parent = this.parents.get(stringifyEntityRef(entity));
        items.push({
          entity,
          parentEntityRefs: parent ? [stringifyEntityRef(parent)] : [],
        });
        entity = parent;
      }
      return { rootEntityRef: entityRef, items };
    },
  });
}

// Nobody listens there: Qualys cannot be asked.
const UNREACHABLE: JsonObject = {
  urls: {
    api: 'http://127.0.0.1:9',
    gateway: 'http://127.0.0.1:9',
    cloudView: 'http://127.0.0.1:9',
  },
  credentials: { username: 'user', password: 'password' },
};

/** A backend with two mirrored connectors, a catalog and everything that decisions touch. */
export async function startClaimsBackend(options: {
  knex: Knex;
  /** The `qualys.bindings` configuration. */
  bindings?: JsonObject;
  /** The `qualys.ownership` configuration. */
  ownership?: JsonObject;
  /** The Qualys that can be asked; none unless given. */
  simulator?: Simulator;
  /** What else the configuration has below `qualys`, and of the subscription. */
  config?: { qualys?: JsonObject; subscription?: JsonObject };
}) {
  const mirror = await freshMirror(options.knex, {
    describe: (connector, subscription) => ({
      entityRef: connectorEntityRef(connector, subscription),
    }),
  });
  await mirror.applyScan(
    awsScan([
      awsConnector({ id: PAYMENTS, name: 'Payments production' }),
      awsConnector({ id: SHIPPING, name: 'Shipping production' }),
    ]),
  );
  const catalog = new FakeCatalog();
  const notifications = { send: jest.fn(async () => {}) };
  const { audited, auditor } = auditing();
  const denied = new Set<string>();
  const deniedOn = new Set<string>();
  const decide = async (requests: AuthorizePermissionRequest[]) =>
    requests.map(({ permission, resourceRef }) => ({
      result:
        denied.has(permission.name) || deniedOn.has(resourceRef ?? '')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
  const permissions = mockServices.permissions.mock({ authorize: decide });
  const scheduler = mockServices.scheduler();
  const events = mockServices.events.mock();

  const backend = await startTestBackend({
    features: [
      qualysPlugin,
      auditor.factory,
      events.factory,
      permissions.factory,
      catalog.service.factory,
      mockServices.database.factory({ knex: options.knex }),
      standIn(coreServices.scheduler, scheduler),
      standIn(notificationService, notifications),
      mockServices.rootConfig.factory({
        data: {
          qualys: {
            subscriptions: {
              main: {
                ...(options.simulator
                  ? simulated(options.simulator)
                  : UNREACHABLE),
                ...options.config?.subscription,
              },
            },
            ...options.config?.qualys,
            ...(options.bindings && { bindings: options.bindings }),
            ...(options.ownership && { ownership: options.ownership }),
          },
        },
      }),
    ],
  });
  const client = request(backend.server);
  const as = (user?: string) =>
    user ? mockCredentials.user.header(user) : mockCredentials.user.header();

  return {
    catalog,
    events,
    notifications,
    auditor,
    audited,
    permissions,
    /** The permissions that nobody has, and the entities on which nobody has any. */
    denied,
    deniedOn,
    scan: () => scheduler.triggerTask('qualys-claims-scan'),
    sync: () => scheduler.triggerTask('qualys-sync-main'),
    remindOfKeys: () => scheduler.triggerTask('qualys-key-reminders'),
    get: (path: string) =>
      client.get(`/api/qualys/v1${path}`).set('Authorization', as()),
    post: (path: string, body: object = {}, user?: string) =>
      client
        .post(`/api/qualys/v1${path}`)
        .set('Authorization', as(user))
        .send(body),
    /** A request that changes something, from a state that it names. */
    change: (
      method: 'post' | 'put' | 'patch' | 'delete',
      path: string,
      {
        body,
        ifMatch,
        user,
      }: { body?: object; ifMatch?: string; user?: string } = {},
    ) => {
      const call = client[method](`/api/qualys/v1${path}`).set(
        'Authorization',
        as(user),
      );
      if (ifMatch !== undefined) call.set('If-Match', ifMatch);
      return body === undefined ? call : call.send(body);
    },
    postAs: (path: string, header: string) =>
      client
        .post(`/api/qualys/v1${path}`)
        .set('Authorization', header)
        .send({}),
    stop: () => backend.stop(),
  };
}

/** A backend of {@link startClaimsBackend}. */
export type ClaimsBackend = Awaited<ReturnType<typeof startClaimsBackend>>;
