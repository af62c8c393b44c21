export { SyncsPage } from './SyncsPage';
