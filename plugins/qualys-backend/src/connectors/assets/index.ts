export { createConnectorAssets } from './assets';
export { createAssetChoices } from './choices';
export { connectorAssetsRoutes } from './routes';
