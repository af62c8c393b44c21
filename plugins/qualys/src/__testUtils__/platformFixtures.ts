import type {
  CallCount,
  CallHistory,
  CatalogState,
  FeedRun,
  Ownership,
  OwnershipRule,
  ReadingProgress,
  SyncProgress,
} from 'backstage-plugin-qualys-common';
import { minutesAgo } from './fixtures';

export function feedRun(overrides: Partial<FeedRun> = {}): FeedRun {
  return {
    feed: 'assetManagement',
    kind: 'full',
    complete: true,
    seen: 240,
    skipped: 0,
    skippedRecords: [],
    ...overrides,
  };
}

export function reading(
  overrides: Partial<ReadingProgress> = {},
): ReadingProgress {
  return {
    provider: 'AWS',
    feed: 'assetManagement',
    stage: 'reading',
    read: 3400,
    expected: 10_000,
    ...overrides,
  };
}

export function progress(overrides: Partial<SyncProgress> = {}): SyncProgress {
  return {
    at: minutesAgo(0),
    calls: 7,
    readings: [reading()],
    ...overrides,
  };
}

export function catalogState(
  overrides: Partial<CatalogState> = {},
): CatalogState {
  return {
    at: minutesAgo(3),
    revision: 12,
    entities: 240,
    skipped: 0,
    skippedEntities: [],
    leftOut: 0,
    ...overrides,
  };
}

export function ownershipRule(
  overrides: Partial<OwnershipRule> = {},
): OwnershipRule {
  return {
    rule: 'payments accounts',
    conditions: [{ field: 'account', values: ['012345678901'] }],
    owner: 'group:default/payments',
    connectors: 200,
    notFound: [],
    ...overrides,
  };
}

export function ownership(overrides: Partial<Ownership> = {}): Ownership {
  return {
    rules: [
      ownershipRule(),
      ownershipRule({
        rule: 'default',
        conditions: [],
        owner: 'group:default/platform',
        connectors: 40,
      }),
    ],
    others: [],
    unowned: 0,
    total: 240,
    ...overrides,
  };
}

export function callCount(overrides: Partial<CallCount> = {}): CallCount {
  return {
    at: '2026-03-01T10:00:00.000Z',
    subscription: 'main',
    family: 'cloudView',
    user: 2,
    background: 10,
    refused: 0,
    ...overrides,
  };
}

export function callHistory(overrides: Partial<CallHistory> = {}): CallHistory {
  return {
    from: '2026-02-28T11:00:00.000Z',
    to: '2026-03-01T11:00:00.000Z',
    stretchSeconds: 3600,
    items: [callCount()],
    ...overrides,
  };
}
