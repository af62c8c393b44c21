import type { QualysFeed } from 'backstage-plugin-qualys-common';
import { QualysError, type QualysErrorKind } from 'qualys-client';

/** Whether an error is a QualysError of one of the kinds. */
export function isOfKind(error: unknown, ...kinds: QualysErrorKind[]): boolean {
  return error instanceof QualysError && kinds.includes(error.kind);
}

// What would only go wrong again with the other feed, too; repeating a wrong
// password may even lock the user.
function isFatal(error: unknown): boolean {
  return isOfKind(error, 'authentication', 'aborted');
}

// What would only go wrong again with another cloud. Asset Management takes a
// right that holds for all clouds.
function isHopeless(error: unknown, feed: QualysFeed): boolean {
  return (
    isOfKind(error, 'limited') ||
    (feed === 'assetManagement' && isOfKind(error, 'permission')) ||
    isFatal(error)
  );
}

/** What has failed in a sync in such a way that it is of no use to go on. */
export interface FeedFailures {
  /**
   * Reads something of a feed, unless that is known to be of no use. The first
   * reading of a sync goes ahead of all others, up to its first answer: what
   * all would run into is asked for once, and a wrong password is not sent by
   * six readings at once.
   *
   * @param read - is to call back when the first answer has come
   * @param failed - what to give instead, for the reason why it is of no use
   */
  unlessHopeless<T extends { error?: unknown }>(
    feed: QualysFeed,
    read: (heard: () => void) => Promise<T>,
    failed: (error: unknown) => T,
  ): Promise<T>;
  /** The reasons why feeds have failed so. */
  reasons(): unknown[];
}

/** Keeps in mind what has failed in a sync of some feeds. */
export function createFeedFailures(feeds: readonly QualysFeed[]): FeedFailures {
  const failed = new Map<QualysFeed, unknown>();
  let first: Promise<void> | undefined;

  const note = (feed: QualysFeed, error: unknown) => {
    if (!isHopeless(error, feed)) return;
    for (const each of isFatal(error) ? feeds : [feed]) {
      if (!failed.has(each)) failed.set(each, error);
    }
  };

  return {
    async unlessHopeless(feed, read, instead) {
      let heard = () => {};
      if (first) await first;
      else {
        first = new Promise(resolve => {
          heard = resolve;
        });
      }
      try {
        if (failed.has(feed)) return instead(failed.get(feed));
        const result = await read(heard);
        note(feed, result.error);
        return result;
      } finally {
        heard();
      }
    },
    reasons: () => [...failed.values()],
  };
}
