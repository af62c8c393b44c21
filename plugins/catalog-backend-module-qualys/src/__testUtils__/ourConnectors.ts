import { createBackendModule } from '@backstage/backend-plugin-api';
import { qualysConnectorTransformerExtensionPoint } from 'backstage-plugin-qualys-node';

export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'our-connectors',
  register(registration) {
    registration.registerInit({
      deps: { connectors: qualysConnectorTransformerExtensionPoint },
      async init({ connectors }) {
        connectors.setConnectorTransformer(async (connector, entity) =>
          connector.name.startsWith('sandbox-')
            ? undefined
            : { ...entity, spec: { ...entity.spec, system: 'cloud' } },
        );
      },
    });
  },
});
