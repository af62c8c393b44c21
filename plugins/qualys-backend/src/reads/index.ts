export {
  createCachedReads,
  type CachedRead,
  type CachedReads,
  type Known,
} from './cachedReads';
