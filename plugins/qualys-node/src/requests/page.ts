import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * Where the page of a request for a connector is, or with no id the list of
 * them: an address that people can open, or a path where the configuration
 * does not say where the portal is (`app.baseUrl`).
 *
 * @param config - the configuration of the portal
 * @param id - the id of the request
 *
 * @public
 */
export function connectorRequestUrl(
  config: Pick<RootConfigService, 'getOptionalString'>,
  id?: string,
): string {
  const portal = config.getOptionalString('app.baseUrl')?.replace(/\/+$/, '');
  return [
    portal ?? '',
    'qualys',
    'requests',
    ...(id === undefined ? [] : [id]),
  ].join('/');
}
