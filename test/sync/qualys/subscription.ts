import type { JsonObject } from '@backstage/types';
import { createQualysClient } from 'qualys-client';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { CLOUDS, qualysViews, viewName, type Cloud, type Views } from './views';

/** A subscription that tests change, and look at by a client of their own. */
export interface Subscription {
  simulator: Simulator;
  /** The configuration of the portal for it. */
  config: JsonObject;
  /** What it holds now, whatever faults are set. */
  views(): Promise<Views>;
  /**
   * Lets something happen in each cloud: a connector goes, another one comes,
   * and some get another name and other groups, spread over the whole list.
   *
   * @param mark - what stands in the new names, different each time
   */
  change(mark: string): Promise<void>;
  stop(): Promise<void>;
}

const RENAMED = 3;

/**
 * Starts a simulated Qualys.
 *
 * @param options - how many connectors it has, and how many of them a page
 * holds, so that a small subscription has many pages
 */
export async function startSubscription(options: {
  connectors: number;
  pageSize: number;
}): Promise<Subscription> {
  const { connectors, pageSize } = options;
  const simulator = await startSimulator({
    connectors,
    seed: 7,
    behaviours: { largestPage: pageSize },
  });
  const { control, credentials, urls } = simulator;
  const client = createQualysClient({
    urls,
    credentials,
    limits: {
      share: 1,
      families: {
        qps: { perHour: 1_000_000, concurrency: 10 },
        cloudView: { perHour: 1_000_000, concurrency: 10 },
      },
    },
  });
  let turn = 0;

  function changeCloud(cloud: Cloud, ids: readonly string[], mark: string) {
    const at = (place: number) =>
      ids[(turn + Math.floor(place * ids.length)) % ids.length];
    control.removeConnector(at(0.9));
    control.addConnector({ provider: cloud, name: `new-${mark}` });
    for (let nth = 0; nth < RENAMED; nth += 1) {
      const name = `${mark}-${nth}`;
      control.updateConnector(at(nth / RENAMED), {
        name,
        groups: [{ name, uuid: crypto.randomUUID() }],
        // As if it had just been read, which moves it to the top of CloudView's list.
        state: 'SUCCESS',
      });
    }
  }

  return {
    simulator,
    config: {
      urls: { ...urls },
      credentials: { ...credentials },
    },
    views: () => qualysViews(client),
    async change(mark) {
      const views = await qualysViews(client);
      turn += 1;
      for (const cloud of CLOUDS) {
        const ids = Object.keys(views[viewName(cloud, 'cloudView')]).sort();
        changeCloud(cloud, ids, mark);
      }
    },
    async stop() {
      await client.close();
      await simulator.stop();
    },
  };
}
