import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { z } from 'zod';

/** Where a person sees a connector in Qualys; undefined where that is not known. */
export type ConnectorLink = (
  connector: Pick<MirroredConnector, 'subscription' | 'provider' | 'id'>,
) => string | undefined;

// Such a connector has none of the ids that links are made of.
const KNOWN_TO_ASSET_MANAGEMENT_ALONE = /^am-(aws|azure|gcp)-\d+$/;

const subscriptionsSchema = z.record(
  z.string(),
  z.object({ connectorUrl: z.string().optional() }),
);

/**
 * Reads the templates of links to Qualys, `qualys.subscriptions.*.connectorUrl`.
 * The `qualys` backend plugin refuses bad ones; where the catalog runs in a
 * backend of its own, without that part of the configuration, there are no links.
 */
export function readConnectorLinks(config: RootConfigService): ConnectorLink {
  const subscriptions = subscriptionsSchema.safeParse(
    config.getOptional('qualys.subscriptions'),
  );
  const templates = new Map(
    Object.entries(subscriptions.data ?? {}).map(([id, { connectorUrl }]) => [
      id,
      connectorUrl,
    ]),
  );
  return ({ subscription, provider, id }) => {
    if (KNOWN_TO_ASSET_MANAGEMENT_ALONE.test(id)) return undefined;
    const url = templates
      .get(subscription)
      ?.replaceAll('{provider}', provider.toLowerCase())
      .replaceAll('{id}', () => encodeURIComponent(id));
    return url && /^https?:/.test(url) && URL.canParse(url) ? url : undefined;
  };
}
