/**
 * The client was set up with something that cannot be right.
 *
 * The message says what would be right. It repeats no credentials.
 *
 * @public
 */
export class QualysConfigurationError extends Error {
  /** The option that is wrong, for example `platform` or `urls.api`. */
  readonly field: string;

  /**
   * @param field - the option that is wrong
   * @param message - what is wrong with it and what would be right
   */
  constructor(field: string, message: string) {
    super(message);
    this.name = 'QualysConfigurationError';
    this.field = field;
  }
}
