import { PURPOSE, Random } from '../core/random';
import type { ChangeOf } from '../qps/description';
import { invalid } from '../qps/problem';
import { scanOutcome } from './outcome';
import type { SCAN, ScanRecord } from './scan';
import type { WasStore } from './store';

const TYPES = ['VULNERABILITY', 'DISCOVERY'];

/** Launches scans, which go through their states by themselves. */
export class ScanLauncher {
  private launched = 0;
  private seed = 0;

  /**
   * @param settleSeconds - how long a scan is processed, in simulated seconds;
   *   it is submitted for half of that and runs for twice as long
   */
  constructor(
    private readonly store: WasStore,
    private readonly settleSeconds: number,
  ) {}

  /** Begins anew: how scans end follows from the seed. */
  begin(seed: number): void {
    this.launched = 0;
    this.seed = seed;
  }

  /** When a scan that is launched at a time goes on from state to state. */
  timesFrom(
    launchedAt: number,
  ): Pick<ScanRecord, 'launchedAt' | 'runningAt' | 'processingAt' | 'endsAt'> {
    const settle = this.settleSeconds * 1000;
    const runningAt = launchedAt + settle / 2;
    const processingAt = runningAt + settle * 2;
    return {
      launchedAt,
      runningAt,
      processingAt,
      endsAt: processingAt + settle,
    };
  }

  /**
   * Launches a scan of one web app.
   *
   * @throws QpsProblem that names what does not fit
   */
  launch(asked: ChangeOf<typeof SCAN>): ScanRecord {
    const { name = '', type = '', target = {}, profile } = asked;
    const { webApp: reference, webAppAuthRecord, scannerAppliance } = target;
    if (name.trim() === '') throw invalid('WasScan.name is required');
    if (!TYPES.includes(type)) {
      throw invalid(`WasScan.type must be ${TYPES.join(' or ')}`);
    }
    if (reference?.id === undefined) {
      throw invalid('WasScan.target.webApp.id is required');
    }
    const webApp = this.store.webApps.get(reference.id);
    if (!webApp) {
      throw invalid(`WasScan.target.webApp: there is no ${reference.id}`);
    }
    if (asked.cancelAfterNHours !== undefined && asked.cancelTime) {
      throw invalid('WasScan takes cancelAfterNHours or cancelTime, not both');
    }
    const { dnsOverrides, authRecords } = this.store;
    const authRecordId = webAppAuthRecord?.isDefault
      ? webApp.defaultAuthRecordId
      : webAppAuthRecord?.id;
    const dnsOverrideId = target.dnsOverride?.id ?? webApp.defaultDnsOverrideId;
    const dnsOverride =
      dnsOverrideId === undefined ? undefined : dnsOverrides.get(dnsOverrideId);
    if (dnsOverrideId !== undefined && !dnsOverride) {
      throw invalid(`WasScan.target.dnsOverride: there is no ${dnsOverrideId}`);
    }
    this.launched += 1;
    const random = new Random(this.seed, PURPOSE.launchedScan, this.launched);
    const scan: ScanRecord = {
      id: this.store.scans.newId(),
      name,
      type,
      mode: 'API',
      webApp: { id: webApp.id, name: webApp.name, url: webApp.url },
      authRecord:
        authRecordId === undefined
          ? undefined
          : { id: authRecordId, name: authRecords.get(authRecordId)?.name },
      dnsOverride: dnsOverride && {
        id: dnsOverride.id,
        name: dnsOverride.name,
      },
      profile,
      scanner: scannerAppliance ?? { type: 'EXTERNAL' },
      cancelAfterNHours:
        asked.cancelAfterNHours ?? webApp.cancelScansAfterNHours,
      cancelTime: asked.cancelTime ?? webApp.cancelScansAt,
      sendMail: asked.sendMail ?? false,
      ...this.timesFrom(this.store.now()),
      ...scanOutcome(random, authRecordId !== undefined),
    };
    this.store.scans.put(scan);
    return scan;
  }
}
