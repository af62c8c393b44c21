export * from './paged';
