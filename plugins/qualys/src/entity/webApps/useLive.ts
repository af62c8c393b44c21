import type { ReadAge } from 'backstage-plugin-qualys-common';
import type { QualysApiError } from '../../api/QualysApiError';
import {
  useReplaceableQuery,
  type ReplaceableQuery,
} from '../../hooks/useReplaceableQuery';
import { useVisibleInterval } from '../../hooks/useVisibleInterval';

/** How often the portal is asked while another answer is to be expected (in milliseconds). */
const POLL_EVERY = 5_000;
/** How long it is left alone after it could not be read, unless it says when to come back (in milliseconds). */
const PAUSE_AFTER_ERROR = 60_000;
/** Older than this, the portal renews its answer in the background (in milliseconds). */
const RENEWED_AFTER = 5 * 60_000;

function isRenewed({ asOf, staleBecause }: ReadAge): boolean {
  return (
    staleBecause === undefined && Date.now() - Date.parse(asOf) > RENEWED_AFTER
  );
}

/** When to read again by itself (in milliseconds); never after an error that does not pass by itself. */
function pauseAfter(error: QualysApiError | undefined): number | null {
  if (!error) return POLL_EVERY;
  if (error.code !== 'unavailable' && error.code !== 'limited') return null;
  return Math.max(PAUSE_AFTER_ERROR, (error.retryAfter ?? 0) * 1000);
}

/**
 * Reads something of Qualys that the portal knows perhaps already, and reads it
 * again while another answer is to be expected and somebody can see the page.
 * It asks the portal, which asks Qualys once in a while for all who look.
 *
 * @param known - what is known; it is not asked for then
 * @param ask - must be memoized
 * @param isPassing - whether a state will not last
 */
export function useLive<T extends ReadAge>(
  known: T | undefined,
  ask: (signal: AbortSignal) => Promise<T>,
  isPassing: (value: T) => boolean,
): ReplaceableQuery<T> {
  const query = useReplaceableQuery(ask, known);
  const { error, loading, retry, value = known } = query;
  const expecting =
    value !== undefined && (isPassing(value) || isRenewed(value));
  useVisibleInterval(retry, expecting && !loading ? pauseAfter(error) : null);
  return { ...query, value };
}
