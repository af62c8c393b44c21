import { isIP } from 'node:net';
import { z } from 'zod';
import { ObjectIdError } from '../core/idError';
import { isoDate } from '../qps/isoDate';
import { idFor } from '../qps/numberedStore';
import type { DnsMapping, DnsOverrideRecord } from './dnsOverride';
import type { ScanLauncher } from './launch';
import type { ScanRecord } from './scan';
import type { AuthRecord, WasStore } from './store';
import type { WebAppRecord } from './webApp';

/**
 * A web app to be added, and whatever differs from a plain one.
 *
 * @public
 */
export interface NewWebApp {
  /** A new one unless given. */
  id?: number;
  name?: string;
  url?: string;
  /** The ids of its tags. */
  tagIds?: readonly number[];
  /** The ids of the DNS overrides that are assigned to it. */
  dnsOverrideIds?: readonly number[];
  /** The ids of the authentication records that are assigned to it. */
  authRecordIds?: readonly number[];
  /** 1 to 24. */
  cancelScansAfterNHours?: number;
  /** `HH:MM`. */
  cancelScansAt?: string;
  defaultAuthRecordId?: number;
  defaultDnsOverrideId?: number;
  isScheduled?: boolean;
}

/**
 * A scan to be added, and whatever differs from a plain one.
 *
 * @public
 */
export interface NewScan {
  /** A new one unless given. */
  id?: number;
  name?: string;
  /** `VULNERABILITY` unless given, or `DISCOVERY`. */
  type?: string;
  /** The web app that it scans; the first one unless given. */
  webAppId?: number;
  /**
   * The state that it is in: `SUBMITTED` (unless given), `RUNNING` and
   * `PROCESSING` move on from there; any other word is how it ended.
   */
  status?: string;
  /** What becomes of its results; `SUCCESSFUL` unless given. */
  resultsStatus?: string;
  /** How signing in goes; `NONE` unless given. */
  authStatus?: string;
}

/**
 * A DNS override to be added, and whatever differs from a plain one.
 *
 * @public
 */
export interface NewDnsOverride {
  /** A new one unless given. */
  id?: number;
  name?: string;
  mappings?: readonly DnsMapping[];
  /** The ids of its tags. */
  tagIds?: readonly number[];
  comment?: string;
}

const id = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const ids = z.array(id).default([]);

const webAppSchema = z.strictObject({
  id: id.optional(),
  name: z.string().min(1).optional(),
  url: z.url().optional(),
  tagIds: ids,
  dnsOverrideIds: ids,
  authRecordIds: ids,
  cancelScansAfterNHours: z.number().int().min(1).max(24).optional(),
  cancelScansAt: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .optional(),
  defaultAuthRecordId: id.optional(),
  defaultDnsOverrideId: id.optional(),
  isScheduled: z.boolean().default(false),
});

const scanSchema = z.strictObject({
  id: id.optional(),
  name: z.string().min(1).optional(),
  type: z.enum(['VULNERABILITY', 'DISCOVERY']).default('VULNERABILITY'),
  webAppId: id.optional(),
  status: z.string().min(1).default('SUBMITTED'),
  resultsStatus: z.string().min(1).default('SUCCESSFUL'),
  authStatus: z.string().min(1).default('NONE'),
});

const dnsOverrideSchema = z.strictObject({
  id: id.optional(),
  name: z.string().min(1).optional(),
  mappings: z
    .array(
      z.strictObject({
        hostName: z.string().min(1),
        ipAddress: z.string().refine(value => isIP(value) > 0, 'no IP address'),
      }),
    )
    .min(1)
    .default([{ hostName: 'www.example.com', ipAddress: '203.0.113.1' }]),
  tagIds: ids,
  comment: z.string().min(1).max(2048).optional(),
});

const authRecordSchema = z.strictObject({
  id: id.optional(),
  name: z.string().min(1),
});

/** Adds objects to WAS by hand. All verbs throw a ZodError or an ObjectIdError. */
export class WasAdditions {
  constructor(
    private readonly store: WasStore,
    private readonly launcher: ScanLauncher,
  ) {}

  /** Adds a web app and returns its id. */
  webApp(input: NewWebApp): number {
    const given = webAppSchema.parse(input);
    const { defaultAuthRecordId, defaultDnsOverrideId } = given;
    const now = isoDate(this.store.now());
    const webAppId = idFor(this.store.webApps, given.id);
    const withDefault = (assigned: number[], standard?: number) =>
      standard === undefined ? assigned : [...new Set([...assigned, standard])];
    const webApp: WebAppRecord = {
      name: `added ${webAppId}`,
      url: `https://added-${webAppId}.example.com`,
      ...given,
      id: webAppId,
      dnsOverrideIds: withDefault(given.dnsOverrideIds, defaultDnsOverrideId),
      authRecordIds: withDefault(given.authRecordIds, defaultAuthRecordId),
      createdDate: now,
      updatedDate: now,
    };
    this.store.webApps.put(webApp);
    return webAppId;
  }

  /** Adds a scan and returns its id. */
  scan(input: NewScan): number {
    const given = scanSchema.parse(input);
    const { webAppId = this.store.webApps.all()[0]?.id } = given;
    const webApp = this.store.webApps.get(webAppId);
    if (!webApp) {
      throw new ObjectIdError('unknown', `There is no web app ${webAppId}`);
    }
    const scanId = idFor(this.store.scans, given.id);
    const now = this.store.now();
    const plain = this.launcher.timesFrom(now);
    const since: Record<string, number> = {
      SUBMITTED: 0,
      RUNNING: plain.runningAt - now,
      PROCESSING: plain.processingAt - now,
    };
    const isOver = !(given.status in since);
    const elapsed = since[given.status] ?? plain.endsAt - now;
    const scan: ScanRecord = {
      id: scanId,
      name: given.name ?? `added ${scanId}`,
      type: given.type,
      mode: 'ONDEMAND',
      webApp: { id: webApp.id, name: webApp.name, url: webApp.url },
      scanner: { type: 'EXTERNAL' },
      sendMail: false,
      ...this.launcher.timesFrom(now - elapsed),
      status: isOver ? given.status : 'FINISHED',
      resultsStatus: given.resultsStatus,
      authStatus: given.authStatus,
      linksCrawled: 0,
    };
    this.store.scans.put(scan);
    return scanId;
  }

  /** Adds a DNS override and returns its id. */
  dnsOverride(input: NewDnsOverride): number {
    const { comment, ...given } = dnsOverrideSchema.parse(input);
    const now = isoDate(this.store.now());
    const overrideId = idFor(this.store.dnsOverrides, given.id);
    const override: DnsOverrideRecord = {
      name: `added ${overrideId}`,
      ...given,
      id: overrideId,
      comments:
        comment === undefined ? [] : [{ contents: comment, createdDate: now }],
      createdDate: now,
      updatedDate: now,
    };
    this.store.dnsOverrides.put(override);
    return overrideId;
  }

  /** Adds an authentication record, of which no more is known than its name. */
  authRecord(input: { id?: number; name: string }): number {
    const given = authRecordSchema.parse(input);
    const record: AuthRecord = {
      ...given,
      id: idFor(this.store.authRecords, given.id),
    };
    this.store.authRecords.put(record);
    return record.id;
  }
}
