import useInterval from 'react-use/esm/useInterval';
import useUpdate from 'react-use/esm/useUpdate';

/**
 * The time, renewed with whatever is shown and twice a minute besides, so that
 * "5 minutes ago" stays true and nothing has happened in the future.
 */
export function useNow(): number {
  useInterval(useUpdate(), 30_000);
  return Date.now();
}
