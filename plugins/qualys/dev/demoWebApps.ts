import {
  webAppSettingsAfter,
  webAppSettingsOf,
  type BoundWebApp,
  type ClaimedWebApp,
  type WebAppScan,
  type WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { QualysApiError, type BoundObject, type QualysApi } from '../src';
import { minutesAgo } from '../src/__testUtils__/fixtures';
import {
  runningScan,
  scan,
  webApp,
  webAppChoices,
} from '../src/__testUtils__/webAppFixtures';

const wait = () => new Promise(resolve => setTimeout(resolve, 300));
const now = () => new Date().toISOString();

/** How long a scan of the dev app is in each of its states, in milliseconds. */
const STATE_MS = 15_000;
const STATES = ['SUBMITTED', 'RUNNING', 'PROCESSING', 'FINISHED'] as const;

const webApps = new Map<string, BoundWebApp>(
  [
    webApp(),
    webApp({
      id: '4712',
      name: 'Refunds',
      url: 'https://refunds.example.com',
      config: {},
      dnsOverrides: [],
      authRecords: [],
      asOf: minutesAgo(190),
      staleBecause: 'Qualys cannot be reached at present',
    }),
  ].map(one => [one.id, one]),
);

const scans = new Map<string, WebAppScan[]>([
  [
    '4711',
    [
      runningScan({ launchedDate: now() }),
      ...Array.from({ length: 14 }, (_, week) =>
        scan({
          id: String(80 - week),
          name: 'Weekly',
          launchedDate: minutesAgo(60 * 24 * (2 + 6 * week)),
          ...(week % 5 === 2 && { outcome: 'failed', authStatus: 'FAILED' }),
          ...(week === 4 && { outcome: 'canceled', status: 'CANCELED' }),
        }),
      ),
    ],
  ],
  ['4712', []],
]);

/** A scan as it is by now. */
function moved(one: WebAppScan): WebAppScan {
  if (one.ended) return one;
  const age = Date.now() - Date.parse(one.launchedDate!);
  const index = Math.min(Math.floor(age / STATE_MS), STATES.length - 1);
  const status = STATES[index];
  return status === 'FINISHED'
    ? scan({ ...one, status, outcome: 'succeeded', ended: true })
    : { ...one, status };
}

function scanList(id: string): WebAppScanList {
  const items = (scans.get(id) ?? []).map(moved);
  return {
    version: items[0]?.id ?? 'none',
    items,
    truncated: false,
    asOf: now(),
  };
}

function find({ id }: BoundObject): BoundWebApp {
  const found = webApps.get(id);
  if (found) return found;
  throw new QualysApiError('Qualys does not know it.', {
    code: 'notFound',
    status: 404,
  });
}

/** The web apps of the dev app that an entity claims. */
export function demoWebAppClaims(name: string): ClaimedWebApp[] {
  const claim = { subscription: 'main', state: 'accepted' } as const;
  switch (name) {
    case 'checkout':
    case 'refunds':
      return [{ ...claim, objectId: '4711' }];
    case 'ledger':
      return [
        { ...claim, objectId: '4711' },
        { ...claim, objectId: '4712', webApp: webApps.get('4712') },
        { ...claim, objectId: '4713' },
        { ...claim, objectId: '4714', state: 'open' },
        { ...claim, objectId: '4715', state: 'rejected' },
      ];
    default:
      return [];
  }
}

/** The calls about web apps. */
export const demoWebApps: Pick<
  QualysApi,
  | 'getWebApp'
  | 'getWebAppChoices'
  | 'updateWebApp'
  | 'getWebAppScans'
  | 'launchScan'
  | 'cancelScan'
  | 'createWebApp'
> = {
  async getWebApp(object) {
    await wait();
    return find(object);
  },
  async getWebAppChoices() {
    await wait();
    return webAppChoices();
  },
  async updateWebApp(object, version, { settings }) {
    await wait();
    const before = find(object);
    const { name, ...config } = webAppSettingsAfter(
      webAppSettingsOf(before),
      settings,
      before.dnsOverrides,
    );
    const after = {
      ...before,
      name,
      config: { ...before.config, ...config },
      version: `${version}+`,
      asOf: now(),
    };
    webApps.set(object.id, after);
    return after;
  },
  async getWebAppScans({ id }) {
    await wait();
    return scanList(id);
  },
  async launchScan({ id }, _, { name, type }) {
    await wait();
    const before = scans.get(id) ?? [];
    scans.set(id, [
      runningScan({
        id: String(100 + before.length),
        name,
        type,
        launchedDate: now(),
      }),
      ...before,
    ]);
    return scanList(id);
  },
  async cancelScan({ id }, _, scanId) {
    await wait();
    scans.set(
      id,
      (scans.get(id) ?? []).map(one =>
        one.id === scanId
          ? { ...one, status: 'CANCELED', outcome: 'canceled', ended: true }
          : one,
      ),
    );
    return scanList(id);
  },
  async createWebApp(subscription, { entityRef, settings }) {
    await wait();
    const { name, url } = settings;
    const created = webApp({ subscription, id: '4720', name, url, config: {} });
    webApps.set(created.id, created);
    return {
      webApp: created,
      entityRef,
      annotation: { name: 'qualys.com/web-apps', value: created.id },
    };
  },
};
