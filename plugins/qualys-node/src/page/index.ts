export { connectorRequestUrl, qualysPagePath } from './page';
