import type { RootConfigService } from '@backstage/backend-plugin-api';

const KEY = 'qualys.pagePath';
const DEFAULT_PATH = '/qualys';

/**
 * Where the portal shows the Qualys page: what `qualys.pagePath` of the
 * configuration says, else `/qualys`.
 *
 * @param config - the configuration of the portal
 * @returns a path from the root of the portal, without a slash at its end
 * @throws Error naming the key and what would be right
 *
 * @public
 */
export function qualysPagePath(
  config: Pick<RootConfigService, 'getOptionalString'>,
): string {
  const path = config.getOptionalString(KEY) ?? DEFAULT_PATH;
  if (/^(\/[\w.~-]+)+$/.test(path)) return path;
  throw new Error(
    `${KEY}: "${path}" must be the path of the Qualys page within the portal, such as ${DEFAULT_PATH}`,
  );
}

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
  const requests = `${portal ?? ''}${qualysPagePath(config)}/requests`;
  return id === undefined ? requests : `${requests}/${id}`;
}
