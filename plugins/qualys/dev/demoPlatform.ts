import type { QualysApi } from '../src';
import {
  heldBack,
  limitState,
  minutesAgo,
  run,
  status,
  subscriptionStatus,
} from '../src/__testUtils__/fixtures';
import {
  catalogState,
  feedRun,
  ownership,
  ownershipRule,
} from '../src/__testUtils__/platformFixtures';
import { demoCalls } from './demoCalls';
import { demoConnectors } from './demoConnectors';
import { demoSync, startDemoSync } from './demoSync';

const MISSING = demoConnectors.slice(0, 36).map(one => ({
  ...one,
  missingSince: minutesAgo(50),
}));

const HELD_BACK = heldBack({ connectors: MISSING.length });

const READ_AT = minutesAgo(5);

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

/** What the platform page asks for. */
export const demoPlatform: Pick<
  QualysApi,
  | 'getStatus'
  | 'startSync'
  | 'listHeldBack'
  | 'decideRemoval'
  | 'listConnectors'
  | 'getOwnership'
  | 'getCallHistory'
> = {
  async getStatus() {
    await wait();
    return status({
      subscriptions: [main(), gov()],
      catalog: catalogState({
        entities: 11_736,
        skipped: 2,
        leftOut: 14,
        skippedEntities: [
          {
            subscription: 'main',
            id: '4711',
            message: 'metadata.name is longer than 63 characters',
          },
          {
            subscription: 'gov',
            id: 'abc',
            message: 'spec.owner is no entity reference',
          },
        ],
      }),
    });
  },
  async startSync(subscription) {
    await wait();
    return { subscription, alreadyRunning: !startDemoSync() };
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
  async listConnectors({
    state,
    provider,
    owner,
    rule,
    q,
    limit = 50,
    cursor = '0',
  }) {
    await wait();
    const found = demoConnectors.filter(
      one =>
        (!state || one.state === state) &&
        (!provider || one.provider === provider) &&
        (!owner || (one.owner ?? 'none') === owner) &&
        (!rule || one.ownerRule === rule) &&
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
  async getOwnership() {
    await wait();
    return ownership({
      rules: [
        ownershipRule({
          conditions: [
            { field: 'provider', values: ['AWS'] },
            {
              field: 'account',
              values: Array.from({ length: 40 }, (_, index) =>
                String(100000000000 + index * 7919),
              ),
            },
          ],
          system: 'system:default/shop',
          namespace: 'payments',
          labels: { 'example.com/stage': 'production', tier: '1' },
          connectors: 7_120,
        }),
        ownershipRule({
          rule: 'tag team-storefront',
          conditions: [{ field: 'tag', values: ['team-storefront'] }],
          owner: 'group:default/storefront',
          system: 'system:default/web',
          notFound: ['group:default/storefront'],
          connectors: 2_305,
        }),
        ownershipRule({
          rule: 'name logistics*, group Logistics or Freight',
          conditions: [
            { field: 'name', values: ['logistics*'] },
            { field: 'group', values: ['Logistics', 'Freight'] },
          ],
          owner: 'group:default/logistics',
          connectors: 0,
        }),
        ownershipRule({
          rule: 'default',
          conditions: [],
          owner: 'group:default/platform',
          connectors: 1_984,
        }),
      ],
      others: [{ rule: 'the asset register', connectors: 12 }],
      unowned: 329,
      total: 11_750,
    });
  },
  async getCallHistory() {
    await wait();
    return demoCalls(['main', 'gov']);
  },
};

function main() {
  return subscriptionStatus({
    connectors: {
      total: 11_500,
      byState: {
        success: 10_911,
        error: 322,
        pending: 190,
        disabled: 71,
        unknown: 6,
      },
      byProvider: { AWS: 10_000, AZURE: 1_200, GCP: 300 },
    },
    limits: [
      limitState(),
      limitState({ family: 'qps', windowLimit: 2000, budget: 900, used: 310 }),
    ],
    feeds: [
      {
        feed: 'assetManagement',
        asOf: READ_AT,
        fullAsOf: READ_AT,
        stale: false,
      },
      {
        feed: 'cloudView',
        asOf: minutesAgo(5),
        fullAsOf: minutesAgo(190),
        stale: false,
      },
    ],
    heldBack: [HELD_BACK],
    runs: [
      demoSync(),
      run({
        id: 'r2',
        kind: 'partial',
        source: 'both',
        startedAt: minutesAgo(31),
        endedAt: minutesAgo(30),
        feeds: [
          feedRun({ seen: 11_500 }),
          feedRun({ feed: 'cloudView', kind: 'partial', seen: 50 }),
        ],
      }),
      run({ id: 'r1', startedAt: minutesAgo(61), endedAt: minutesAgo(61) }),
    ],
  });
}

function gov() {
  return subscriptionStatus({
    subscription: 'gov',
    title: 'Example Gov',
    platform: 'GOV1',
    asOf: minutesAgo(400),
    stale: true,
    limits: [
      limitState(),
      limitState({ family: 'qps', windowLimit: 300, budget: 135, used: 40 }),
    ],
    problem: {
      code: 'unavailable',
      message: 'qualysapi.gov1.qualys.us does not answer.',
      retryAfter: 600,
    },
    feeds: [
      { feed: 'assetManagement', stale: true },
      {
        feed: 'cloudView',
        asOf: minutesAgo(400),
        fullAsOf: minutesAgo(400),
        stale: true,
      },
    ],
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
  });
}
