import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';

/** Where a person sees a connector in Qualys; undefined where that is not known. */
export type ConnectorLink = (
  connector: Pick<MirroredConnector, 'subscription' | 'provider' | 'id'>,
) => string | undefined;

const SUBSCRIPTIONS = 'qualys.subscriptions';

/**
 * Reads the templates of links to Qualys, `qualys.subscriptions.*.connectorUrl`.
 * The `qualys` backend plugin refuses bad ones; where the catalog runs in a
 * backend of its own, without that part of the configuration, there are no links.
 */
export function readConnectorLinks(config: RootConfigService): ConnectorLink {
  const subscriptions = config.getOptionalConfig(SUBSCRIPTIONS);
  const templates = new Map(
    (subscriptions?.keys() ?? []).map(id => [
      id,
      config.getOptionalString(`${SUBSCRIPTIONS}.${id}.connectorUrl`),
    ]),
  );
  return ({ subscription, provider, id }) => {
    const url = templates
      .get(subscription)
      ?.replaceAll('{provider}', provider.toLowerCase())
      .replaceAll('{id}', () => encodeURIComponent(id));
    return url && /^https?:/.test(url) && URL.canParse(url) ? url : undefined;
  };
}
