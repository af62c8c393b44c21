import type { CallCount, CallHistory } from 'backstage-plugin-qualys-common';
import { callCount, callHistory } from '../src/__testUtils__/platformFixtures';

const QUARTER = 15 * 60;
/** When the last of the quarters of an hour that are shown ends. */
const TO = Math.ceil(Date.now() / 1000 / QUARTER) * QUARTER * 1000;

/** The invented calls of subscriptions. */
export function demoCalls(subscriptions: string[]): CallHistory {
  return callHistory({
    from: quarter(0),
    to: quarter(96),
    stretchSeconds: QUARTER,
    items: subscriptions.flatMap(calls),
  });
}

/** The beginning of a quarter of an hour of the day that is shown. */
function quarter(index: number): string {
  return new Date(TO - (96 - index) * QUARTER * 1000).toISOString();
}

/** The calls of a day of syncs, with people in the working hours and a jam in the evening. */
function calls(subscription: string): CallCount[] {
  return Array.from({ length: 96 }, (_, index) => {
    const at = quarter(index);
    const hour = new Date(at).getHours();
    const working = hour >= 8 && hour < 18;
    const jam = hour === 19;
    return [
      callCount({
        at,
        subscription,
        family: 'qps',
        user: working ? (index * 7) % 19 : 0,
        background: (index % 2 && 14) || (jam && 260) || 28,
        refused: jam ? 9 : 0,
      }),
      callCount({
        at,
        subscription,
        family: 'cloudView',
        user: working ? (index * 5) % 4 : 0,
        background: index % 24 === 3 ? 22 : 2,
      }),
    ];
  }).flat();
}
