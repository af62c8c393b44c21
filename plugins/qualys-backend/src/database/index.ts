export { chunks } from './chunks';
export { decodeCursor, encodeCursor } from './cursor';
export { MIGRATIONS_DIRECTORY, openDatabase } from './database';
export { storable } from './text';
export { databaseTime } from './time';
