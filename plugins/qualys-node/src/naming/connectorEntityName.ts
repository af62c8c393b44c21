import { createHash } from 'node:crypto';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { type CloudConnector } from 'qualys-model';

/**
 * What the name of a connector's entity is made of: everything that stays the
 * same when people rename the connector.
 *
 * @public
 */
export type ConnectorIdentity = Pick<
  CloudConnector,
  'provider' | 'account' | 'id'
>;

// The catalog's own limit (KubernetesValidatorFunctions.isValidObjectName).
const MAX_NAME_LENGTH = 63;
// Twelve digits: among 100,000 connectors of one account, two would share
// them once in 50,000 times.
const HASH_LENGTH = 12;

/**
 * The name of a connector's own entity in the catalog:
 * `<provider>-<account>-<hash>`, for example `aws-012345678901-1f2e3d4c5b6a`.
 *
 * It is valid for any account and id, at most 63 characters long, and does not
 * change when the connector is renamed. The hash (the first 12 hexadecimal
 * digits of the SHA-256 of `subscription/id`) tells connectors of one account
 * apart; whatever the catalog does not take in a name becomes `-`.
 *
 * @param connector - provider, account and id of the connector
 * @param subscription - the id of its subscription in the configuration
 *
 * @public
 */
export function connectorEntityName(
  connector: ConnectorIdentity,
  subscription: string,
): string {
  const provider = connector.provider.toLowerCase();
  const hash = createHash('sha256')
    .update(`${subscription}/${connector.id}`)
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const room = MAX_NAME_LENGTH - provider.length - HASH_LENGTH - 2;
  const account = connector.account
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, room)
    .replace(/[^a-z0-9]+$/, '');
  return [provider, account, hash].filter(Boolean).join('-');
}

/**
 * The reference of a connector's own entity in the catalog, for example
 * `resource:default/aws-012345678901-1f2e3d4c5b6a`.
 *
 * @param connector - provider, account and id of the connector
 * @param subscription - the id of its subscription in the configuration
 * @param namespace - the namespace that an ownership rule gives; `default` unless given
 *
 * @public
 */
export function connectorEntityRef(
  connector: ConnectorIdentity,
  subscription: string,
  namespace: string = DEFAULT_NAMESPACE,
): string {
  return stringifyEntityRef({
    kind: 'Resource',
    namespace,
    name: connectorEntityName(connector, subscription),
  });
}
