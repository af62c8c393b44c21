export {
  createEntityCollector,
  LOCATION_KEY,
  type EntityCollector,
} from './collector';
