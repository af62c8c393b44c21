export {
  FORM_MS,
  type CachedRead,
  type CachedReads,
  type Known,
} from './cachedReads';
export { createCachedReads } from './createCachedReads';
