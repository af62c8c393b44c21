import {
  QUALYS_FEEDS,
  type FeedReading,
  type QualysFeed,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import { intervalSeconds, type SubscriptionConfig } from '../config';
import type { CloudProgress } from '../mirror';

/** How much of each feed of each cloud is to be read. */
export interface Readings {
  /** How much of a feed; undefined where it is switched off. */
  of(feed: QualysFeed, provider: CloudProvider): FeedReading | undefined;
  /** How much of a feed in all clouds that are read together; undefined where it is switched off. */
  ofAll(feed: QualysFeed): FeedReading | undefined;
  /** Partial where any feed is read in part. */
  kind: FeedReading;
  source: QualysFeed | 'both';
}

/**
 * Tells how much is to be read now: all of Asset Management, and of CloudView
 * only the newest, unless it has not been read in full for too long, or
 * something may have been missed since.
 */
export function readingsNow(
  { clouds, feeds, schedule, cloudViewFullSeconds }: SubscriptionConfig,
  progress: CloudProgress,
): Readings {
  // The run that is nearest to the time, so that the hours do not grow.
  const slack = (intervalSeconds(schedule) ?? 0) / 2;
  const due = (provider: CloudProvider) => {
    const { fullAt, gap } = progress[provider]?.cloudView ?? {};
    if (fullAt === undefined || gap) return true;
    const age = (Date.now() - Date.parse(fullAt)) / 1000;
    return age >= cloudViewFullSeconds - slack;
  };
  const of: Readings['of'] = (feed, provider) => {
    if (!feeds.includes(feed) || !clouds.includes(provider)) return undefined;
    return feed === 'assetManagement' || due(provider) ? 'full' : 'partial';
  };
  const ofAll: Readings['ofAll'] = feed => {
    const all = clouds.map(provider => of(feed, provider));
    return all.includes('partial') ? 'partial' : all[0];
  };
  const kinds = QUALYS_FEEDS.map(ofAll);
  return {
    of,
    ofAll,
    kind: kinds.includes('partial') ? 'partial' : 'full',
    source: feeds.length > 1 ? 'both' : feeds[0],
  };
}
