import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  normalizeOwnerRef,
  type ConnectorOwnership,
  type OwnershipResolver,
} from 'backstage-plugin-qualys-node';
import type { CloudConnector } from 'qualys-model';
import type { OwnershipRules } from './rules';

/** Tells who owns a connector; nothing when nobody does. Never throws. */
export type Ownership = (
  connector: CloudConnector,
  subscription: string,
) => Promise<ConnectorOwnership | undefined>;

/**
 * Who owns connectors: what the configuration says, unless a module of this
 * plugin has the last word.
 */
export function createOwnership(options: {
  rules: OwnershipRules;
  resolver?: OwnershipResolver;
  logger: LoggerService;
}): Ownership {
  const { rules, resolver, logger } = options;
  return async (connector, subscription) => {
    const configured = rules(connector);
    if (!resolver) return configured;
    try {
      const ownership = await resolver({ connector, subscription, configured });
      return (
        ownership && {
          owner: normalizeOwnerRef(ownership.owner),
          rule: ownership.rule,
        }
      );
    } catch (error) {
      logger.warn(
        `The ownership resolver failed for the connector ${subscription}/${
          connector.id
        }, whose owner is what the configuration says: ${
          toError(error).message
        }`,
      );
      return configured;
    }
  };
}
