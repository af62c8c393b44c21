import type { z } from 'zod';
import { QualysError } from '../errors';
import { shownPath } from './shownPath';

/**
 * What a caller gives, checked by a schema of the domain before anything is
 * sent.
 *
 * @param what - what is checked, for people: `the settings of a web app`
 * @param at - where the value stands in that: `['id']`
 * @throws QualysError `invalid` that names the first field that is wrong
 */
export function checkedBy<S extends z.ZodType>(
  schema: S,
  value: unknown,
  what: string,
  at: PropertyKey[] = [],
): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  const field = shownPath([...at, ...path]);
  // The rules of the domain stand under fields of forms too, without a full stop.
  const rule = message.replace(/\.?$/, '.');
  throw new QualysError(
    'invalid',
    `${what}: ${field ? `${field}: ` : ''}${rule} Nothing was sent.`,
    { path: field || undefined },
  );
}
