import type { Fault } from 'qualys-simulator';
import {
  CLOUDS,
  FEEDS,
  viewName,
  type Cloud,
  type Feed,
  type Views,
} from '../qualys/views';

/** A page of a feed of a cloud. */
export interface FeedPage {
  cloud: Cloud;
  feed: Feed;
  /** From 0. */
  number: number;
}

/** What Qualys is asked for one after the other: all pages of a feed of a cloud. */
export const LISTS = CLOUDS.flatMap(cloud =>
  FEEDS.map(feed => ({ cloud, feed })),
);

/** Every page of a feed of a cloud. */
export function pagesOf(
  { cloud, feed }: Pick<FeedPage, 'cloud' | 'feed'>,
  views: Views,
  pageSize: number,
): FeedPage[] {
  const { length } = Object.keys(views[viewName(cloud, feed)]);
  // A search goes on from the last object of a page, which comes again.
  const pages =
    feed === 'cloudView'
      ? Math.ceil(length / pageSize)
      : Math.ceil((length - 1) / (pageSize - 1));
  return Array.from({ length: pages }, (_, number) => ({
    cloud,
    feed,
    number,
  }));
}

/** What hits a page, however often it is asked for. */
export function faultAt(
  { cloud, feed, number }: FeedPage,
  fault: Omit<Fault, 'match'>,
): Fault {
  const name = cloud.toLowerCase();
  if (feed === 'cloudView') {
    const match = {
      path: `*/${name}/connectors`,
      query: { pageNo: String(number) },
    };
    return { ...fault, match };
  }
  // Nothing but their order tells the pages of a search apart.
  const match = { path: `*/search/am/${name}assetdataconnector` };
  return { ...fault, match, skip: number };
}
