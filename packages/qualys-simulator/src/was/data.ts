import { TEAMS } from '../cloudView/data/vocabulary';
import { PURPOSE, Random } from '../core/random';
import { isoDate } from '../qps/isoDate';
import { DEMO_WEB_APPS, type WebAppTraits } from './demo';
import { scanOutcome } from './outcome';
import type { ScanRecord } from './scan';
import type { AuthRecord, WasData } from './store';
import type { DnsOverrideRecord } from './dnsOverride';
import type { WebAppRecord } from './webApp';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const PROFILES = [
  { id: 139_359, name: 'Initial WAS Options' },
  { id: 139_402, name: 'Weekly, gentle' },
];

/** The ids of a kind: far enough apart that none looks like a count. */
function idsFrom(seed: number, kind: number, base: number, step: number) {
  const first = base + new Random(seed, PURPOSE.wasIds, kind).below(base);
  return (index: number) => first + index * step;
}

/** The ids of the web apps of a seed. */
export function webAppIds(seed: number): (index: number) => number {
  return idsFrom(seed, 1, 10_000_000, 7);
}

/** The ids of the DNS overrides of a seed. */
export function dnsOverrideIds(seed: number): (index: number) => number {
  return idsFrom(seed, 2, 20_000, 13);
}

function otherWebApps(): WebAppTraits[] {
  const taken = new Set(DEMO_WEB_APPS.map(({ service }) => service));
  return Object.entries(TEAMS).flatMap(([team, services]) =>
    services
      .filter(service => !taken.has(service))
      .flatMap(service =>
        ['prod', 'staging'].map(environment => ({
          team,
          service,
          environment,
          name: `${team} ${service} (${environment})`,
          url: `https://${service}${
            environment === 'prod' ? '' : '.staging'
          }.${team}.example.com`,
        })),
      ),
  );
}

interface Ids {
  webApp(index: number): number;
  scan(index: number): number;
  dnsOverride(index: number): number;
  authRecord(index: number): number;
}

function scansOf(
  webApp: WebAppRecord,
  traits: WebAppTraits,
  random: Random,
  ids: Ids,
  from: number,
  start: number,
): ScanRecord[] {
  const count = traits.scans ?? random.below(5);
  const weekly = random.below(7 * DAY);
  const { id, name, url } = webApp;
  return Array.from({ length: count }, (_, index) => {
    const age = (count - index) * 7 * DAY - weekly;
    const launchedAt = Math.floor((start - age) / MINUTE) * MINUTE;
    const runningAt = launchedAt + (1 + random.below(5)) * MINUTE;
    const processingAt = runningAt + (20 + random.below(200)) * MINUTE;
    const authRecordId = webApp.defaultAuthRecordId;
    const outcome = scanOutcome(random, authRecordId !== undefined);
    const isLast = index === count - 1;
    return {
      id: ids.scan(from + index),
      name: `Weekly scan of ${name} ${isoDate(launchedAt).slice(0, 10)}`,
      type: random.chance(0.9) ? 'VULNERABILITY' : 'DISCOVERY',
      mode: random.chance(0.8) ? 'SCHEDULED' : 'ONDEMAND',
      webApp: { id, name, url },
      profile: random.pick(PROFILES),
      scanner: { type: url.includes('internal') ? 'INTERNAL' : 'EXTERNAL' },
      sendMail: false,
      launchedAt,
      runningAt,
      processingAt,
      endsAt: processingAt + (5 + random.below(20)) * MINUTE,
      ...outcome,
      ...(isLast ? traits.lastScan : {}),
    };
  });
}

function dnsOverridesOf(
  traits: readonly WebAppTraits[],
  ids: Ids,
  created: string,
): DnsOverrideRecord[] {
  const leading = (what: string, to: 'address' | 'spareAddress') =>
    traits.flatMap(({ name, url, [to]: address }) =>
      address === undefined ? [] : [{ name: `${name}: ${what}`, url, address }],
    );
  return [
    ...leading('behind the load balancer', 'address'),
    ...leading('the spare origin', 'spareAddress'),
  ].map(({ name, url, address }, index) => ({
    id: ids.dnsOverride(index),
    name,
    mappings: [{ hostName: new URL(url).hostname, ipAddress: address }],
    tagIds: [],
    comments: [
      {
        contents: 'Scans go to the origin, past the content delivery network.',
        createdDate: created,
      },
    ],
    createdDate: created,
    updatedDate: created,
  }));
}

/**
 * The web apps, scans and DNS overrides of the imagined company.
 *
 * @param seed - the seed of the data
 * @param start - when the platform starts, milliseconds since 1970; everything lies before it
 * @param tagId - the id of the tag with a name
 */
export function wasData(
  seed: number,
  start: number,
  tagId: (name: string) => number,
): WasData {
  const ids: Ids = {
    webApp: webAppIds(seed),
    scan: idsFrom(seed, 3, 3_000_000, 11),
    dnsOverride: dnsOverrideIds(seed),
    authRecord: idsFrom(seed, 4, 600_000, 3),
  };
  const traits = [...DEMO_WEB_APPS, ...otherWebApps()];
  const dnsOverrides = dnsOverridesOf(traits, ids, isoDate(start - 200 * DAY));
  const authRecords: AuthRecord[] = Object.keys(TEAMS).map((team, index) => ({
    id: ids.authRecord(index),
    name: `${team} scan user`,
  }));
  const scans: ScanRecord[] = [];
  const webApps = traits.map((trait, index): WebAppRecord => {
    const random = new Random(seed, PURPOSE.webApp, index);
    const { name, url, team, environment } = trait;
    const assigned = dnsOverrides.filter(({ name: given }) =>
      given.startsWith(`${name}: `),
    );
    const [override] = assigned;
    const authRecord = authRecords.find(({ name: given }) =>
      given.startsWith(`${team} `),
    );
    const signsIn = trait.signsIn ?? random.chance(0.5);
    const created = start - (210 + random.below(600)) * DAY;
    const cancels = random.chance(0.3)
      ? { cancelScansAfterNHours: 4 + random.below(8) }
      : {};
    const webApp: WebAppRecord = {
      id: ids.webApp(index),
      name,
      url,
      tagIds: [tagId(team), tagId(environment)],
      dnsOverrideIds: assigned.map(({ id }) => id),
      authRecordIds: signsIn && authRecord ? [authRecord.id] : [],
      ...(trait.cancels ?? cancels),
      ...(signsIn && authRecord ? { defaultAuthRecordId: authRecord.id } : {}),
      ...(override ? { defaultDnsOverrideId: override.id } : {}),
      isScheduled: random.chance(0.7),
      createdDate: isoDate(created),
      updatedDate: isoDate(start - random.below(200) * DAY),
    };
    const from = index * 5;
    scans.push(
      ...scansOf(
        webApp,
        trait,
        new Random(seed, PURPOSE.scan, index),
        ids,
        from,
        start,
      ),
    );
    return webApp;
  });
  return { webApps, scans, dnsOverrides, authRecords };
}
