import { createBackendModule } from '@backstage/backend-plugin-api';
import { qualysOwnershipExtensionPoint } from 'backstage-plugin-qualys-node';

export default createBackendModule({
  pluginId: 'qualys',
  moduleId: 'our-ownership',
  register(registration) {
    registration.registerInit({
      deps: { ownership: qualysOwnershipExtensionPoint },
      async init({ ownership }) {
        ownership.setOwnershipResolver(({ connector, configured }) => {
          const group = connector.groups[0]?.name;
          if (!group) return configured;
          return {
            ...configured,
            owner: `group:default/${group}`,
            rule: `group ${group}`,
          };
        });
      },
    });
  },
});
