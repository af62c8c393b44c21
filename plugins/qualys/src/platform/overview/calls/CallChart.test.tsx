import { screen } from '@testing-library/react';
import {
  limitState,
  subscriptionStatus,
} from '../../../__testUtils__/fixtures';
import {
  callCount,
  callHistory,
} from '../../../__testUtils__/platformFixtures';
import { renderPart } from '../../../__testUtils__/render';
import { CallChart } from './CallChart';
import { callSeriesOf } from './callSeries';

/** Gives every element that is observed the size of a chart. */
class LaidOut implements ResizeObserver {
  readonly #onSize: ResizeObserverCallback;
  constructor(onSize: ResizeObserverCallback) {
    this.#onSize = onSize;
  }
  observe() {
    const contentRect = { width: 600, height: 180 };
    this.#onSize([{ contentRect } as ResizeObserverEntry], this);
  }
  unobserve() {}
  disconnect() {}
}

function renderChart(
  items: ReturnType<typeof callCount>[],
  budget: number | undefined,
) {
  const subscription = subscriptionStatus({
    limits: budget === undefined ? [] : [limitState({ budget })],
  });
  const [series] = callSeriesOf(callHistory({ items }), [subscription]);
  renderPart(
    <div data-testid="chart">
      <CallChart series={series} />
    </div>,
  );
  return screen.findByTestId('chart');
}

/** The heights of the bars of a stack's part that are there. */
function bars(chart: HTMLElement, part: number) {
  return [...chart.querySelectorAll('.recharts-bar')].map(bar =>
    [...bar.querySelectorAll('path')].map(path =>
      Number(path.getAttribute('height')),
    ),
  )[part];
}

describe('CallChart', () => {
  const before = globalThis.ResizeObserver;
  beforeEach(() => {
    globalThis.ResizeObserver = LaidOut;
  });
  afterEach(() => {
    globalThis.ResizeObserver = before;
  });

  it('draws a bar for each kind of calls, in proportion', async () => {
    const chart = await renderChart(
      [callCount({ user: 10, background: 30 })],
      100,
    );

    expect(chart.querySelectorAll('.recharts-bar')).toHaveLength(2);
    const [[background], [user]] = [bars(chart, 0), bars(chart, 1)];
    expect(background / user).toBeCloseTo(3, 1);
  });

  it('draws the portal’s share, also where the calls stay far below it', async () => {
    const chart = await renderChart([callCount()], 400);

    expect(
      chart.querySelector('.recharts-reference-line line'),
    ).toBeInTheDocument();
    expect(chart).toHaveTextContent('400');
  });

  it('draws no share that is not known', async () => {
    const chart = await renderChart([callCount()], undefined);

    expect(
      chart.querySelector('.recharts-reference-line'),
    ).not.toBeInTheDocument();
  });

  it('draws what Qualys refused beside the calls', async () => {
    const chart = await renderChart(
      [callCount({ user: 0, background: 20, refused: 10 })],
      100,
    );

    const [[background], [refused]] = [bars(chart, 0), bars(chart, 2)];
    expect(background / refused).toBeCloseTo(2, 1);
  });

  it('marks the hours of the day', async () => {
    const chart = await renderChart([callCount()], 100);

    expect(
      [...chart.querySelectorAll('.recharts-xAxis text')].map(
        mark => mark.textContent,
      ),
    ).toEqual(['12:00', '18:00', '00:00', '06:00']);
  });
});
