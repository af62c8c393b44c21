import type {
  FeedAge,
  SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import type { Translate } from '../../translation';
import type { ReadingAge } from './Ages';

/** When a subscription was last read: completely, and each of its feeds. */
export function agesOf(of: SubscriptionStatus, t: Translate): ReadingAge[] {
  return [
    {
      key: 'complete',
      what: t('overview.complete'),
      at: of.asOf,
      overdue: of.stale,
    },
    ...of.feeds.flatMap(age => agesOfFeed(age, t)),
  ];
}

/** A feed of which the newest alone is read most times has two ages. */
function agesOfFeed(age: FeedAge, t: Translate): ReadingAge[] {
  const { feed, asOf, fullAsOf, stale } = age;
  const name = t(`feed.${feed}`);
  if (!asOf || !fullAsOf || asOf === fullAsOf) {
    // Without a reading in full, what was read in part is not all of it.
    return [{ key: feed, what: name, at: fullAsOf, overdue: stale }];
  }
  return [
    {
      key: `${feed} newest`,
      what: t('overview.feedNewest', { feed: name }),
      at: asOf,
      overdue: false,
    },
    {
      key: `${feed} full`,
      what: t('overview.feedInFull', { feed: name }),
      at: fullAsOf,
      overdue: stale,
    },
  ];
}
