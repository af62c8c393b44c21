import { createBackend } from '@backstage/backend-defaults';
import { demoPermissionPolicy } from './permissionPolicy';
import { demoSignIn } from './demoSignIn';

const backend = createBackend();

// The portal that the demo stands in.
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(demoSignIn);
backend.add(demoPermissionPolicy);

// Qualys.
backend.add(import('backstage-plugin-qualys-backend'));
backend.add(import('backstage-plugin-catalog-backend-module-qualys'));
backend.add(import('backstage-plugin-scaffolder-backend-module-qualys'));

backend.start();
