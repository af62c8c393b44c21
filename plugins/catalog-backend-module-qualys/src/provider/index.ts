export { QualysEntityProvider } from './QualysEntityProvider';
export { createRefreshTrigger } from './refreshTrigger';
