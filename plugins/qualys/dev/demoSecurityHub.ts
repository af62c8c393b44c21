import {
  securityHubChanges,
  securityHubSteps,
  type ClaimedSecurityHub,
  type SecurityHubIntegrationDetails,
} from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../src';
import { minutesAgo } from '../src/__testUtils__/fixtures';
import {
  claimedHub,
  entityHub,
  FREE,
  HUB_ID,
  hubRow,
  OWN,
  SECOND,
  THEIRS,
  wholeHub,
} from '../src/__testUtils__/securityHubFixtures';

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

const ACCOUNTS = [OWN, SECOND, FREE];

/** One of which a step fails at the first try. */
const FAILING = '36';

const hubs = new Map(
  [
    wholeHub({
      rows: [
        ...entityHub().rows,
        hubRow(THEIRS, {
          regions: ['ap-southeast-2', 'eu-west-1', 'us-east-1', 'us-west-2'],
        }),
      ],
    }),
    wholeHub({ id: '35', name: 'Fulfilment, prod = staging', rows: [] }),
    wholeHub({
      id: FAILING,
      name: 'Old accounts',
      staleBecause: 'Qualys does not answer.',
      asOf: minutesAgo(190),
    }),
  ].map(hub => [hub.id, hub]),
);

let count = 1;

function find(id: string): SecurityHubIntegrationDetails {
  const found = hubs.get(id);
  if (found) return found;
  throw new QualysApiError('There is no such integration.', {
    code: 'notFound',
    status: 404,
  });
}

function viewOf(hub: SecurityHubIntegrationDetails) {
  const isOwn = ({ awsAccount }: { awsAccount: string }) =>
    ACCOUNTS.includes(awsAccount);
  return {
    ...hub,
    accounts: ACCOUNTS,
    rows: hub.rows.filter(isOwn),
    shared: !hub.rows.every(isOwn),
  };
}

function keep(id: string, change: Partial<SecurityHubIntegrationDetails>) {
  const hub = {
    ...find(id),
    ...change,
    version: `v${++count}`,
    asOf: new Date().toISOString(),
  };
  delete hub.staleBecause;
  hubs.set(id, hub);
  return hub;
}

/** What the entity `ledger` claims in Security Hub, and `checkout` has. */
export function demoHubClaims(name: string): ClaimedSecurityHub[] {
  switch (name) {
    case 'checkout':
      return [claimedHub(viewOf(find(HUB_ID)))];
    case 'ledger':
      return [
        claimedHub(viewOf(find(FAILING)), {
          accounts: [
            { awsAccount: OWN, state: 'accepted' },
            { awsAccount: SECOND, state: 'open' },
            { awsAccount: FREE, state: 'rejected' },
          ],
        }),
        claimedHub(entityHub({ id: '99' }), { integration: undefined }),
      ];
    default:
      return [];
  }
}

/** The calls about Security Hub. */
export const demoSecurityHub: Pick<
  QualysApi,
  | 'getEntitySecurityHub'
  | 'updateEntitySecurityHub'
  | 'listSecurityHubIntegrations'
  | 'getSecurityHubIntegration'
  | 'createSecurityHubIntegration'
  | 'updateSecurityHubIntegration'
  | 'renameSecurityHubIntegration'
  | 'removeSecurityHubAccounts'
  | 'deleteSecurityHubIntegration'
> = {
  async getEntitySecurityHub({ id }) {
    await wait();
    return viewOf(find(id));
  },
  async updateEntitySecurityHub({ id }, version, { rows }) {
    await wait();
    const before = find(id);
    const others = before.rows.filter(
      ({ awsAccount }) => !ACCOUNTS.includes(awsAccount),
    );
    const own = viewOf(before).rows;
    if (id === FAILING && version === 'v1') {
      const steps = securityHubSteps({
        before: own,
        after: rows,
        shared: true,
      });
      const present = keep(id, { version: 'v2' });
      throw new QualysApiError('Qualys refused this: not now.', {
        code: 'invalid',
        status: 400,
        current: viewOf(present),
        steps: steps.map((step, index) => ({
          step,
          state: (['done', 'done', 'failed'] as const)[index] ?? 'notDone',
        })),
      });
    }
    const changes = securityHubChanges(own, rows);
    return viewOf(
      changes.length === 0 ? before : keep(id, { rows: [...others, ...rows] }),
    );
  },
  async listSecurityHubIntegrations(subscription) {
    await wait();
    if (subscription !== 'main') {
      throw new QualysApiError('Qualys does not answer.', {
        code: 'unavailable',
        status: 503,
      });
    }
    return { items: [...hubs.values()], asOf: minutesAgo(3) };
  },
  async getSecurityHubIntegration({ id }) {
    await wait();
    return find(id);
  },
  async createSecurityHubIntegration(_, { name, rows }) {
    await wait();
    const hub = wholeHub({ id: String(40 + ++count), name, rows });
    hubs.set(hub.id, hub);
    return hub;
  },
  async updateSecurityHubIntegration({ id }, _, { rows }) {
    await wait();
    return keep(id, { rows });
  },
  async renameSecurityHubIntegration({ id }, _, { name }) {
    await wait();
    return keep(id, { name });
  },
  async removeSecurityHubAccounts({ id }) {
    await wait();
    return keep(id, { rows: [] });
  },
  async deleteSecurityHubIntegration({ id }) {
    await wait();
    hubs.delete(id);
    return { deleted: true };
  },
};
