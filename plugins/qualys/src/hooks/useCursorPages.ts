import { useState } from 'react';

/** Where one stands in a list that is read page by page. */
export interface CursorPages {
  /** Where the present page begins; undefined on the first one. */
  cursor: string | undefined;
  /** The number of pages before this one. */
  index: number;
  next: (cursor: string) => void;
  previous: () => void;
  first: () => void;
}

/**
 * Remembers the way through a list that can only be read forwards. A list with
 * another key starts at its first page.
 */
export function useCursorPages(key: string): CursorPages {
  const [way, setWay] = useState<{ key: string; cursors: string[] }>({
    key,
    cursors: [],
  });
  const cursors = way.key === key ? way.cursors : [];
  return {
    cursor: cursors.at(-1),
    index: cursors.length,
    next: cursor => setWay({ key, cursors: [...cursors, cursor] }),
    previous: () => setWay({ key, cursors: cursors.slice(0, -1) }),
    first: () => setWay({ key, cursors: [] }),
  };
}
