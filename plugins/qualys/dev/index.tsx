import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import plugin, { qualysApiRef } from '../src';
import { demoEntities } from './demoEntities';
import { demoQualysApi } from './demoQualysApi';

// The plugin in a portal of its own, with invented data and no backend:
// `yarn workspace backstage-plugin-qualys start`.
createDevApp({
  features: [
    plugin,
    catalogPlugin,
    createFrontendModule({
      pluginId: 'qualys',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: qualysApiRef,
              deps: {},
              factory: () => demoQualysApi,
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'app',
      extensions: [
        ApiBlueprint.make({
          name: 'permission',
          params: defineParams =>
            defineParams({
              api: permissionApiRef,
              deps: {},
              // There is no backend to ask, whatever the configuration says.
              factory: () => ({
                authorize: async () => ({ result: AuthorizeResult.ALLOW }),
              }),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities: demoEntities }),
            }),
        }),
      ],
    }),
  ],
});
