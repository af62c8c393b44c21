import { useMemo } from 'react';
import { DateTime } from 'luxon';

/**
 * The time of day, `14:05`, from which it makes sense to try again.
 *
 * @param problem - something that carries `retryAfter` in seconds, counted from when it was received
 */
export function useRetryTime(
  problem: { retryAfter?: number } | undefined,
): string | undefined {
  return useMemo(
    () =>
      problem?.retryAfter === undefined
        ? undefined
        : DateTime.now()
            .plus({ seconds: problem.retryAfter })
            .toFormat('HH:mm'),
    [problem],
  );
}
