import type {
  BoundWebApp,
  ClaimedWebApp,
  WebAppChoices,
  WebAppScan,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { minutesAgo } from './fixtures';

export const WEB_APP_ID = '4711';

export const WEB_APP_OBJECT = {
  entity: { kind: 'component', namespace: 'default', name: 'checkout' },
  subscription: 'main',
  id: WEB_APP_ID,
};

export function webApp(overrides: Partial<BoundWebApp> = {}): BoundWebApp {
  return {
    subscription: 'main',
    id: WEB_APP_ID,
    version: 'w1',
    name: 'Checkout',
    url: 'https://checkout.example.com',
    config: {
      defaultDnsOverride: { id: '14620', name: 'origin' },
      cancelScansAfterNHours: 6,
    },
    dnsOverrides: [
      { id: '14620', name: 'origin' },
      { id: '14621', name: 'spare' },
    ],
    authRecords: [{ id: '61', name: 'checkout scan user' }],
    asOf: minutesAgo(2),
    ...overrides,
  };
}

export function scan(overrides: Partial<WebAppScan> = {}): WebAppScan {
  return {
    id: '83',
    name: 'After the release',
    type: 'VULNERABILITY',
    mode: 'API',
    status: 'FINISHED',
    resultsStatus: 'SUCCESSFUL',
    authStatus: 'SUCCESSFUL',
    profile: { id: '139359', name: 'Initial WAS Options' },
    launchedDate: minutesAgo(60 * 24),
    outcome: 'succeeded',
    ended: true,
    durationSeconds: 5400,
    ...overrides,
  };
}

/** A scan that has not come to its end. */
export function runningScan(overrides: Partial<WebAppScan> = {}): WebAppScan {
  return scan({
    id: '84',
    name: 'Nightly',
    status: 'RUNNING',
    resultsStatus: 'NOT_USED',
    authStatus: 'NONE',
    outcome: 'running',
    ended: false,
    durationSeconds: undefined,
    launchedDate: minutesAgo(12),
    ...overrides,
  });
}

export function scanList(
  overrides: Partial<WebAppScanList> = {},
): WebAppScanList {
  return {
    version: 's1',
    items: [
      scan(),
      scan({
        id: '82',
        name: 'Weekly',
        launchedDate: minutesAgo(60 * 24 * 8),
        authStatus: 'FAILED',
        outcome: 'failed',
      }),
      scan({
        id: '81',
        name: 'Weekly',
        launchedDate: minutesAgo(60 * 24 * 15),
        status: 'CANCELED',
        resultsStatus: 'NOT_USED',
        authStatus: 'NONE',
        outcome: 'canceled',
      }),
    ],
    truncated: false,
    asOf: minutesAgo(2),
    ...overrides,
  };
}

export function webAppChoices(
  overrides: Partial<WebAppChoices> = {},
): WebAppChoices {
  return {
    dnsOverrides: [
      {
        id: '14620',
        name: 'origin',
        mappings: [
          { hostName: 'checkout.example.com', ipAddress: '203.0.113.17' },
        ],
      },
      { id: '14621', name: 'spare' },
    ],
    authRecords: [{ id: '61', name: 'checkout scan user' }],
    profiles: [{ id: '139359', name: 'Initial WAS Options' }],
    asOf: minutesAgo(2),
    ...overrides,
  };
}

/** An accepted claim on a web app. */
export function acceptedWebApp(
  of: BoundWebApp = webApp(),
  scans: WebAppScanList | undefined = scanList(),
): ClaimedWebApp {
  return {
    subscription: of.subscription,
    objectId: of.id,
    state: 'accepted',
    webApp: of,
    scans,
  };
}
