import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  QUALYS_MIRROR_TOPIC,
  qualysConnectorTransformerExtensionPoint,
  type ConnectorTransformer,
} from 'backstage-plugin-qualys-node';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  type AuthService,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import catalogModuleQualys from '.';
import { QualysEntityProvider } from './provider';
import {
  createMirrorPlugin,
  mirroredConnector,
  type FakeMirror,
} from './__testUtils__';
import ourConnectors from './__testUtils__/ourConnectors';

jest.setTimeout(60_000);

function moduleWith(transformer: ConnectorTransformer): BackendFeature {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'our-transformer',
    register(env) {
      env.registerInit({
        deps: { point: qualysConnectorTransformerExtensionPoint },
        async init({ point }) {
          point.setConnectorTransformer(transformer);
        },
      });
    },
  });
}

async function setUp(
  values: Partial<FakeMirror>,
  ...features: BackendFeature[]
) {
  const { mirror, plugin } = createMirrorPlugin(values);
  const events = mockServices.events();
  const scheduler = mockServices.scheduler();
  let catalog!: CatalogService;
  let auth!: AuthService;
  const observer = createBackendPlugin({
    pluginId: 'observer',
    register(env) {
      env.registerInit({
        deps: { auth: coreServices.auth, catalog: catalogServiceRef },
        async init(deps) {
          catalog = deps.catalog;
          auth = deps.auth;
        },
      });
    },
  });
  await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleQualys,
      plugin,
      observer,
      ...features,
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
            processingInterval: { seconds: 1 },
            stitchingStrategy: { mode: 'immediate' },
          },
        },
      }),
    ],
  });

  const entities = async (): Promise<Entity[]> =>
    (
      await catalog.getEntities(
        { filter: { 'spec.type': 'cloud-connector' } },
        { credentials: await auth.getOwnServiceCredentials() },
      )
    ).items;
  const ids = async () =>
    (await entities())
      .map(
        entity =>
          entity.metadata.annotations?.['qualys.com/connector-id'] ?? '',
      )
      .sort();

  return {
    mirror,
    entities,
    ids,
    refresh: () => scheduler.triggerTask(QualysEntityProvider.TASK_ID),
    announce: () =>
      events.publish({
        topic: QUALYS_MIRROR_TOPIC,
        eventPayload: { revision: mirror.revision, subscription: 'main' },
      }),
  };
}

/** Waits until something holds; fails with what it saw last. */
async function until<T>(look: () => Promise<T>, expected: T) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    try {
      expect(seen).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

const connectors = ['a', 'b', 'c', 'd', 'e'].map(id =>
  mirroredConnector({ id, name: `Connector ${id}` }),
);

describe('catalogModuleQualys', () => {
  it('brings every page of the mirror into the catalog, and follows it', async () => {
    const { announce, entities, ids, mirror, refresh } = await setUp({
      connectors,
    });
    await refresh();
    await until(ids, ['a', 'b', 'c', 'd', 'e']);
    expect(mirror.calls).toBe(3);
    expect(mirror.reports).toMatchObject([{ revision: 1, entities: 5 }]);
    const first = (await entities()).find(
      entity => entity.metadata.title === 'Connector a',
    );
    expect(first).toMatchObject({
      kind: 'Resource',
      metadata: {
        annotations: {
          'backstage.io/managed-by-origin-location': 'qualys:main',
        },
      },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/unowned' }],
    });

    await refresh();
    expect(mirror.calls).toBe(4);

    mirror.connectors = connectors.slice(1);
    mirror.revision = 2;
    await announce();
    await until(ids, ['b', 'c', 'd', 'e']);
  });

  it('leaves the catalog as it was when a page is bad', async () => {
    const { ids, mirror, refresh } = await setUp({ connectors });
    await refresh();
    await until(ids, ['a', 'b', 'c', 'd', 'e']);

    mirror.connectors = connectors.slice(0, 4);
    mirror.revision = 2;
    const bad: FakeMirror['intercept'][] = [
      (res, { cursor }) => cursor > 0 && Boolean(res.status(500).json({})),
      (res, { cursor }) => cursor > 0 && Boolean(res.destroy()),
      (res, { cursor }) => cursor > 0 && Boolean(res.send('<html></html>')),
      (res, { cursor }) =>
        cursor > 0 &&
        Boolean(
          res.json({ revision: 2, subscriptions: [], items: [{ id: 7 }] }),
        ),
      (res, { cursor }) =>
        cursor > 0 &&
        Boolean(
          res.json({
            revision: 2,
            subscriptions: [],
            items: [],
            nextCursor: String(cursor),
          }),
        ),
      res => Boolean(res.status(409).json({})),
    ];
    for (const intercept of bad) {
      mirror.intercept = intercept;
      await refresh();
      expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
    }

    mirror.intercept = undefined;
    await refresh();
    await until(ids, ['a', 'b', 'c', 'd']);
  });

  it('starts again when the mirror moves between two pages', async () => {
    const { ids, mirror, refresh } = await setUp({ connectors });
    mirror.intercept = (_res, { call }) => {
      if (call === 2) {
        mirror.revision = 2;
        mirror.connectors = connectors.slice(2);
      }
      return false;
    };
    await refresh();
    await until(ids, ['c', 'd', 'e']);
    expect(mirror.calls).toBe(4);
  });

  it('lets another module change what connectors become', async () => {
    const { entities, ids, refresh } = await setUp(
      { connectors },
      moduleWith((connector, entity) =>
        connector.id === 'a'
          ? undefined
          : {
              ...entity,
              spec: { ...entity.spec, owner: 'group:default/cloud' },
            },
      ),
    );
    await refresh();
    await until(ids, ['b', 'c', 'd', 'e']);
    expect((await entities())[0].spec?.owner).toBe('group:default/cloud');
  });

  it('lets no second module do so', async () => {
    await expect(
      setUp(
        { connectors },
        ourConnectors,
        moduleWith((_, entity) => entity),
      ),
    ).rejects.toThrow('A transformer of connectors has been set already');
  });

  it('does as the documentation shows', async () => {
    const { entities, ids, refresh } = await setUp(
      {
        connectors: [
          mirroredConnector({ id: 'a', name: 'sandbox-a' }),
          mirroredConnector({ id: 'b', name: 'prod-b' }),
        ],
      },
      ourConnectors,
    );
    await refresh();
    await until(ids, ['b']);
    expect((await entities())[0].spec?.system).toBe('cloud');
  });
});
