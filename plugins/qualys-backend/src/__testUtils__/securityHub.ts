import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  entitySecurityHubSchema,
  settingsHistorySchema,
} from 'backstage-plugin-qualys-common';
import type { SecurityHubRow } from 'qualys-model';
import type { Simulator } from 'qualys-simulator';
import { simulated, startQualysBackend } from './backend';
import { catalogEntity } from './claims';

/** The accounts of a team, and one of another. */
export const OWN = '048213577190';
export const NEW = '111111111111';
export const THEIRS = '418820375514';

/** A row of which a test says only what matters to it. */
export function row(
  awsAccount: string,
  overrides: Partial<SecurityHubRow> = {},
): SecurityHubRow {
  return {
    awsAccount,
    minSeverity: 3,
    baseCategory: 'Confirmed',
    regions: ['eu-west-2', 'eu-west-1'],
    ...overrides,
  };
}

/** The rows of the shared integration 34 when a test begins. */
export const THEIR_ROW = row(THEIRS, {
  minSeverity: 4,
  regions: ['eu-west-1'],
});
export const ROWS = [THEIR_ROW, row(OWN)];

/** An entity that claims accounts in an integration. */
export function hubEntity(
  name: string,
  integrations: string,
  accounts: string,
): Entity {
  return catalogEntity(name, {
    annotations: {
      'qualys.com/security-hub-integrations': integrations,
      'qualys.com/aws-accounts': accounts,
    },
  });
}

const CHECKOUT = '/entities/component/default/checkout';

/** Where the team of `checkout` finds its accounts in the integration. */
export const HUB_PATH = `${CHECKOUT}/security-hub/main/34`;

/** Why a test weakens. */
export const REASON = 'not used any more';

/**
 * A backend whose entity `checkout` is bound to two accounts of the shared
 * integration 34 of a simulator, `orders` to another, and `copycat` to none of
 * those that it claims.
 */
export async function startHubBackend(simulator: Simulator) {
  const denied = new Set<string>();
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const backend = await startQualysBackend({
    subscriptions: { main: simulated(simulator) },
    qualys: {
      bindings: {
        accept: [
          {
            entity: 'component:default/checkout',
            type: 'securityHubAccount',
            objects: `main/34/${OWN}`,
          },
          { entity: 'component:default/checkout', objects: `main/34/${NEW}` },
          { entity: 'component:default/orders', objects: `main/34/${THEIRS}` },
        ],
      },
    },
    entities: [
      hubEntity('checkout', '34', `${OWN}, ${NEW}, ${THEIRS}`),
      hubEntity('orders', 'main/34', THEIRS),
      hubEntity('copycat', '34', `${OWN},${NEW}`),
    ],
    features: [permissions.factory],
  });
  const header = mockCredentials.user.header();
  const { control } = simulator;

  const read = async (path = HUB_PATH) => {
    const { status, body, headers } = await backend.get(path);
    expect({ status, body }).toMatchObject({ status: 200 });
    const integration = entitySecurityHubSchema.strict().parse(body);
    expect(headers.etag).toBe(`"${integration.version}"`);
    return integration;
  };
  const send = (
    method: 'put' | 'post',
    path: string,
    body: object,
    version?: string,
  ) => {
    const call = backend[method](path, header);
    if (version !== undefined) call.set('If-Match', `"${version}"`);
    return call.send(body);
  };

  return {
    ...backend,
    denied,
    read,
    send,
    /** Changes the rows of the team, from the state that it has now. */
    async change(rows: readonly SecurityHubRow[], reason?: string) {
      const { version } = await read();
      control.clearJournal();
      return send(
        'put',
        HUB_PATH,
        { rows, ...(reason && { reason }) },
        version,
      );
    },
    /** What Qualys holds of the integration, in one order and without what posts nothing. */
    held: (id = '34') =>
      control
        .securityHubIntegration(id)
        ?.rows.filter(({ regions }) => regions.length > 0)
        .sort((a, b) => a.awsAccount.localeCompare(b.awsAccount)),
    /** The calls about Security Hub that Qualys got. */
    calls: () =>
      control
        .journal()
        .filter(({ path }) => path.includes('securityhub'))
        .map(
          ({ method, path }) =>
            `${method} ${path
              .split('/rest/2.0/')[1]
              .replace('/integration/amazon/securityhub', '')}`,
        ),
    bodies: () =>
      control
        .journal()
        .filter(({ body }) => body !== undefined)
        .map(({ body }) => body),
    async history(path = `${CHECKOUT}/history`) {
      const { body } = await backend.get(path);
      return settingsHistorySchema.parse(body).items;
    },
  };
}

/** A backend of {@link startHubBackend}. */
export type HubBackend = Awaited<ReturnType<typeof startHubBackend>>;

/**
 * Starts such a backend for each test of a suite, with the shared integration
 * 34 in the simulator, and stops it.
 */
export function useHubBackend(simulator: { readonly current: Simulator }): {
  readonly current: HubBackend;
} {
  let backend: HubBackend;
  beforeEach(async () => {
    const { control } = simulator.current;
    control.addSecurityHubIntegration({
      id: '34',
      name: 'Commerce',
      rows: ROWS,
    });
    backend = await startHubBackend(simulator.current);
  });
  afterEach(() => backend.stop());
  return {
    get current() {
      return backend;
    },
  };
}

/** Rows in one order. */
export function sorted(rows: readonly SecurityHubRow[]): SecurityHubRow[] {
  return rows.toSorted((a, b) => a.awsAccount.localeCompare(b.awsAccount));
}
