import {
  API_FAMILIES,
  type CallCount,
  type CallHistory,
  type LimitState,
  type SubscriptionStatus,
} from 'backstage-plugin-qualys-common';

/** The calls of one stretch of time. */
export type Stretch = Pick<CallCount, 'at' | 'user' | 'background' | 'refused'>;

/** The calls to one family of Qualys' APIs over time. */
export interface CallSeries {
  family: LimitState['family'];
  /** Every stretch from the first to the last, also those without calls. */
  stretches: Stretch[];
  stretchSeconds: number;
  /** All calls. */
  calls: number;
  /** Those that somebody waited for. */
  user: number;
  /** Those that Qualys refused. */
  refused: number;
  /** The most calls of one stretch. */
  most: number;
  /** The portal's share of a stretch, spread evenly over its window; missing where it is not known. */
  share?: number;
}

/** The calls of subscriptions over time, for each family that was called or that there is a share of. */
export function callSeriesOf(
  history: CallHistory,
  subscriptions: SubscriptionStatus[],
): CallSeries[] {
  const ids = new Set(subscriptions.map(({ subscription }) => subscription));
  const items = history.items.filter(item => ids.has(item.subscription));
  return API_FAMILIES.flatMap(family => {
    const ofFamily = items.filter(item => item.family === family);
    const share = shareOf(family, ofFamily, subscriptions);
    if (ofFamily.length === 0 && share === undefined) return [];

    const stretches = stretchesOf(history, ofFamily);
    const sum = (what: 'user' | 'background' | 'refused') =>
      stretches.reduce((before, stretch) => before + stretch[what], 0);
    return [
      {
        family,
        stretches,
        stretchSeconds: history.stretchSeconds,
        calls: sum('user') + sum('background'),
        user: sum('user'),
        refused: sum('refused'),
        most: Math.max(0, ...stretches.map(callsOf)),
        share: share && share * history.stretchSeconds,
      },
    ];
  });
}

/** All calls of a stretch; those that were refused are among them. */
export function callsOf(stretch: Stretch): number {
  return stretch.user + stretch.background;
}

/** The portal's share in calls a second; undefined where that of one of the callers is not known. */
function shareOf(
  family: LimitState['family'],
  items: CallCount[],
  subscriptions: SubscriptionStatus[],
): number | undefined {
  let share: number | undefined;
  for (const { subscription, limits } of subscriptions) {
    const limit = limits.find(one => one.family === family);
    if (limit) share = (share ?? 0) + limit.budget / limit.windowSeconds;
    else if (items.some(item => item.subscription === subscription)) {
      return undefined;
    }
  }
  return share;
}

function stretchesOf(history: CallHistory, items: CallCount[]): Stretch[] {
  const from = Date.parse(history.from);
  const length = history.stretchSeconds * 1000;
  const count = Math.max(
    0,
    Math.round((Date.parse(history.to) - from) / length),
  );
  const stretches = Array.from({ length: count }, (_, index) => ({
    at: new Date(from + index * length).toISOString(),
    user: 0,
    background: 0,
    refused: 0,
  }));
  for (const item of items) {
    const stretch =
      stretches[Math.floor((Date.parse(item.at) - from) / length)];
    if (!stretch) continue;
    stretch.user += item.user;
    stretch.background += item.background;
    stretch.refused += item.refused;
  }
  return stretches;
}
