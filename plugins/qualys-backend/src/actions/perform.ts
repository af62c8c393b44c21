import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { z } from 'zod';
import { InvalidRequestError, logInternal, toErrorAnswer } from '../errors';
import type { CallerCredentials } from '../http';

/** What an action gets of whoever runs it. */
export interface ActionCall {
  credentials: BackstageCredentials;
  logger: LoggerService;
}

// The registry of actions tells these apart, and nothing else.
const ERRORS: Record<number, new (message: string) => Error> = {
  400: InputError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
  412: ConflictError,
  503: ServiceUnavailableError,
};

/**
 * Who runs an action: users alone. To the permission framework a service may
 * do everything, and what a service does in nobody's name is nobody's.
 *
 * @throws NotAllowedError where it is no user
 */
function requireUser(credentials: BackstageCredentials): CallerCredentials {
  const { principal } = credentials as { principal?: { type?: string } };
  if (principal?.type !== 'user') {
    throw new NotAllowedError('The actions of Qualys are for users alone');
  }
  return credentials as CallerCredentials;
}

function forCallers(thrown: unknown, { logger }: ActionCall): Error {
  if (thrown instanceof InvalidRequestError) {
    return new InputError(
      thrown.fields
        // What is the body of a request over HTTP is the input here.
        .map(
          ({ path, message }) =>
            `${path.replace(/^body\b/, 'input')}: ${message}`,
        )
        .join('; '),
    );
  }
  const answer = toErrorAnswer(thrown);
  if (!answer) return new Error(logInternal(logger, 'An action', thrown));
  const { statusCode } = answer.response;
  const message =
    statusCode === 412
      ? 'It has changed since it was read; look at it as it is now, and decide again'
      : answer.error.message;
  return new (ERRORS[statusCode] ?? Error)(message);
}

/**
 * Runs an action in the name of a user.
 *
 * @throws what went wrong, in words and errors that are fit for whoever runs it
 */
export async function perform<T extends object>(
  call: ActionCall,
  action: (credentials: CallerCredentials) => Promise<T>,
): Promise<{ output: T }> {
  try {
    return { output: await action(requireUser(call.credentials)) };
  } catch (error) {
    throw forCallers(error, call);
  }
}

/**
 * Reads the input of an action by the rules of the HTTP API.
 *
 * @throws InvalidRequestError naming what is wrong
 */
export function readInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidRequestError(
    result.error.issues.map(({ path, message }) => ({
      path: ['input', ...path.map(String)].join('.'),
      message,
    })),
  );
}
