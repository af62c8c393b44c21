import type { z } from 'zod';
import type { SecurityHubConfiguration } from './configuration';
import { duplicateAccounts } from './duplicateAccounts';
import { toRows } from './toRows';

/** Refuses configurations in which an account stands more than once, by name. */
export function eachAccountOnce({
  value,
  issues,
}: z.core.ParsePayload<SecurityHubConfiguration[]>): void {
  const duplicates = duplicateAccounts(toRows(value));
  if (duplicates.length > 0) {
    issues.push({
      code: 'custom',
      input: value,
      message: `must name each AWS account once; more than once: ${duplicates.join(
        ', ',
      )}`,
    });
  }
}
