import type { Clock } from '../core/clock';
import type { TagStore } from '../assetManagement/tags';
import { NumberedStore } from '../qps/numberedStore';
import type { DnsOverrideRecord } from './dnsOverride';
import type { ScanRecord } from './scan';
import type { WebAppRecord } from './webApp';

/** An authentication record, of which the simulator knows no more than the name. */
export interface AuthRecord {
  id: number;
  name: string;
}

/** All that WAS holds at first. */
export interface WasData {
  webApps: WebAppRecord[];
  scans: ScanRecord[];
  dnsOverrides: DnsOverrideRecord[];
  authRecords: AuthRecord[];
}

// Ids outgrow 32 bits in time.
const FIRST_NEW_SCAN = 2_500_000_001;
const FIRST_NEW_WEB_APP = 90_000_001;
const FIRST_NEW_DNS_OVERRIDE = 900_001;
const FIRST_NEW_AUTH_RECORD = 9_000_001;

/** The web apps, scans and DNS overrides of the platform. */
export class WasStore {
  readonly webApps = new NumberedStore<WebAppRecord>();
  readonly scans = new NumberedStore<ScanRecord>();
  readonly dnsOverrides = new NumberedStore<DnsOverrideRecord>();
  readonly authRecords = new NumberedStore<AuthRecord>();
  /** The ids of web apps that were deleted in WAS but not in the subscription. */
  readonly leftInSubscription = new Set<number>();

  constructor(readonly tags: TagStore, private readonly clock: Clock) {}

  /** Begins anew with other objects. */
  load(data: WasData): void {
    this.webApps.load(data.webApps, FIRST_NEW_WEB_APP);
    this.scans.load(data.scans, FIRST_NEW_SCAN);
    this.dnsOverrides.load(data.dnsOverrides, FIRST_NEW_DNS_OVERRIDE);
    this.authRecords.load(data.authRecords, FIRST_NEW_AUTH_RECORD);
    this.leftInSubscription.clear();
  }

  /** The simulated time, in milliseconds since 1970. */
  now(): number {
    return this.clock.now();
  }

  /**
   * Takes a web app out of WAS. Its scans stay.
   *
   * @param isRemoved - whether it goes out of the subscription too
   */
  removeWebApp(id: number, isRemoved: boolean): void {
    this.webApps.remove(id);
    if (!isRemoved) this.leftInSubscription.add(id);
  }

  /** Takes a DNS override away, also from the web apps that it is assigned to. */
  removeDnsOverride(id: number): void {
    this.dnsOverrides.remove(id);
    for (const webApp of this.webApps.all()) {
      if (webApp.dnsOverrideIds.includes(id)) {
        const isDefault = webApp.defaultDnsOverrideId === id;
        this.webApps.put({
          ...webApp,
          dnsOverrideIds: webApp.dnsOverrideIds.filter(other => other !== id),
          defaultDnsOverrideId: isDefault
            ? undefined
            : webApp.defaultDnsOverrideId,
        });
      }
    }
  }

  /** The scans of a web app, in the order of their ids. */
  scansOf(webAppId: number): ScanRecord[] {
    return this.scans.all().filter(scan => scan.webApp.id === webAppId);
  }

  /** The scan of a web app that was launched last. */
  lastScanOf(webAppId: number): ScanRecord | undefined {
    return this.scansOf(webAppId).reduce<ScanRecord | undefined>(
      (last, scan) => (last && last.launchedAt > scan.launchedAt ? last : scan),
      undefined,
    );
  }
}
