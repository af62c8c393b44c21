import { z } from 'zod';
import { Failure, failureInside } from '../http';
import { advice } from './advice';
import { cloudViewProblemIn } from './problem';

const refusal = z.union([
  z.literal(false),
  z.looseObject({ acknowledged: z.literal(false) }),
]);

/**
 * Reads the answer to a call that gives nothing back: nothing, an object whose
 * members are not documented, or `{"acknowledged": true}`.
 *
 * Source: CloudView API v1, `AckRequest`, and the answers 200, 201 and 204 of
 * `DELETE /rest/v1/{aws,azure,gcp}/connectors` and its siblings. That false
 * would mean that the call was not carried out is assumed, so the outcome
 * counts as unknown.
 *
 * @throws Failure where the answer says success and holds a failure
 */
export function acknowledged(json: unknown): void {
  const problem = cloudViewProblemIn(json);
  // A message alone may just as well say that it worked.
  if (problem?.code !== undefined || (problem?.status ?? 0) >= 400) {
    throw failureInside(problem!, advice);
  }
  if (refusal.safeParse(json).success) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: 'Qualys did not acknowledge the call.',
      path: 'acknowledged',
    });
  }
}
