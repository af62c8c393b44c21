export * from './configurationError';
export * from './qualysError';
