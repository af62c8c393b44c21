export { tagResource, type Tags } from './tags';
