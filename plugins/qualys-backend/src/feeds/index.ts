export { asCloudConnector } from './asCloudConnector';
export { joinHalves, type Halves, type JoinedConnector } from './join';
export {
  ownRecord,
  placeRecords,
  type AssetManagementIdentity,
  type CloudViewIdentity,
  type Placement,
} from './place';
