import type { Request } from 'express';
import { InvalidRequestError, PreconditionRequiredError } from '../errors';

const STRONG_TAG = /^"([\x21\x23-\x7e]{1,100})"$/;

/**
 * Reads the version that a change was made from. `*` would let a change pass
 * whatever it was made from, and several versions mean nothing here.
 *
 * @throws PreconditionRequiredError where there is no `If-Match`
 * @throws InvalidRequestError where it is not one strong tag
 */
export function readIfMatch(req: Request): string {
  const header = req.get('if-match');
  if (header === undefined) throw new PreconditionRequiredError();
  const [, version] = STRONG_TAG.exec(header.trim()) ?? [];
  if (version === undefined) {
    throw new InvalidRequestError([
      {
        path: 'headers.if-match',
        message:
          'must be the ETag that came with the state, in quotation marks',
      },
    ]);
  }
  return version;
}
