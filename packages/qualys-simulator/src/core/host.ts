/**
 * The three hosts of a Qualys platform: the API server (`qualysapi.…`), the
 * gateway and the one that serves CloudView (`qualysguard.…`).
 *
 * @public
 */
export type QualysHost = 'api' | 'gateway' | 'cloudView';
