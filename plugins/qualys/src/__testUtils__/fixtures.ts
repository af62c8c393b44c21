import type { Entity } from '@backstage/catalog-model';
import type {
  Binding,
  BoundEntities,
  ClaimedConnector,
  ConnectorHappening,
  ConnectorHistory,
  EntitySummary,
  HeldBackList,
  HeldBackRemoval,
  LimitState,
  MirrorAge,
  MirroredConnector,
  Status,
  SubscriptionStatus,
  SyncRun,
} from 'backstage-plugin-qualys-common';
import type { AwsConnector } from 'qualys-model';
import { DateTime } from 'luxon';

/** A time so many minutes ago (ISO 8601, UTC). */
export function minutesAgo(minutes: number): string {
  return DateTime.utc().minus({ minutes }).toISO();
}

export const CONNECTOR_ID = '4f6f1f3c-6d7c-4c0a-9a5e-0f2d6f7c1a01';

export function connector(
  overrides: Partial<Omit<AwsConnector, 'provider'>> &
    Partial<MirroredConnector> = {},
): MirroredConnector {
  return {
    provider: 'AWS',
    id: CONNECTOR_ID,
    name: 'payments-prod',
    description: '',
    account: '012345678901',
    accountAlias: 'payments',
    reportedState: 'SUCCESS',
    disabled: false,
    totalAssets: 42,
    lastSyncedOn: minutesAgo(90),
    groups: [],
    govCloud: false,
    chinaRegion: false,
    subscription: 'main',
    state: 'success',
    entityRef: 'resource:default/aws-012345678901-1f2e3d4c',
    firstSeen: minutesAgo(10_000),
    lastSeen: minutesAgo(5),
    cloudView: { seenAt: minutesAgo(5) },
    ...overrides,
  } as MirroredConnector;
}

export function connectorInError(
  overrides: Parameters<typeof connector>[0] = {},
): MirroredConnector {
  return connector({
    id: 'in-error',
    name: 'payments-stage',
    reportedState: 'ERROR',
    state: 'error',
    error: 'Access denied to role',
    totalAssets: 8,
    ...overrides,
  });
}

export function happening(
  overrides: Partial<ConnectorHappening> = {},
): ConnectorHappening {
  return {
    id: '1',
    what: 'stateChanged',
    at: minutesAgo(120),
    state: 'success',
    previousState: 'pending',
    feeds: ['assetManagement'],
    ...overrides,
  };
}

export function connectorHistory(
  overrides: Partial<ConnectorHistory> = {},
): ConnectorHistory {
  return { items: [happening()], keptDays: 90, ...overrides };
}

/** What a connector is bound to. */
export function boundEntities(...entityRefs: string[]): BoundEntities {
  return { items: entityRefs.map(entityRef => ({ entityRef })) };
}

/** An accepted claim on a connector. */
export function accepted(of: MirroredConnector): ClaimedConnector {
  return {
    subscription: of.subscription,
    objectId: of.id,
    state: 'accepted',
    connector: of,
  };
}

export function mirrorAge(overrides: Partial<MirrorAge> = {}): MirrorAge {
  return {
    subscription: 'main',
    title: 'Example Corp',
    asOf: minutesAgo(5),
    stale: false,
    feeds: [],
    ...overrides,
  };
}

export function summary(overrides: Partial<EntitySummary> = {}): EntitySummary {
  return {
    entityRef: 'component:default/checkout',
    connectors: [accepted(connector())],
    s3Integrations: [],
    webApps: [],
    securityHub: [],
    problems: [],
    mirror: [mirrorAge()],
    ...overrides,
  };
}

export function component(
  annotations: Record<string, string> = {
    'qualys.com/connectors': CONNECTOR_ID,
  },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default', annotations },
    spec: { type: 'service', owner: 'group:default/payments' },
  };
}

export function run(overrides: Partial<SyncRun> = {}): SyncRun {
  return {
    id: 'run-1',
    subscription: 'main',
    kind: 'full',
    source: 'cloudView',
    trigger: 'schedule',
    startedAt: '2026-03-01T10:00:00.000Z',
    endedAt: '2026-03-01T10:01:05.000Z',
    outcome: 'complete',
    calls: 6,
    seen: 240,
    added: 3,
    changed: 2,
    removed: 1,
    heldBack: 0,
    disagreements: 0,
    skipped: 0,
    feeds: [],
    ...overrides,
  };
}

export function limitState(overrides: Partial<LimitState> = {}): LimitState {
  return {
    family: 'cloudView',
    concurrency: 2,
    concurrencySource: 'assumed',
    running: 0,
    waiting: { user: 0, background: 0 },
    windowSeconds: 3600,
    windowLimit: 300,
    windowSource: 'assumed',
    budget: 90,
    reserved: 18,
    used: 12,
    remaining: 78,
    ...overrides,
  };
}

export function heldBack(
  overrides: Partial<HeldBackRemoval> = {},
): HeldBackRemoval {
  return {
    provider: 'AWS',
    state: 'waiting',
    connectors: 12,
    since: minutesAgo(50),
    reason: { code: 'tooMany', limit: 10 },
    version: 'version-1',
    ...overrides,
  };
}

export function heldBackList(
  overrides: Partial<HeldBackList> = {},
): HeldBackList {
  return {
    removals: [heldBack()],
    items: [
      { ...connector(), missingSince: minutesAgo(50) },
      {
        ...connectorInError({ owner: 'group:default/payments' }),
        missingSince: minutesAgo(50),
      },
    ],
    totalItems: 2,
    ...overrides,
  };
}

export function subscriptionStatus(
  overrides: Partial<SubscriptionStatus> = {},
): SubscriptionStatus {
  return {
    ...mirrorAge(),
    platform: 'US2',
    connectors: {
      total: 240,
      byState: { success: 228, error: 12 },
      byProvider: { AWS: 200, AZURE: 40 },
    },
    interval: 1800,
    limits: [limitState()],
    heldBack: [],
    runs: [run()],
    ...overrides,
  };
}

export function status(overrides: Partial<Status> = {}): Status {
  return {
    subscriptions: [subscriptionStatus()],
    owners: ['group:default/payments', 'group:default/platform'],
    openClaims: 1,
    ...overrides,
  };
}

export function claim(overrides: Partial<Binding> = {}): Binding {
  return {
    id: 'claim-1',
    entityRef: 'component:default/ledger',
    owner: 'group:default/payments',
    type: 'connector',
    subscription: 'main',
    objectId: CONNECTOR_ID,
    objectName: 'payments-prod',
    objectAccount: '012345678901',
    state: 'open',
    claimed: true,
    made: false,
    alsoBoundTo: [],
    firstSeen: minutesAgo(30),
    ...overrides,
  };
}
