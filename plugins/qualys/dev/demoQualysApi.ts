import type { QualysApi } from '../src';
import {
  accepted,
  claim,
  connector,
  connectorInError,
  CONNECTOR_ID,
  heldBack,
  minutesAgo,
  mirrorAge,
  run,
  status,
  subscriptionStatus,
  summary,
} from '../src/__testUtils__/fixtures';
import { DETAILED_CONNECTOR, HAPPENINGS } from './demoEntities';

const STATES = [
  'success',
  'success',
  'success',
  'error',
  'pending',
  'disabled',
  'unknown',
] as const;

const CONNECTORS = Array.from({ length: 240 }, (_, index) => {
  const state = STATES[index % STATES.length];
  const provider = (['AWS', 'AZURE', 'GCP'] as const)[index % 3];
  return connector({
    id: `connector-${index}`,
    name: `${['payments', 'shop', 'ledger', 'search'][index % 4]}-${index}`,
    provider: provider as 'AWS',
    account: String(100000000000 + index * 7919),
    state,
    reportedState: state === 'unknown' ? 'HIBERNATING' : state.toUpperCase(),
    error:
      state === 'error'
        ? 'Access denied: sts:AssumeRole on arn:aws:iam::role/qualys'
        : undefined,
    owner: index % 5 ? 'group:default/payments' : undefined,
    totalAssets: index * 131,
    lastSyncedOn: index % 9 ? minutesAgo(index * 13) : undefined,
    entityRef: `resource:default/connector-${index}`,
  });
});

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
    id: 'claim-3',
    state: 'accepted',
    decidedBy: 'user:default/pat',
    decidedAt: minutesAgo(600),
    reason: 'It is theirs',
  }),
];

const MISSING = CONNECTORS.slice(0, 36).map(one => ({
  ...one,
  missingSince: minutesAgo(50),
}));

const HELD_BACK = heldBack({ connectors: MISSING.length });

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

/** A backend that is not there. */
export const demoQualysApi: QualysApi = {
  async getStatus() {
    await wait();
    return status({
      subscriptions: [
        subscriptionStatus({
          heldBack: [HELD_BACK],
          runs: [
            run({
              id: 'r3',
              outcome: 'running',
              startedAt: minutesAgo(1),
              endedAt: undefined,
            }),
            run({
              id: 'r2',
              startedAt: minutesAgo(31),
              endedAt: minutesAgo(30),
            }),
            run({
              id: 'r1',
              startedAt: minutesAgo(61),
              endedAt: minutesAgo(61),
              trigger: 'user:default/pat',
            }),
          ],
        }),
        subscriptionStatus({
          subscription: 'gov',
          title: 'Example Gov',
          platform: 'GOV1',
          asOf: minutesAgo(400),
          stale: true,
          problem: {
            code: 'unavailable',
            message: 'qualysapi.gov1.qualys.us does not answer.',
            retryAfter: 600,
          },
          runs: [
            run({
              id: 'g1',
              outcome: 'incomplete',
              heldBack: 9,
              startedAt: minutesAgo(20),
              endedAt: minutesAgo(19),
              problem: {
                code: 'unexpectedAnswer',
                message:
                  'Page 3 of the AWS connectors was cut off. Nothing was removed.',
              },
            }),
            run({
              id: 'g0',
              outcome: 'failed',
              startedAt: minutesAgo(50),
              endedAt: minutesAgo(50),
              problem: {
                code: 'unavailable',
                message: 'qualysapi.gov1.qualys.us does not answer.',
              },
            }),
          ],
        }),
      ],
    });
  },
  async startSync(subscription) {
    await wait();
    return { subscription, alreadyRunning: false };
  },
  async listHeldBack(_, { limit = 20, cursor = '0' }) {
    await wait();
    const start = Number(cursor);
    const end = start + limit;
    return {
      removals: [HELD_BACK],
      items: MISSING.slice(start, end),
      totalItems: MISSING.length,
      nextCursor: end < MISSING.length ? String(end) : undefined,
    };
  },
  async decideRemoval(subscription, _, { provider }) {
    await wait();
    return { subscription, provider, connectors: MISSING.length };
  },
  async listConnectors({ state, provider, q, limit = 50, cursor = '0' }) {
    await wait();
    const found = CONNECTORS.filter(
      one =>
        (!state || one.state === state) &&
        (!provider || one.provider === provider) &&
        (!q || one.name.includes(q)),
    );
    const start = Number(cursor);
    const end = start + limit;
    return {
      items: found.slice(start, end),
      totalItems: found.length,
      nextCursor: end < found.length ? String(end) : undefined,
    };
  },
  async listBindings({ state }) {
    await wait();
    const items = claims.filter(one => one.state === state);
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
    return summary({
      connectors: [
        accepted(DETAILED_CONNECTOR),
        accepted(connectorInError()),
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
  async getOwnedConnectors({ name }, { limit = 10, cursor = '0' }) {
    await wait();
    if (name === 'empty') return { items: [], totalItems: 0, withheld: 0 };
    const owned = CONNECTORS.slice(0, 37);
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
