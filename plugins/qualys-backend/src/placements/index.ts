export {
  createPlacementStore,
  type ConnectorPlacement,
  type PlacementStore,
} from './placements';
