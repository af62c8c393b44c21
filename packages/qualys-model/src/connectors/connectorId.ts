import { UUID } from './uuid';

/**
 * Whether a text has the form of a connector's id: a UUID of any version, in
 * lower or upper case. Anything else must not become part of a path.
 *
 * Source: CloudView API v1, `connectorId` of `AwsConnectorResponse` and its
 * siblings (format `uuid`).
 *
 * @param value - any text
 *
 * @public
 */
export function isConnectorId(value: string): boolean {
  return UUID.test(value);
}
