/**
 * The backend of the Qualys plugin: a mirror of the connectors, who they are
 * bound to, and the HTTP API for both.
 *
 * @packageDocumentation
 */

export { qualysPlugin as default } from './plugin';
