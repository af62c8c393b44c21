import type { Behaviours } from '../behaviours/behaviours';
import type { Clock } from '../core/clock';
import { tagData, tagIdOf } from '../assetManagement/tagData';
import { tagOperations, TagStore } from '../assetManagement/tags';
import { portalOperations } from '../portal/operations';
import { WasAdditions } from '../was/additions';
import { wasData } from '../was/data';
import { dnsOverrideOperations } from '../was/dnsOverrideOperations';
import { ScanLauncher } from '../was/launch';
import { scanOperations } from '../was/scanOperations';
import { WasStore } from '../was/store';
import { webAppOperations } from '../was/webAppOperations';
import type { Operation } from './router';

const FIRST_NEW_TAG = 50_000_001;

/** All that the `qps` APIs hold, and their verbs. */
export class QpsApis {
  readonly tags: TagStore;
  /** Adds objects to WAS by hand. */
  readonly additions: WasAdditions;
  private readonly was: WasStore;
  private readonly launcher: ScanLauncher;

  constructor(clock: Clock, settleSeconds: number) {
    this.tags = new TagStore(clock);
    this.was = new WasStore(this.tags, clock);
    this.launcher = new ScanLauncher(this.was, settleSeconds);
    this.additions = new WasAdditions(this.was, this.launcher);
  }

  /**
   * Begins anew with the data of a seed.
   *
   * @param seed - the seed
   * @param start - when the platform starts, milliseconds since 1970
   */
  load(seed: number, start: number): void {
    this.tags.tags.load(tagData(start), FIRST_NEW_TAG);
    this.was.load(wasData(seed, start, tagIdOf));
    this.launcher.begin(seed);
  }

  /** The verbs, for the router. */
  operations(behaviours: Behaviours): Operation[] {
    return [
      ...portalOperations,
      ...tagOperations(this.tags, behaviours),
      ...webAppOperations(this.was, behaviours),
      ...scanOperations(this.was, this.launcher, behaviours),
      ...dnsOverrideOperations(this.was, behaviours),
    ];
  }
}
