import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  createAwaitConnectorAction,
  createExternalIdAction,
  createRequestConnectorAction,
} from './actions';
import { createRequestsClient } from './client';

/**
 * Lets templates ask for cloud connectors of Qualys: `qualys:connector:request`
 * files a request, `qualys:connector:await` waits for what becomes of it, and
 * `qualys:external-id:create` makes an external ID for the role of an AWS
 * account.
 *
 * @public
 */
export const scaffolderModuleQualys = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'qualys',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, config, discovery, scaffolder }) {
        const requests = createRequestsClient({ auth, discovery });
        scaffolder.addActions(
          createRequestConnectorAction({ config, requests }),
          createAwaitConnectorAction({ requests }),
          createExternalIdAction({ requests }),
        );
      },
    });
  },
});
