import { createConditionExports } from '@backstage/plugin-permission-node';
import { qualysRequestResourceRef, qualysRequestRules } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: qualysRequestResourceRef,
  rules: qualysRequestRules,
});

/**
 * The rules for requests for connectors, as conditions for a permission policy.
 *
 * @public
 */
export const qualysRequestConditions = conditions;

/**
 * The decision of a policy on requests for connectors that depends on who asks
 * and who shall own them:
 *
 * ```ts
 * createQualysRequestConditionalDecision(permission, {
 *   anyOf: [
 *     qualysRequestConditions.isRequester({ claims: [user] }),
 *     qualysRequestConditions.isRequestOwner({ claims: groups }),
 *   ],
 * });
 * ```
 *
 * @public
 */
export const createQualysRequestConditionalDecision = createConditionalDecision;
