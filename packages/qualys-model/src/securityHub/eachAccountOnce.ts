import type { z } from 'zod';
import { duplicateSecurityHubAccounts } from './duplicateAccounts';

/** Refuses configurations in which an account stands more than once, by name. */
export function eachAccountOnce({
  value,
  issues,
}: z.core.ParsePayload<{ awsAccounts: string[] }[]>): void {
  const duplicates = duplicateSecurityHubAccounts(
    value.flatMap(({ awsAccounts }) =>
      awsAccounts.map(awsAccount => ({ awsAccount })),
    ),
  );
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
