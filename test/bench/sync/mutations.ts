import {
  createExtensionPointFactoryMiddleware,
  type ExtensionPointFactoryMiddleware,
} from '@backstage/backend-app-api';
import {
  catalogProcessingExtensionPoint,
  type CatalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';

type Apply = EntityProviderConnection['applyMutation'];

// The same object with some of its methods in another way. What it keeps to
// itself is only there for its own methods.
function withMethods<T extends object>(object: T, methods: Partial<T>): T {
  return new Proxy(object, {
    get(target, name) {
      if (name in methods) return methods[name as keyof T];
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/**
 * Stands between the catalog and every provider of it.
 *
 * @param around - is called for each mutation, with what hands it to the catalog
 */
export function aroundMutations(
  around: (mutation: EntityProviderMutation, apply: Apply) => Promise<void>,
): ExtensionPointFactoryMiddleware {
  const watched = (provider: EntityProvider): EntityProvider =>
    withMethods(provider, {
      connect: connection =>
        provider.connect(
          withMethods(connection, {
            applyMutation: mutation =>
              around(mutation, each => connection.applyMutation(each)),
          }),
        ),
    });
  return createExtensionPointFactoryMiddleware<CatalogProcessingExtensionPoint>(
    {
      extensionPoint: catalogProcessingExtensionPoint,
      middleware: async point =>
        withMethods(point, {
          addEntityProvider: (...providers) =>
            point.addEntityProvider(...providers.flat().map(watched)),
        }),
    },
  );
}
