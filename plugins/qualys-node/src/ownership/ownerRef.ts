import {
  makeValidator,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

const { isValidEntityName, isValidKind, isValidNamespace } = makeValidator();

/**
 * Reads the reference of an owner as people write it and gives the full one:
 * `payments`, `group:payments` and `Group:default/payments` all become
 * `group:default/payments`.
 *
 * @param owner - an entity reference; kind `group` and namespace `default` may be left out
 * @returns the full reference in lower case
 * @throws Error when it is no reference to an entity that the catalog could hold
 *
 * @public
 */
export function normalizeOwnerRef(owner: string): string {
  const { kind, namespace, name } = parseEntityRef(owner, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  if (
    !isValidKind(kind) ||
    !isValidNamespace(namespace.toLowerCase()) ||
    !isValidEntityName(name)
  ) {
    throw new Error(
      `"${owner}" is not an entity reference such as group:default/payments`,
    );
  }
  return stringifyEntityRef({ kind, namespace, name });
}
