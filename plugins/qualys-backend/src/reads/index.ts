export {
  createCachedReads,
  FORM_MS,
  type CachedRead,
  type CachedReads,
  type Known,
} from './cachedReads';
