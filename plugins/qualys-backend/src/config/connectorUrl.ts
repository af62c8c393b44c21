import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Reads the template of the links to connectors in Qualys' own portal. */
export function readConnectorUrl(
  key: string,
  config: Config,
): string | undefined {
  const template = config.getOptionalString('connectorUrl');
  if (template === undefined) return undefined;
  const example = template
    .replaceAll('{id}', 'id')
    .replaceAll('{provider}', 'provider');
  const protocol = URL.canParse(example) ? new URL(example).protocol : '';
  // It becomes a link in a browser, where other schemes can run scripts.
  if (!['https:', 'http:'].includes(protocol) || !template.includes('{id}')) {
    throw new InputError(
      `${key}.connectorUrl: "${template}" must be an http(s) address that contains {id}, such as https://qualysguard.qg2.apps.qualys.com/connectors/{provider}/{id}`,
    );
  }
  return template;
}
