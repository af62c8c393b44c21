export { MIGRATIONS_DIRECTORY, openDatabase } from './database';
