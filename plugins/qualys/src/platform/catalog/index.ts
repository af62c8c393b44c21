export { CatalogSection } from './CatalogSection';
