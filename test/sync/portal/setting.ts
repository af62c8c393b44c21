import type { JsonObject } from '@backstage/types';
import { startSubscription, type Subscription } from '../qualys/subscription';
import { startPortal, type Portal, type PortalDatabases } from './portal';
import { until } from './until';

/** A portal and the Qualys that it mirrors. */
export interface Setting {
  portal: Portal;
  subscription: Subscription;
  stop(): Promise<void>;
}

/**
 * Starts both, and lets the portal mirror what there is.
 *
 * @param more - what else is configured of the subscription
 * @param options - as those of {@link startPortal}
 */
export async function setUp(
  databases: PortalDatabases,
  size: Parameters<typeof startSubscription>[0],
  more: JsonObject = {},
  options: Parameters<typeof startPortal>[2] = {},
): Promise<Setting> {
  const subscription = await startSubscription(size);
  const config = { ...subscription.config, ...more };
  const portal = await startPortal(databases, config, options);
  expect(await portal.sync()).toMatchObject({ outcome: 'complete' });
  await portal.refresh();
  return {
    portal,
    subscription,
    async stop() {
      await portal.stop();
      await subscription.stop();
    },
  };
}

async function namesInMirror({ portal }: Setting) {
  return new Map(
    (await portal.connectors()).map(({ entityRef, name }) => [entityRef, name]),
  );
}

/** That the catalog holds what the mirror holds. */
export async function expectCatalogIsMirror(setting: Setting): Promise<void> {
  const expected = await namesInMirror(setting);
  await until(
    async () =>
      new Map(
        (
          await setting.portal.provided()
        ).map(({ entityRef, entity }) => [entityRef, entity.metadata.title]),
      ),
    provided => expect(provided).toEqual(expected),
  );
}

/** That the catalog shows to whoever asks for it what the mirror holds. */
export async function expectCatalogShowsMirror(
  setting: Setting,
): Promise<void> {
  const expected = await namesInMirror(setting);
  await until(
    () => setting.portal.entities(),
    shown => expect(shown).toEqual(expected),
  );
}
