/**
 * What other backend code may use of the Qualys plugin.
 *
 * @packageDocumentation
 */

export * from './events';
export * from './naming';
export * from './ownership';
export * from './page';
export * from './requests';
export * from './transformer';
