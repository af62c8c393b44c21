import { useCallback, useState } from 'react';
import type { QualysApiError } from '../api/QualysApiError';
import { useQualysQuery } from './useQualysQuery';

interface Page<Item> {
  items: Item[];
  nextCursor?: string;
}

/** A list, newest first, as far back as it was asked for. */
export interface EarlierPages<Item, P extends Page<Item>> {
  /** Undefined before the first answer. */
  items?: Item[];
  /** The page that was read last. */
  latest?: P;
  /** Why the latest page could not be read. */
  error?: QualysApiError;
  /** Whether a page is under way. */
  loading: boolean;
  /** Reads the next page too; undefined where there is none, or none is known of yet. */
  showEarlier?: () => void;
  /** Reads again what failed. */
  retry: () => void;
}

/**
 * Reads a list page by page, and keeps what it has read.
 *
 * @param load - must be memoized
 */
export function useEarlierPages<Item, P extends Page<Item>>(
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
): EarlierPages<Item, P> {
  const [before, setBefore] = useState<{
    items: Item[];
    latest?: P;
    /** Where the page begins that is read now; undefined for the first. */
    cursor?: string;
  }>({ items: [] });
  const { cursor } = before;

  const { value, error, loading, retry } = useQualysQuery<{
    cursor?: string;
    page: P;
  }>(
    useCallback(
      async signal => ({ cursor, page: await load(cursor, signal) }),
      [load, cursor],
    ),
  );

  // While the next page is under way, the value is still the one before.
  const page = value?.cursor === cursor ? value?.page : undefined;
  const items = page ? [...before.items, ...page.items] : before.items;
  const latest = page ?? before.latest;
  const next = page?.nextCursor;
  return {
    items: latest && items,
    latest,
    error,
    loading,
    showEarlier: next
      ? () => setBefore({ items, latest, cursor: next })
      : undefined,
    retry,
  };
}
