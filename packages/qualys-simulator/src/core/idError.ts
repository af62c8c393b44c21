/**
 * There is no object with that id, or there is one already.
 *
 * @public
 */
export class ObjectIdError extends Error {
  /**
   * @param kind - whether there is none, or one already
   * @param message - which one
   */
  constructor(readonly kind: 'unknown' | 'taken', message: string) {
    super(message);
    this.name = 'ObjectIdError';
  }
}
