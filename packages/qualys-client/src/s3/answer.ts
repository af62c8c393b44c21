import { readS3ExternalId, type S3ExternalId } from 'qualys-model';
import { z } from 'zod';
import { notUnderstood, parsedBy } from '../answers';
import { failureInside } from '../http';
import { advice } from './advice';
import { failureInSuccess } from './problem';

const text = z
  .string()
  .nullish()
  .transform(value => value?.trim() || undefined);

// The letter too many is in the document's own sample.
const updatedWire = z.looseObject({
  message: text,
  messsage: text,
  externalId: z.string().nullish(),
});
const KNOWN = [...Object.keys(updatedWire.shape), 'status', 'code'];

/** What Qualys says of an update. */
export interface Updated {
  message?: string;
  externalId?: S3ExternalId;
}

/**
 * Reads the answer to an update, which may also be empty.
 *
 * @throws Failure for a failure that it tells of, and for anything unknown
 */
export function readUpdated(parsed: unknown): Updated {
  if (parsed === undefined) return {};
  const problem = failureInSuccess(parsed);
  if (problem) throw failureInside(problem, advice);
  const known = parsedBy(updatedWire, parsed);
  const { message, messsage, externalId } = known;
  const names = Object.keys(known);
  // An answer of some other kind may tell of a failure in a way of its own.
  if (names.length > 0 && !names.some(name => KNOWN.includes(name))) {
    throw notUnderstood([names[0]]);
  }
  const said = message ?? messsage;
  return {
    ...(said && { message: said }),
    ...(externalId?.trim() && { externalId: readS3ExternalId(externalId) }),
  };
}
