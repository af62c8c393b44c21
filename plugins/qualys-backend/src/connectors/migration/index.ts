export { createMigrationSteps } from './migration';
export { externalIdMigrationRoutes } from './routes';
export { createMigrationStore, type MigrationStore } from './store';
