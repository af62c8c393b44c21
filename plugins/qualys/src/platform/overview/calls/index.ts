export { CallsSection } from './CallsSection';
