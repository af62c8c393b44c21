/**
 * What kind of thing went wrong with a call.
 *
 * - `authentication`: Qualys does not take the credentials.
 * - `permission`: Qualys knows the user, who may not do this.
 * - `notFound`: there is no such thing, or it is out of the user's scope; Qualys does not tell the two apart.
 * - `invalid`: the request is wrong as it stands; some are refused before they are sent.
 * - `conflict`: the request is at odds with what Qualys holds.
 * - `limited`: too many calls; `retryAfter` says when to come back, where Qualys does.
 * - `unavailable`: Qualys cannot be reached, did not answer in time, or failed.
 * - `unexpectedAnswer`: an answer came that cannot be understood; it is never read as empty.
 * - `outcomeUnknown`: a change was sent and its answer was lost: it may have been made.
 * - `aborted`: the caller gave up, or the client was closed.
 *
 * @public
 */
export const QUALYS_ERROR_KINDS = [
  'authentication',
  'permission',
  'notFound',
  'invalid',
  'conflict',
  'limited',
  'unavailable',
  'unexpectedAnswer',
  'outcomeUnknown',
  'aborted',
] as const;

/** What kind of thing went wrong with a call. @public */
export type QualysErrorKind = (typeof QUALYS_ERROR_KINDS)[number];

/**
 * What is known of a failed call besides its kind.
 *
 * @public
 */
export interface QualysErrorDetails {
  /** The HTTP status, where an answer came. */
  status?: number;
  /** Qualys' own code, as it stands in the answer. */
  code?: string;
  /** When it makes sense to try again, in seconds. */
  retryAfter?: number;
  /** Where in the answer the trouble is, for example `content[3].connectorId`. */
  path?: string;
}

/**
 * A call to Qualys did not work. Neither the message nor any other part of it
 * holds credentials.
 *
 * @public
 */
export class QualysError extends Error {
  /** What kind of thing went wrong. */
  readonly kind: QualysErrorKind;
  /** The HTTP status, where an answer came. */
  declare readonly status?: number;
  /** Qualys' own code, as it stands in the answer. */
  declare readonly code?: string;
  /** When it makes sense to try again, in seconds. */
  declare readonly retryAfter?: number;
  /** Where in the answer the trouble is, for example `content[3].connectorId`. */
  declare readonly path?: string;

  /**
   * @param kind - what kind of thing went wrong
   * @param message - what happened and what to do about it, for people
   * @param details - what else is known
   */
  constructor(
    kind: QualysErrorKind,
    message: string,
    details: QualysErrorDetails = {},
  ) {
    super(message);
    this.name = 'QualysError';
    this.kind = kind;
    for (const [key, value] of Object.entries(details)) {
      if (value !== undefined) Object.assign(this, { [key]: value });
    }
  }

  /** All that is known of the error, without its stack, for logs. */
  toJSON(): QualysErrorDetails & {
    name: string;
    kind: QualysErrorKind;
    message: string;
  } {
    const { name, kind, message, status, code, retryAfter, path } = this;
    return { name, kind, message, status, code, retryAfter, path };
  }
}
