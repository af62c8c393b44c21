import type { RootConfigService } from '@backstage/backend-plugin-api';
import { registerConnectorActions } from './connectors';
import { createPortalLinks } from './links';
import { registerRequestActions } from './requests';

/** Registers all actions of the plugin. */
export function registerActions(
  deps: Omit<
    Parameters<typeof registerConnectorActions>[0] &
      Parameters<typeof registerRequestActions>[0],
    'links'
  > & { config: RootConfigService },
): void {
  const links = createPortalLinks(deps.config);
  registerConnectorActions({ ...deps, links });
  registerRequestActions({ ...deps, links });
}
