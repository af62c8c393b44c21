/*
 * What the cards of an entity's page cost: the summary that all of them are
 * filled from, against a bare route that makes the same authentication and
 * authorisation, and the calls to Qualys that a thousand views of all cards
 * make, against the number of objects that they show.
 */
import { createBackendModule } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  QUALYS_AWS_ACCOUNTS_ANNOTATION,
  QUALYS_CONNECTORS_ANNOTATION,
  QUALYS_S3_INTEGRATIONS_ANNOTATION,
  QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION,
  QUALYS_WEB_APPS_ANNOTATION,
  qualysStatusReadPermission,
  type EntitySummary,
} from 'backstage-plugin-qualys-common';
import { setTimeout as pause } from 'node:timers/promises';
import { createQualysClient } from 'qualys-client';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { byTurns, type Figure } from './figures';
import {
  bareRoute,
  onEachDatabase,
  simulated,
  startPortal,
  type BenchDatabase,
  type Portal,
} from './portal';
import { catalogConfig, LIMITS } from './sync/subscription';
import { SYNC_TASK, rememberTasks } from './sync/tasks';

const ROUNDS = 200;
const VIEWS = 1_000;
const VIEWERS = 20;
// As the demo's simulator has them.
const S3_INTEGRATION = '1001';
const SECURITY_HUB = '34';
const AWS_ACCOUNT = '048213577190';

/** What is bound to each entity: one of everything that has a card. */
interface Bound {
  connector: string;
  webApp: string;
}

async function findBound({ urls, credentials }: Simulator): Promise<Bound> {
  const client = createQualysClient({ urls, credentials, limits: LIMITS });
  try {
    const first = async <T>(items: AsyncIterable<T>): Promise<T> => {
      for await (const item of items) return item;
      throw new Error('The simulator has nothing of that kind');
    };
    const { cloudConnectors, webApps } = client;
    return {
      connector: (await first(cloudConnectors.aws.list())).id,
      webApp: (await first(webApps.search())).id,
    };
  } finally {
    await client.close();
  }
}

function entityOf(name: string, bound?: Bound): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'bench:cards',
        'backstage.io/managed-by-origin-location': 'bench:cards',
        ...(bound && {
          [QUALYS_CONNECTORS_ANNOTATION]: bound.connector,
          [QUALYS_S3_INTEGRATIONS_ANNOTATION]: S3_INTEGRATION,
          [QUALYS_WEB_APPS_ANNOTATION]: bound.webApp,
          [QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION]: SECURITY_HUB,
          [QUALYS_AWS_ACCOUNTS_ANNOTATION]: AWS_ACCOUNT,
        }),
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'group:team' },
  };
}

/** A module that puts entities into the catalog. */
function entitiesModule() {
  let connected: (connection: EntityProviderConnection) => void;
  const connection = new Promise<EntityProviderConnection>(resolve => {
    connected = resolve;
  });
  return {
    feature: createBackendModule({
      pluginId: 'catalog',
      moduleId: 'bench-cards',
      register(registration) {
        registration.registerInit({
          deps: { point: catalogProcessingExtensionPoint },
          async init({ point }) {
            point.addEntityProvider({
              getProviderName: () => 'bench-cards',
              connect: async given => connected(given),
            });
          },
        });
      },
    }),
    async put(entities: Entity[]) {
      await (
        await connection
      ).applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: 'bench' })),
      });
    },
  };
}

/** An entity that names nothing, whose page asks all the same. */
const WITHOUT = 'service-without';
const nameOf = (index: number) => `service-${index}`;
const pageOf = (name: string) =>
  `/qualys/v1/entities/component/default/${name}`;

/** Reads what the cards of an entity's page read. */
async function view(portal: Portal, name: string): Promise<void> {
  const page = pageOf(name);
  const { webApps, securityHub } = await portal.get<EntitySummary>(page);
  const [webApp] = webApps;
  const [hub] = securityHub;
  const rest = [
    ...(webApp.webApp ? [] : [`web-apps/main/${webApp.objectId}`]),
    ...(webApp.scans ? [] : [`web-apps/main/${webApp.objectId}/scans`]),
    ...(hub.integration ? [] : [`security-hub/main/${hub.objectId}`]),
  ];
  await Promise.all(rest.map(path => portal.touch(`${page}/${path}`)));
}

/** Views the pages of entities by turns, some viewers at a time. */
async function viewAll(portal: Portal, names: string[]): Promise<void> {
  let next = 0;
  const viewer = async () => {
    while (next < VIEWS) {
      const name = names[next % names.length];
      next += 1;
      await view(portal, name);
    }
  };
  await Promise.all(Array.from({ length: VIEWERS }, viewer));
}

async function untilInCatalog(portal: Portal, count: number): Promise<void> {
  const query =
    '/catalog/entities/by-query?limit=1&filter=kind=component,spec.type=service';
  for (;;) {
    const { totalItems } = await portal.get<{ totalItems: number }>(query);
    if (totalItems >= count) return;
    await pause(250);
  }
}

async function inDatabase(database: BenchDatabase): Promise<Figure[]> {
  const simulator = await startSimulator({ connectors: 300, seed: 1 });
  const tasks = rememberTasks();
  const entities = entitiesModule();
  const portal = await startPortal({
    database: database.config,
    config: {
      ...catalogConfig(),
      qualys: {
        bindings: { accept: [{ entity: 'component:default/*' }] },
        subscriptions: {
          main: {
            ...simulated(simulator, { hours: 1 }),
            limits: { ...LIMITS },
          },
        },
      },
    },
    features: [
      import('backstage-plugin-qualys-backend'),
      bareRoute(qualysStatusReadPermission),
      entities.feature,
      tasks.feature,
    ],
  });
  try {
    await tasks.run(SYNC_TASK);
    const bound = await findBound(simulator);
    // One for each cold round, those that warm up included, and one more.
    const names = Array.from({ length: ROUNDS * 1.1 + 1 }, (_, n) => nameOf(n));
    await entities.put([
      ...names.map(name => entityOf(name, bound)),
      entityOf(WITHOUT),
    ]);
    await untilInCatalog(portal, names.length + 1);

    const [warm, ...cold] = names;
    const bare = () => portal.touch('/bare/');
    let entity = 0;
    const first = await byTurns(
      ROUNDS,
      () => {
        entity += 1;
        return portal.touch(pageOf(cold[entity - 1]));
      },
      bare,
    );

    simulator.control.clearJournal();
    await viewAll(portal, [warm]);
    const calls = simulator.control.journal().length;
    // Two of them are of the web app: itself, and its scans.
    const objects = 3;
    return [
      {
        what: `all that an entity's cards show, the first time, against a bare route, ${database.name}`,
        unit: 'ms',
        ...first,
      },
      {
        what: `the same once it is known, ${database.name}`,
        unit: 'ms',
        ...(await byTurns(ROUNDS, () => portal.touch(pageOf(warm)), bare)),
      },
      {
        what: `that a service has nothing to show, ${database.name}`,
        unit: 'ms',
        ...(await byTurns(ROUNDS, () => portal.touch(pageOf(WITHOUT)), bare)),
      },
      {
        what: `calls to Qualys of ${VIEWS.toLocaleString(
          'en',
        )} views of all cards by ${VIEWERS} viewers, against the objects shown, ${
          database.name
        }`,
        unit: 'calls',
        value: calls,
        baseline: objects,
        atMost: objects,
      },
    ];
  } finally {
    await portal.stop();
    await simulator.stop();
  }
}

/** The benchmark. */
export const run = () => onEachDatabase(inDatabase);
