import { isError } from '@backstage/errors';
import type {
  ErrorBody,
  ErrorCode,
  Problem,
} from 'backstage-plugin-qualys-common';
import { InvalidRequestError } from './invalidRequest';
import { QualysProblemError } from './problem';
import { PreconditionFailedError } from './precondition';
import { StateChangedError } from './stateChanged';
import { UnfinishedError } from './unfinished';

type Code = Problem['code'];

// The errors of Backstage and of the portal that carry a message for callers.
const KNOWN_ERRORS: Record<string, { status: number; code: ErrorCode }> = {
  InputError: { status: 400, code: 'invalid' },
  AuthenticationError: { status: 401, code: 'authentication' },
  NotAllowedError: { status: 403, code: 'permission' },
  NotFoundError: { status: 404, code: 'notFound' },
  ConflictError: { status: 409, code: 'conflict' },
  ServiceUnavailableError: { status: 503, code: 'unavailable' },
  PreconditionFailedError: { status: 412, code: 'preconditionFailed' },
  PreconditionRequiredError: { status: 428, code: 'preconditionRequired' },
};

// What a problem with Qualys means to the caller of the portal. That Qualys
// refuses the portal's own user is nothing that the caller could mend by
// signing in, and so is no 401 or 403 here.
const PROBLEMS: Record<Code, { status: number; name: string }> = {
  authentication: { status: 503, name: 'ServiceUnavailableError' },
  permission: { status: 503, name: 'ServiceUnavailableError' },
  notFound: { status: 404, name: 'NotFoundError' },
  invalid: { status: 400, name: 'InputError' },
  conflict: { status: 409, name: 'ConflictError' },
  limited: { status: 503, name: 'ServiceUnavailableError' },
  unavailable: { status: 503, name: 'ServiceUnavailableError' },
  unexpectedAnswer: { status: 503, name: 'ServiceUnavailableError' },
  outcomeUnknown: { status: 503, name: 'ServiceUnavailableError' },
  internal: { status: 500, name: 'InternalServerError' },
};

// What Express' own body and path parsers throw.
function requestErrorStatus(error: Error): number | undefined {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500
    ? status
    : undefined;
}

/**
 * The answer to an error, or undefined for one whose message may hold what is
 * not for callers.
 */
export function toErrorAnswer(thrown: unknown): ErrorBody | undefined {
  if (!isError(thrown)) return undefined;

  if (thrown instanceof UnfinishedError) {
    const { reason, steps, current } = thrown;
    const answer = toErrorAnswer(reason);
    return (
      answer && {
        ...answer,
        error: {
          ...answer.error,
          steps: [...steps],
          ...(current !== undefined && { current }),
        },
      }
    );
  }

  if (thrown instanceof QualysProblemError) {
    const { status, name } = PROBLEMS[thrown.problem.code];
    return {
      error: { name, ...thrown.problem },
      response: { statusCode: status },
    };
  }

  const known = Object.hasOwn(KNOWN_ERRORS, thrown.name)
    ? KNOWN_ERRORS[thrown.name]
    : undefined;
  if (known) {
    return {
      error: {
        name: thrown.name,
        message: thrown.message,
        code: known.code,
        ...(thrown instanceof InvalidRequestError && {
          fields: thrown.fields,
        }),
        ...((thrown instanceof StateChangedError ||
          thrown instanceof PreconditionFailedError) && {
          current: thrown.current,
        }),
      },
      response: { statusCode: known.status },
    };
  }

  const status = requestErrorStatus(thrown);
  if (status === undefined) return undefined;
  return {
    error: {
      name: status === 413 ? 'PayloadTooLargeError' : 'InputError',
      message:
        status === 413
          ? 'The body is too large'
          : 'The request cannot be read: its path or its body is malformed',
      code: 'invalid',
    },
    response: { statusCode: status },
  };
}
