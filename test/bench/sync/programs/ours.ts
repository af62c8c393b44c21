/* The module brings a mirror that is full into a catalog that is empty. */
import type { JsonObject } from '@backstage/types';
import { byTurns } from '../../figures';
import { lookIntoCatalog } from '../catalogDatabase';
import { measureHandOver, type HandedOver } from '../handOver';
import { startQualysPortal } from '../portals';
import { requestsDuring } from '../requests';
import type { Platform } from '../subscription';
import { REFRESH_TASK } from '../tasks';

export interface OursInput {
  database: JsonObject;
  platform: Platform;
  /** How many entities are to become visible; they are not waited for where it is missing. */
  visible?: number;
}

export interface Ours extends HandedOver {
  /** A refresh when nothing has changed, and its calls alone, in milliseconds. */
  unchanged?: { value: number; baseline: number };
}

const ROUNDS = 30;

export async function run(input: OursInput): Promise<Ours> {
  const { database, platform, visible } = input;
  const catalog = lookIntoCatalog();
  const { extensionPoint, measure } = measureHandOver();
  const portal = await startQualysPortal({
    database,
    platform,
    features: [
      import('backstage-plugin-catalog-backend-module-qualys'),
      catalog.feature,
    ],
    extensionPoints: [extensionPoint],
  });
  const refresh = () => portal.tasks.run(REFRESH_TASK);
  try {
    const handedOver = await measure({
      handOver: refresh,
      until: visible === undefined ? undefined : { visible, catalog },
    });
    if (visible === undefined) return handedOver;

    const { totalItems } = await portal.get<{ totalItems: number }>(
      '/catalog/entities/by-query?limit=1&filter=spec.type=cloud-connector',
    );
    if (totalItems !== visible) {
      throw new Error(`The catalog has ${totalItems} of ${visible} connectors`);
    }
    const repeat = await requestsDuring('/api/qualys/', refresh);
    return {
      ...handedOver,
      unchanged: await byTurns(ROUNDS, refresh, repeat),
    };
  } finally {
    await portal.stop();
  }
}
