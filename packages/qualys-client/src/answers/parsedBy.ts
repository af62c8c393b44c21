import type { z } from 'zod';
import { Failure } from '../http';
import { shownPath } from '../input/shownPath';

/** An answer that cannot be understood, and where. */
export function notUnderstood(path: PropertyKey[], what?: string): Failure {
  const shown = shownPath(path);
  return new Failure({
    kind: 'unexpectedAnswer',
    what:
      what ??
      'An essential part of the answer is missing or of another kind than documented.',
    said: `at ${shown || 'the top of the answer'}`,
    path: shown || undefined,
  });
}

/**
 * Reads a part of an answer by its schema.
 *
 * @param at - where in the answer the part stands
 * @throws Failure that names the first field that is missing or wrong
 */
export function parsedBy<S extends z.ZodType>(
  schema: S,
  part: unknown,
  at: PropertyKey[] = [],
): z.output<S> {
  const result = schema.safeParse(part);
  if (result.success) return result.data;
  throw notUnderstood([...at, ...result.error.issues[0].path]);
}
