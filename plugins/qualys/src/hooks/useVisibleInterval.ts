import useInterval from 'react-use/esm/useInterval';

/**
 * Calls back every so many milliseconds, but only while somebody can see the
 * page; `null` stops it.
 */
export function useVisibleInterval(
  callback: () => void,
  milliseconds: number | null,
): void {
  useInterval(() => {
    if (document.visibilityState === 'visible') callback();
  }, milliseconds);
}
