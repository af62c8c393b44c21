import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { connectorRequestUrl } from 'backstage-plugin-qualys-node';

/** Where things are in the portal, for people. */
export interface PortalLinks {
  /** The page of a request. */
  request(id: string): string;
  /** The page of an entity. */
  entity(ref: string): string;
}

/** Makes links to the portal; paths where the configuration does not say where it is. */
export function createPortalLinks(config: RootConfigService): PortalLinks {
  const portal = (config.getOptionalString('app.baseUrl') ?? '').replace(
    /\/+$/,
    '',
  );
  return {
    request: id => connectorRequestUrl(config, id),
    entity(ref) {
      const { kind, namespace, name } = parseEntityRef(ref);
      return `${portal}/catalog/${namespace}/${kind}/${name}`;
    },
  };
}
