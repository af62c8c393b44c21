import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  normalizeOwnership,
  type ConnectorOwnership,
  type OwnershipInput,
  type OwnershipResolver,
} from 'backstage-plugin-qualys-node';
import type { OwnershipRules } from './rules';

/** What was found out about who owns a connector. */
export interface FoundOwnership {
  /** Missing when nobody owns it. */
  ownership?: ConnectorOwnership;
  /** False where whoever has the last word could not be asked. */
  certain: boolean;
}

/**
 * Tells who owns a connector. Never throws.
 *
 * @param requested - what those asked for who had it created
 */
export type Ownership = (
  input: Omit<OwnershipInput, 'configured'>,
  requested?: ConnectorOwnership,
) => Promise<FoundOwnership>;

/**
 * Who owns connectors: what the configuration says, or those who asked for
 * them, unless a module of this plugin has the last word.
 */
export function createOwnership(options: {
  rules: OwnershipRules;
  resolver?: OwnershipResolver;
  logger: LoggerService;
}): Ownership {
  const { rules, resolver, logger } = options;
  return async (input, requested) => {
    const configured = rules.decide(input, requested);
    if (!resolver) return { ownership: configured, certain: true };
    try {
      const ownership = await resolver({ ...input, configured });
      return {
        ownership: ownership && normalizeOwnership(ownership),
        certain: true,
      };
    } catch (error) {
      logger.warn(
        `The ownership resolver failed for the connector ${
          input.subscription
        }/${input.connector.id}, whose owner is what the configuration says: ${
          toError(error).message
        }`,
      );
      return { ownership: configured, certain: false };
    }
  };
}
