import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { type CloudConnector } from 'qualys-model';

/**
 * Who owns a connector in the catalog, why, and where it belongs.
 *
 * @public
 */
export interface ConnectorOwnership {
  /**
   * The owner as an entity reference, for example `group:default/payments`.
   * Kind and namespace may be left out: they are `group` and `default` then.
   */
  owner: string;
  /** The rule that gave the owner, for people: its name in the configuration, or `account 123456789012`, `name prod-*`, `default`. */
  rule: string;
  /** The system that it belongs to, as an entity reference; kind and namespace may be left out: they are `system` and `default` then. */
  system?: string;
  /** The namespace of its entity; `default` unless given. */
  namespace?: string;
  /** Labels of its entity, such as `{ 'example.com/lifecycle': 'production' }`. */
  labels?: Record<string, string>;
}

/**
 * What an owner is resolved from.
 *
 * @public
 */
export interface OwnershipInput {
  /** The connector as Qualys describes it. */
  connector: CloudConnector;
  /** The tags that it gives to the assets it finds, as Asset Management has them; none where that feed is off or does not know it. */
  tags: readonly { id: string; name?: string }[];
  /** The id of its subscription in the configuration. */
  subscription: string;
  /** What the rules in `qualys.ownership` give; missing where none of them matches. */
  configured?: ConnectorOwnership;
}

/**
 * Resolves the owner of a connector. Called once for each connector whenever
 * it is read, so it should answer quickly and alike for the same connector.
 *
 * Returning nothing leaves the connector without an owner. When it throws, or
 * returns something that the catalog would not take, what the configuration
 * gives is used instead, and the log says so.
 *
 * @public
 */
export type OwnershipResolver = (
  input: OwnershipInput,
) => ConnectorOwnership | undefined | Promise<ConnectorOwnership | undefined>;

/**
 * Where a module of the `qualys` backend plugin decides who owns a connector.
 *
 * @public
 */
export interface QualysOwnershipExtensionPoint {
  /**
   * Sets the resolver that has the last word on owners.
   *
   * @throws Error when another module has set one already
   */
  setOwnershipResolver(resolver: OwnershipResolver): void;
}

/**
 * The extension point for owners of connectors, for modules of the `qualys`
 * backend plugin.
 *
 * @public
 */
export const qualysOwnershipExtensionPoint =
  createExtensionPoint<QualysOwnershipExtensionPoint>({
    id: 'qualys.ownership',
  });
