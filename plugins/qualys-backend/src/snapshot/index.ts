export { createCatalogReports, type CatalogReports } from './catalogReports';
export { snapshotRoutes } from './routes';
