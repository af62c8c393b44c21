import { toError } from '@backstage/errors';

const HEAD = 200;
const TAIL = 300;

/**
 * An error for a log line. The errors of the database repeat the whole
 * statement with all its values, and say what is wrong at their end.
 */
export function describeError(thrown: unknown): string {
  const { name, message } = toError(thrown);
  const short =
    message.length > HEAD + TAIL
      ? `${message.slice(0, HEAD)} … ${message.slice(-TAIL)}`
      : message;
  return `${name}: ${short}`;
}
