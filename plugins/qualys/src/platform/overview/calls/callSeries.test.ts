import {
  limitState,
  subscriptionStatus,
} from '../../../__testUtils__/fixtures';
import {
  callCount,
  callHistory,
} from '../../../__testUtils__/platformFixtures';
import { callSeriesOf } from './callSeries';

const FROM = '2026-03-01T10:00:00.000Z';
const QUARTER_LATER = '2026-03-01T10:15:00.000Z';

/** An hour in quarters. */
function history(items: ReturnType<typeof callCount>[]) {
  return callHistory({
    from: FROM,
    to: '2026-03-01T11:00:00.000Z',
    stretchSeconds: 900,
    items,
  });
}

const main = subscriptionStatus();
const gov = subscriptionStatus({
  subscription: 'gov',
  limits: [limitState({ budget: 30 })],
});

describe('callSeriesOf', () => {
  it('fills the stretches without calls, and counts a refused call once', () => {
    const [series] = callSeriesOf(
      history([
        callCount({ at: FROM, user: 1, background: 5, refused: 2 }),
        callCount({ at: QUARTER_LATER, user: 3, background: 0 }),
      ]),
      [main],
    );

    expect(series).toMatchObject({
      family: 'cloudView',
      calls: 9,
      user: 4,
      refused: 2,
      most: 6,
    });
    expect(series.stretches).toEqual([
      { at: FROM, user: 1, background: 5, refused: 2 },
      { at: QUARTER_LATER, user: 3, background: 0, refused: 0 },
      {
        at: '2026-03-01T10:30:00.000Z',
        user: 0,
        background: 0,
        refused: 0,
      },
      {
        at: '2026-03-01T10:45:00.000Z',
        user: 0,
        background: 0,
        refused: 0,
      },
    ]);
  });

  it('spreads the portal’s share of a window over the stretches', () => {
    // 90 calls an hour.
    expect(callSeriesOf(history([callCount()]), [main])[0].share).toBe(22.5);
  });

  it('adds up calls and shares of several subscriptions', () => {
    const items = [
      callCount({ at: FROM, user: 0, background: 4 }),
      callCount({ at: FROM, subscription: 'gov', user: 1, background: 2 }),
    ];

    const [together] = callSeriesOf(history(items), [main, gov]);
    expect(together.stretches[0]).toMatchObject({ user: 1, background: 6 });
    expect(together.share).toBe(30);

    const [alone] = callSeriesOf(history(items), [gov]);
    expect(alone.calls).toBe(3);
    expect(alone.share).toBe(7.5);
  });

  it('knows no share together where that of one caller is not known', () => {
    const items = [callCount(), callCount({ subscription: 'gov' })];

    const [series] = callSeriesOf(history(items), [
      main,
      { ...gov, limits: [] },
    ]);

    expect(series.share).toBeUndefined();
  });

  it('shows a family that there is a share of, and none that nobody uses', () => {
    const series = callSeriesOf(history([callCount({ family: 'qps' })]), [
      main,
    ]);

    expect(series.map(({ family }) => family)).toEqual(['qps', 'cloudView']);
    expect(series[1].calls).toBe(0);
  });
});
