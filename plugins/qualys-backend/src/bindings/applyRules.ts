import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { locationsOf, type ReadRoots } from '../provenance';
import type { AcceptRule } from './acceptRules';
import type { BindingRecord, BindingStore } from './store';

/** Accepts the open ones among the claims of an entity that a rule names. Gives the claims as they are then. */
export type ApplyRules = (
  bindings: readonly BindingRecord[],
) => Promise<BindingRecord[]>;

/** Applies the rules of the configuration. */
export function createRuleApplier(options: {
  rules: readonly AcceptRule[];
  readRoots: ReadRoots;
  store: Pick<BindingStore, 'acceptByRule' | 'get'>;
  logger: LoggerService;
}): ApplyRules {
  const { rules, readRoots, store, logger } = options;

  const readLocations = async (
    entityRef: string,
  ): Promise<string[] | undefined> => {
    try {
      const locations = (await readRoots(entityRef))?.map(locationsOf);
      return locations?.every(list => list !== undefined)
        ? locations.flat()
        : undefined;
    } catch (error) {
      logger.warn(
        `Rules by location are not applied to ${entityRef} at present, because it could not be told where it comes from: ${
          toError(error).message
        }`,
      );
      return undefined;
    }
  };

  const ruleFor = async (
    binding: BindingRecord,
    locations: Map<string, Promise<string[] | undefined>>,
  ): Promise<AcceptRule | undefined> => {
    for (const rule of rules) {
      if (!rule.needsLocations) {
        if (rule.accepts(binding, undefined)) return rule;
        continue;
      }
      const known =
        locations.get(binding.entityRef) ?? readLocations(binding.entityRef);
      locations.set(binding.entityRef, known);
      if (rule.accepts(binding, await known)) return rule;
    }
    return undefined;
  };

  return async bindings => {
    const locations = new Map<string, Promise<string[] | undefined>>();
    const result: BindingRecord[] = [];
    for (const binding of bindings) {
      const rule =
        binding.state === 'open'
          ? await ruleFor(binding, locations)
          : undefined;
      if (rule && (await store.acceptByRule(binding.id, rule.text))) {
        logger.info(
          `Accepted the claim of ${binding.entityRef} on ${binding.type} ${binding.subscription}/${binding.objectId} by the rule: ${rule.text}`,
        );
        result.push((await store.get(binding.id)) ?? binding);
      } else {
        result.push(binding);
      }
    }
    return result;
  };
}
