export { createConnectorAssets } from './assets';
export { createAssetChoices, type AssetChoices } from './choices';
export { connectorAssetsRoutes } from './routes';
