import {
  isScanMoving,
  webAppScanListSchema,
  type BoundWebApp,
  type ReadAge,
  type WebAppScan,
  type WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import {
  dnsOverrideSchema,
  webAppSchema,
  type DnsOverride,
  type Scan,
  type WebApp,
} from 'qualys-model';
import { z } from 'zod';
import type { CachedRead, CachedReads, Known } from '../reads';
import { versionOf } from '../settings';
import { scanListOf, scansOf, toWebAppScan, type Scans } from './scanList';

/** Which web app. */
export interface WebAppKey {
  subscription: string;
  id: string;
}

/** How fresh an answer must be. */
export interface Freshness {
  /** Whether it is for a form: a few seconds old at most. */
  fresh?: boolean;
}

/**
 * Reads web apps and their scans from Qualys, as seldom as can be.
 * Whether they are bound to the entity in question is for the caller to ask.
 */
export interface WebAppReads {
  webApp(key: WebAppKey, how?: Freshness): Promise<BoundWebApp>;
  /** The last scans, read more often while one of them that is young is on its way. */
  scans(key: WebAppKey, how?: Freshness): Promise<WebAppScanList>;
  /** What is known of both without waiting for Qualys. */
  atOnce(
    key: WebAppKey,
  ): Promise<{ webApp?: BoundWebApp; scans?: WebAppScanList }>;
  /** DNS overrides with what they hold. */
  dnsOverrides(
    subscription: string,
    ids: readonly string[],
  ): Promise<DnsOverride[]>;
  /** As it is in Qualys now; throws as the client does. */
  webAppNow(key: WebAppKey): Promise<BoundWebApp>;
  scansNow(key: WebAppKey): Promise<WebAppScanList>;
  /** Keeps the scans as they are after one of them was read by itself. */
  putScans(
    key: WebAppKey,
    items: readonly WebAppScan[],
  ): Promise<WebAppScanList>;
  /** Lets the next one who looks ask Qualys. */
  forget(key: WebAppKey): Promise<void>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const FRESH_MS = 5 * MINUTE;
const RENEWED_MS = 60 * MINUTE;
// A scan may take hours, and the calls of an hour are for all that the portal
// does: only a young one is watched closely.
const MOVING_PERIODS = [
  { youngerThanMs: 2 * MINUTE, periodMs: 15 * SECOND },
  { youngerThanMs: 15 * MINUTE, periodMs: MINUTE },
];
// Qualys has not said yet when it began.
const UNDATED_MS = MINUTE;
const SCANS_SINCE_MS = 90 * 24 * 60 * MINUTE;
// The most that Qualys gives at once: a period costs one call.
const PAGE_SIZE = 1000;

const storedWebAppSchema = webAppSchema.omit({ tags: true });
const storedScansSchema = webAppScanListSchema.pick({
  items: true,
  truncated: true,
});

type StoredWebApp = z.infer<typeof storedWebAppSchema>;

function webAppRead({ subscription, id }: WebAppKey): CachedRead<StoredWebApp> {
  return {
    key: `webApp:${subscription}/${id}`,
    subscription,
    area: 'webApps',
    what: `The web app ${subscription}/${id}`,
    schema: storedWebAppSchema,
    freshMs: FRESH_MS,
    renewedMs: RENEWED_MS,
    async ask({ qualys }, options) {
      const { tags: _, ...webApp }: WebApp = await qualys.webApps.get(
        id,
        options,
      );
      if (webApp.id !== id) {
        throw new QualysError(
          'unexpectedAnswer',
          'Qualys answered with another web app than was asked for',
        );
      }
      return webApp;
    },
  };
}

/** For how long the answer is good that a scan was in. */
function scanPeriodMs(scan: WebAppScan): number {
  if (!isScanMoving(scan)) return FRESH_MS;
  const { launchedDate } = scan;
  if (launchedDate === undefined) return UNDATED_MS;
  const age = Date.now() - Date.parse(launchedDate);
  const period = MOVING_PERIODS.find(
    ({ youngerThanMs }) => age < youngerThanMs,
  );
  return period?.periodMs ?? FRESH_MS;
}

function scansRead({ subscription, id }: WebAppKey): CachedRead<Scans> {
  return {
    key: `scans:${subscription}/${id}`,
    subscription,
    area: 'webApps',
    what: `The scans of the web app ${subscription}/${id}`,
    schema: storedScansSchema,
    freshMs: ({ items }) => Math.min(FRESH_MS, ...items.map(scanPeriodMs)),
    renewedMs: RENEWED_MS,
    async ask({ qualys }, options) {
      const since = new Date(Date.now() - SCANS_SINCE_MS);
      const found: Scan[] = [];
      const list = qualys.scans.search({
        ...options,
        pageSize: PAGE_SIZE,
        filters: [
          { field: 'webApp.id', operator: 'EQUALS', value: id },
          {
            field: 'launchedDate',
            operator: 'GREATER',
            value: since.toISOString().slice(0, 10),
          },
        ],
      });
      for await (const scan of list) {
        // Nobody sees what a filter that was not heeded lets in, nor what does
        // not say whose it is.
        if (scan.webApp?.id === id) found.push(scan);
      }
      return scansOf(found.map(toWebAppScan));
    },
  };
}

function dnsOverridesRead(
  subscription: string,
  ids: readonly string[],
): CachedRead<DnsOverride[]> {
  return {
    key: `dnsOverrides:${subscription}/${ids.toSorted().join(',')}`,
    subscription,
    area: 'webApps',
    what: `DNS overrides of ${subscription}`,
    schema: z.array(dnsOverrideSchema),
    freshMs: FRESH_MS,
    renewedMs: RENEWED_MS,
    async ask({ qualys }, options) {
      const found: DnsOverride[] = [];
      const list = qualys.dnsOverrides.search({
        ...options,
        pageSize: PAGE_SIZE,
        filters: [{ field: 'id', operator: 'IN', value: ids }],
      });
      for await (const override of list) found.push(override);
      return found;
    },
  };
}

/** The version of the settings of a web app. */
export function webAppVersionOf({
  name,
  url,
  config,
}: Pick<BoundWebApp, 'name' | 'url' | 'config'>): string {
  return versionOf({ name, url, config });
}

function webAppOf(
  { subscription }: WebAppKey,
  { value, ...age }: Known<StoredWebApp>,
): BoundWebApp {
  return {
    ...value,
    subscription,
    version: webAppVersionOf(value),
    ...age,
  };
}

/** Makes the reads of web apps. */
export function createWebAppReads(reads: CachedReads): WebAppReads {
  const listOf = ({ value, ...age }: Known<Scans>) =>
    scanListOf(value, age satisfies ReadAge);
  const as = ({ fresh }: Freshness = {}) =>
    fresh ? reads.readFresh : reads.read;
  return {
    async webApp(key, how) {
      return webAppOf(key, await as(how)(webAppRead(key)));
    },
    async scans(key, how) {
      return listOf(await as(how)(scansRead(key)));
    },
    async atOnce(key) {
      const [webApp, scans] = await Promise.all([
        reads.readAtOnce(webAppRead(key)),
        reads.readAtOnce(scansRead(key)),
      ]);
      return {
        ...(webApp && { webApp: webAppOf(key, webApp) }),
        ...(scans && { scans: listOf(scans) }),
      };
    },
    async dnsOverrides(subscription, ids) {
      if (ids.length === 0) return [];
      return (await reads.read(dnsOverridesRead(subscription, ids))).value;
    },
    async webAppNow(key) {
      return webAppOf(key, await reads.readNow(webAppRead(key)));
    },
    async scansNow(key) {
      return listOf(await reads.readNow(scansRead(key)));
    },
    async putScans(key, items) {
      return listOf(await reads.put(scansRead(key), scansOf(items)));
    },
    async forget(key) {
      await Promise.all([
        reads.forget(webAppRead(key)),
        reads.forget(scansRead(key)),
      ]);
    },
  };
}
