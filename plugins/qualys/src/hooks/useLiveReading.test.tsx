import { act } from '@testing-library/react';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { renderPart } from '../__testUtils__/render';
import { useLiveReading } from './useLiveReading';

const CHANNEL = 'qualys:tried';

/** What is read is known at once, as where the answer of a change takes the place of a reading. */
function Probe(props: { retry: () => void; pollEvery: number | null }) {
  const { pollEvery, retry } = props;
  useLiveReading({ loading: false, retry }, { channel: CHANNEL, pollEvery });
  return null;
}

describe('useLiveReading', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes on after it has heard something at the very moment of a reading', async () => {
    const signals = new FakeSignals();
    const retry = jest.fn();
    const signal = () => signals.publish(CHANNEL, {});
    retry.mockImplementationOnce(signal);
    renderPart(<Probe retry={retry} pollEvery={5_000} />, { signals });

    await act(async () => signal());
    expect(retry).toHaveBeenCalledTimes(2);
    await act(async () => signal());
    expect(retry).toHaveBeenCalledTimes(3);
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(retry).toHaveBeenCalledTimes(4);
  });
});
