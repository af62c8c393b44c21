import type { Behaviours } from './behaviours/behaviours';
import type { Clock } from './core/clock';
import {
  AssetManagement,
  type ConnectorData,
} from './assetManagement/assetManagement';
import type { CloudAccess } from './cloudView/connectors/cloudAccess';
import type { ConnectorStore } from './cloudView/connectors/store';
import type { ConnectorWrites } from './cloudView/writes/connectorWrites';
import { tagData, tagIdOf } from './assetManagement/tagData';
import { tagOperations, TagStore } from './assetManagement/tags';
import { portalOperations } from './portal/operations';
import { WasAdditions } from './was/additions';
import { wasData } from './was/data';
import { dnsOverrideOperations } from './was/dnsOverrideOperations';
import { ScanLauncher } from './was/launch';
import { scanOperations } from './was/scanOperations';
import { WasStore, type WasData } from './was/store';
import { webAppOperations } from './was/webAppOperations';
import type { Operation } from './qps/router';

const NO_DATA: WasData = {
  webApps: [],
  scans: [],
  dnsOverrides: [],
  authRecords: [],
};

const FIRST_NEW_TAG = 50_000_001;

/** All that the `qps` APIs hold, and their verbs. */
export class QpsApis {
  readonly tags: TagStore;
  /** Adds objects to WAS by hand. */
  readonly additions: WasAdditions;
  private readonly was: WasStore;
  private readonly launcher: ScanLauncher;

  /** The connectors as Asset Management sees them. */
  readonly assetManagement: AssetManagement;

  /**
   * @param connectors - the connectors that CloudView shows
   * @param writes - what changes these
   * @param access - whom the clouds let in
   */
  constructor(
    connectors: ConnectorStore,
    writes: ConnectorWrites,
    clock: Clock,
    access: CloudAccess,
    settleSeconds: number,
  ) {
    this.tags = new TagStore(clock);
    this.assetManagement = new AssetManagement(
      connectors,
      writes,
      this.tags,
      clock,
      access,
      settleSeconds,
    );
    this.was = new WasStore(this.tags, clock);
    this.launcher = new ScanLauncher(this.was, settleSeconds);
    this.additions = new WasAdditions(this.was, this.launcher);
  }

  /** Begins anew; the connectors of CloudView are there already. */
  load(data: ConnectorData): void {
    const { seed, start } = data;
    this.tags.tags.load(tagData(start), FIRST_NEW_TAG);
    this.assetManagement.load(data);
    // A platform without connectors is an empty one, as a test mostly wants it.
    const isEmpty = data.connectors === 0;
    this.was.load(isEmpty ? NO_DATA : wasData(seed, start, tagIdOf));
    this.launcher.begin(seed);
  }

  /** The ids of the web apps that were deleted in WAS, but not from the subscription. */
  webAppsLeftInSubscription(): number[] {
    return [...this.was.leftInSubscription];
  }

  /** The verbs, for the router. */
  operations(behaviours: Behaviours): Operation[] {
    const was = [
      ...webAppOperations(this.was, behaviours),
      ...scanOperations(this.was, this.launcher, behaviours),
      ...dnsOverrideOperations(this.was, behaviours),
    ];
    return [
      ...portalOperations,
      ...this.assetManagement.operations(behaviours),
      ...tagOperations(this.tags, behaviours),
      ...was.map(operation => ({ ...operation, needs: 'mayUseWas' as const })),
    ];
  }
}
