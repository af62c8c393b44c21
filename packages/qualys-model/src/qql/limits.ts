/**
 * The longest query that is read, in UTF-16 units: 1 MiB. A bound of this
 * package; Qualys documents none.
 *
 * @public
 */
export const QQL_MAX_LENGTH = 1024 * 1024;

/**
 * How deep groups may stand in each other. A bound of this package; Qualys
 * documents none.
 *
 * @public
 */
export const QQL_MAX_DEPTH = 64;
