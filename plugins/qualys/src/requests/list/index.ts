export { RequestListPage } from './RequestListPage';
export type { RequestFilters } from './useRequestFilters';
