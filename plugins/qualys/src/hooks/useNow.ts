import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';

/** The time, renewed twice a minute, so that "5 minutes ago" stays true. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000);
  return now;
}
