import type { QualysApi } from '../src';
import {
  accepted,
  boundEntities,
  claim,
  connectorInError,
  CONNECTOR_ID,
  minutesAgo,
  mirrorAge,
  summary,
} from '../src/__testUtils__/fixtures';
import { demoConnectorSettings } from './demoConnectorSettings';
import { demoConnectors } from './demoConnectors';
import { DETAILED_CONNECTOR, HAPPENINGS } from './demoEntities';
import { demoExternalIdMigration } from './demoExternalIdMigration';
import { demoPlatform } from './demoPlatform';
import { demoRequests } from './demoRequests';
import { demoS3, demoS3Claims } from './demoS3';
import { demoWebAppClaims, demoWebApps } from './demoWebApps';
import { demoHubClaims, demoSecurityHub } from './demoSecurityHub';

const claims = [
  claim({ alsoBoundTo: ['component:default/checkout'] }),
  claim({
    id: 'claim-2',
    entityRef: 'component:default/search',
    objectName: undefined,
    objectAccount: undefined,
    objectId: 'unknown-id',
  }),
  claim({
    id: 'claim-4',
    type: 's3Integration',
    entityRef: 'component:default/archive',
    objectName: undefined,
    objectAccount: undefined,
    objectId: '1001',
  }),
  claim({
    id: 'claim-3',
    state: 'accepted',
    decidedBy: 'user:default/pat',
    decidedAt: minutesAgo(600),
    reason: 'It is theirs',
  }),
];

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

/** A backend that is not there. */
export const demoQualysApi: QualysApi = {
  ...demoPlatform,
  ...demoS3,
  ...demoSecurityHub,
  ...demoConnectorSettings,
  ...demoExternalIdMigration,
  ...demoWebApps,
  ...demoRequests,
  async listBindings({ state, type }) {
    await wait();
    const items = claims.filter(
      one =>
        (state === undefined || one.state === state) &&
        (type === undefined || one.type === type),
    );
    return { items, totalItems: items.length };
  },
  async decideBinding(id, action) {
    await wait();
    const decided = claims.find(one => one.id === id)!;
    decided.state = (
      { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' } as const
    )[action];
    return decided;
  },
  async getEntitySummary({ kind, name }) {
    await wait();
    if (kind === 'Resource') {
      return summary({
        entityRef: DETAILED_CONNECTOR.entityRef,
        connectors: [accepted(DETAILED_CONNECTOR)],
      });
    }
    const entityRef = `component:default/${name}`;
    if (name === 'vouchers') return summary({ entityRef, connectors: [] });
    if (name === 'refunds') {
      return summary({ entityRef, webApps: demoWebAppClaims(name) });
    }
    return summary({
      entityRef,
      s3Integrations: demoS3Claims(name),
      webApps: demoWebAppClaims(name),
      securityHub: demoHubClaims(name),
      connectors: [
        accepted(DETAILED_CONNECTOR),
        accepted(
          connectorInError({ entityRef: 'resource:default/payments-stage' }),
        ),
        ...(name === 'ledger'
          ? ([
              { subscription: 'main', objectId: 'abc', state: 'open' },
              { subscription: 'main', objectId: 'def', state: 'rejected' },
              { subscription: 'main', objectId: 'ghi', state: 'accepted' },
            ] as const)
          : []),
      ],
      problems:
        name === 'ledger'
          ? [
              {
                annotation: 'qualys.com/connectors',
                value: 'foo bar',
                message: 'is not an id',
              },
            ]
          : [],
      mirror: [
        name === 'ledger'
          ? mirrorAge({
              stale: true,
              asOf: minutesAgo(200),
              problem: {
                code: 'limited',
                message: 'The hourly limit of calls is used up.',
                retryAfter: 900,
              },
            })
          : mirrorAge(),
      ],
    });
  },
  async getEntityConnectorErrors(_, { id }) {
    await wait();
    return {
      items:
        id === CONNECTOR_ID
          ? []
          : [
              {
                error: 'Access denied',
                region: 'eu-west-1',
                occurredOn: minutesAgo(80),
              },
              {
                error: 'The role cannot be assumed',
                occurredOn: minutesAgo(90),
              },
            ],
      truncated: id !== CONNECTOR_ID,
      asOf: minutesAgo(2),
    };
  },
  async getEntityConnectorHistory(_, { id }, { cursor }) {
    await wait();
    if (id !== DETAILED_CONNECTOR.id) return { items: [], keptDays: 90 };
    return cursor
      ? { items: HAPPENINGS.slice(4), keptDays: 90 }
      : { items: HAPPENINGS.slice(0, 4), keptDays: 90, nextCursor: 'earlier' };
  },
  async getBoundEntities(_, { id }) {
    await wait();
    return id === DETAILED_CONNECTOR.id
      ? boundEntities(
          'component:default/checkout',
          'component:default/ledger',
          // More than are shown at once.
          ...Array.from(
            { length: 12 },
            (__, n) => `component:default/job-${n}`,
          ),
        )
      : boundEntities('component:default/checkout');
  },
  async getOwnedConnectors({ name }, { limit = 10, cursor = '0' }) {
    await wait();
    if (name === 'empty') return { items: [], totalItems: 0, withheld: 0 };
    const owned = demoConnectors.slice(0, 37);
    const start = Number(cursor);
    const end = start + limit;
    return {
      // Two of each page are somebody else's to see.
      items: owned.slice(start, end).slice(0, -2),
      totalItems: owned.length,
      withheld: 2,
      nextCursor: end < owned.length ? String(end) : undefined,
    };
  },
};
