import { useState } from 'react';

/**
 * Whether something holds, or has held at some time since the component is
 * there.
 */
export function useHasBeen(holds: boolean): boolean {
  const [hasBeen, setHasBeen] = useState(holds);
  if (holds && !hasBeen) setHasBeen(true);
  return hasBeen || holds;
}
