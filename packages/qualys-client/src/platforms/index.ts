export * from './platforms';
export * from './resolveQualysUrls';
