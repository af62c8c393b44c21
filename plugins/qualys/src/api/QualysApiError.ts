import type {
  ErrorBody,
  ErrorCode,
  StepResult,
} from 'backstage-plugin-qualys-common';

/**
 * What a request to the Qualys backend can fail with.
 *
 * @public
 */
export interface QualysApiErrorDetails {
  /** What kind of thing happened. */
  code: ErrorCode;
  /** The HTTP status; missing where no answer came at all. */
  status?: number;
  /** When it makes sense to try again, in seconds from now. */
  retryAfter?: number;
  /** The fields of the request that were wrong. */
  fields?: ErrorBody['error']['fields'];
  /** How things stand now, where the request was made from an older state or was carried out in part. */
  current?: unknown;
  /** What is done and what is not, where something takes several steps and one of them failed. */
  steps?: StepResult[];
  cause?: unknown;
}

/**
 * A request to the Qualys backend that did not succeed. The message is written
 * for people.
 *
 * @public
 */
export class QualysApiError extends Error {
  readonly code: ErrorCode;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly fields?: ErrorBody['error']['fields'];
  readonly current?: unknown;
  readonly steps?: StepResult[];

  constructor(message: string, details: QualysApiErrorDetails) {
    super(message, { cause: details.cause });
    this.name = 'QualysApiError';
    this.code = details.code;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
    this.fields = details.fields;
    this.current = details.current;
    this.steps = details.steps;
  }
}

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  400: 'invalid',
  401: 'permission',
  403: 'permission',
  404: 'notFound',
  409: 'conflict',
  412: 'preconditionFailed',
  428: 'preconditionRequired',
  429: 'limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/**
 * The kind of thing that an HTTP status stands for, where the body of the
 * answer does not say (a proxy answered, or the sign-in ended).
 */
export function codeOfStatus(status: number): ErrorCode {
  return CODE_OF_STATUS[status] ?? 'internal';
}

/** Any failure as a QualysApiError. */
export function toQualysApiError(error: unknown): QualysApiError {
  if (error instanceof QualysApiError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new QualysApiError(message, { code: 'internal', cause: error });
}
