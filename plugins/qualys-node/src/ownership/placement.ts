import {
  makeValidator,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { ConnectorOwnership } from './extensionPoint';
import { normalizeOwnerRef } from './ownerRef';

const {
  isValidEntityName,
  isValidLabelKey,
  isValidLabelValue,
  isValidNamespace,
} = makeValidator();

function normalizeSystemRef(system: string): string {
  const ref = parseEntityRef(system, {
    defaultKind: 'system',
    defaultNamespace: 'default',
  });
  if (
    ref.kind.toLowerCase() !== 'system' ||
    !isValidNamespace(ref.namespace.toLowerCase()) ||
    !isValidEntityName(ref.name)
  ) {
    throw new Error(
      `system: "${system}" is not the reference of a system such as system:default/shop`,
    );
  }
  return stringifyEntityRef(ref);
}

function checkedLabels(labels: Record<string, string>): Record<string, string> {
  for (const [key, value] of Object.entries(labels)) {
    if (!isValidLabelKey(key)) {
      throw new Error(
        `labels: "${key}" is not the key of a label such as example.com/lifecycle`,
      );
    }
    if (!isValidLabelValue(value)) {
      throw new Error(
        `labels: "${value}" is not the value of a label: letters, digits, - _ and . only, at most 63`,
      );
    }
  }
  return labels;
}

/**
 * Completes what a rule gives: references in full and in lower case, all of
 * it such that the catalog takes it.
 *
 * @throws Error naming the part that is wrong and what would be right
 *
 * @public
 */
export function normalizeOwnership(
  ownership: ConnectorOwnership,
): ConnectorOwnership {
  const { owner, rule, system, namespace, labels } = ownership;
  const place = namespace?.toLowerCase();
  if (place !== undefined && !isValidNamespace(place)) {
    throw new Error(
      `namespace: "${namespace}" is not a namespace: small letters, digits and - only, at most 63`,
    );
  }
  return {
    owner: normalizeOwnerRef(owner),
    rule,
    ...(system !== undefined && { system: normalizeSystemRef(system) }),
    ...(place !== undefined && { namespace: place }),
    ...(labels && { labels: checkedLabels(labels) }),
  };
}
