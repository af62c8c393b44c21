/**
 * A query that was asked for and that no text of QQL can say.
 *
 * @public
 */
export class QqlBuildError extends Error {
  /** The name of the class. */
  readonly name = 'QqlBuildError';
}
