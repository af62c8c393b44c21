import { AWS_CONNECTOR } from '../../__testUtils__/boundConnector';
import {
  catalogEntity,
  PAYMENTS,
  startClaimsBackend,
  type ClaimsBackend,
} from '../../__testUtils__/claims';
import { testDatabases } from '../../__testUtils__/databases';
import { S3_SETTINGS } from '../../__testUtils__/s3';
import { OWN, ROWS } from '../../__testUtils__/securityHub';
import { useSimulator } from '../../__testUtils__/simulator';

const WEB_APP = '4711';

/** The page of the entity that one object of each kind is bound to. */
export const CHECKOUT = '/entities/component/default/checkout';

/** Why a test changes something. */
export const REASON = 'Somebody asked for it';

type Method = 'post' | 'put' | 'patch' | 'delete';

/** The ids of the bound objects, by what they are called in paths. */
const IDS = {
  connectors: PAYMENTS,
  s3: '1001',
  'security-hub': '34',
  'web-apps': WEB_APP,
};

type ObjectKind = keyof typeof IDS;

/** The route of the bound object of a kind. */
export const pathOf = (kind: ObjectKind) =>
  `${CHECKOUT}/${kind}/main/${IDS[kind]}`;

/** A body that each route takes, by the route without the entity and the object. */
export const BODIES: Record<string, object> = {
  'patch connectors': { name: 'Payments', reason: REASON },
  'post connectors/enable': {},
  'post connectors/disable': { reason: REASON },
  'post connectors/run': {},
  'patch connectors/assets': { activation: ['VM'], reason: REASON },
  'post connectors/credentials': { expiresOn: '2099-12-31' },
  'post connectors/external-id/prepare': { pod: 'US2', subscriptionId: '4765' },
  'post connectors/external-id': { reason: REASON },
  'post connectors/external-id/run': {},
  'post connectors/external-id/finish': {},
  'put s3': { settings: S3_SETTINGS, reason: REASON },
  'post s3/adopt': { settings: S3_SETTINGS },
  'post s3/external-id': { reason: REASON },
  'post s3/external-id/confirm': {},
  'put security-hub': {
    rows: [
      {
        awsAccount: OWN,
        minSeverity: 4,
        baseCategory: 'Confirmed',
        regions: ['eu-west-1'],
      },
    ],
    reason: REASON,
  },
  'patch web-apps': { settings: { name: 'Checkout' }, reason: REASON },
  'post web-apps/scans': { name: 'A scan', type: 'VULNERABILITY' },
  'post web-apps/scans/{scanId}/cancel': { reason: REASON },
};

const ENTITY = '/v1/entities/{kind}/{namespace}/{name}';
const OBJECT = '/{subscription}/{id}';

export interface Route {
  method: Method;
  /** `web-apps/scans`: what stands in {@link BODIES}. */
  name: string;
  path: (where?: { entity?: string; subscription?: string }) => string;
}

/**
 * Starts for each test of a file a backend whose entity `checkout` is bound to
 * one object of each kind, which `copycat` claims as well, and tells the routes
 * by which their settings are changed.
 */
export function useEveryRoute() {
  const databases = testDatabases();
  const [[databaseId]] = databases.eachSupportedId();
  const simulator = useSimulator(0);
  let backend: ClaimsBackend;

  beforeEach(async () => {
    const { control } = simulator.current;
    control.addConnector({
      connectorId: PAYMENTS,
      ...AWS_CONNECTOR,
      state: 'SUCCESS',
    } as Parameters<typeof control.addConnector>[0]);
    control.addWebApp({ id: Number(WEB_APP), name: 'Checkout' });
    control.addSecurityHubIntegration({
      id: '34',
      name: 'Commerce',
      rows: ROWS,
    });
    backend = await startClaimsBackend({
      knex: await databases.init(databaseId),
      simulator: simulator.current,
      bindings: { accept: [{ entity: 'component:default/checkout' }] },
    });
    await backend.sync();
    backend.catalog.entities = ['checkout', 'copycat'].map(name =>
      catalogEntity(name, {
        annotations: {
          'qualys.com/connectors': PAYMENTS,
          'qualys.com/s3-integrations': '1001',
          'qualys.com/security-hub-integrations': '34',
          'qualys.com/aws-accounts': OWN,
          'qualys.com/web-apps': WEB_APP,
        },
      }),
    );
    await backend.get(CHECKOUT);
    control.clearJournal();
  });
  afterEach(() => backend.stop());

  /** What would have changed something in Qualys. */
  const sent = () => {
    const reads = /\/(get|search|count)\/|\/auth$/;
    return simulator.current.control
      .journal()
      .filter(({ method, path }) => method !== 'GET' && !reads.test(path))
      .map(({ method, path }) => `${method} ${path}`);
  };

  return {
    simulator,
    get backend() {
      return backend;
    },

    sent,
    async expectNothingDone() {
      expect(sent()).toEqual([]);
      const { body } = await backend.get('/history');
      expect(body.items).toEqual([]);
    },

    /** The routes that change something of an object of an entity, as the API describes itself. */
    async changingRoutes(): Promise<Route[]> {
      const { body } = await backend.get('/openapi.json');
      return Object.entries<object>(body.paths).flatMap(([path, methods]) => {
        if (!path.startsWith(`${ENTITY}/`)) return [];
        const rest = path.slice(ENTITY.length + 1);
        if (!rest.includes(OBJECT)) return [];
        const [kind, action] = rest.split(OBJECT);
        return (Object.keys(methods) as (Method | 'get')[])
          .filter((method): method is Method => method !== 'get')
          .map(method => ({
            method,
            name: `${method} ${kind}${action}`,
            path: ({ entity = 'checkout', subscription = 'main' } = {}) =>
              `/entities/component/default/${entity}/${kind}/${subscription}/${
                IDS[kind as ObjectKind]
              }${action.replace(/\{\w+\}/g, '1')}`,
          }));
      });
    },
  };
}
