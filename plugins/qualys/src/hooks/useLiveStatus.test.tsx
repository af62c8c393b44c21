import { act, screen } from '@testing-library/react';
import {
  QUALYS_SYNC_CHANNEL,
  type Status,
} from 'backstage-plugin-qualys-common';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { run, status, subscriptionStatus } from '../__testUtils__/fixtures';
import { renderPart } from '../__testUtils__/render';
import { useLiveStatus } from './useLiveStatus';

const SIGNAL = { subscription: 'main' };

function withRun(outcome: 'running' | 'complete'): Status {
  return status({
    subscriptions: [subscriptionStatus({ runs: [run({ outcome })] })],
  });
}

function Probe() {
  const { value, loading } = useLiveStatus();
  return (
    <>
      <div>{value?.subscriptions[0].runs[0].outcome ?? 'nothing'}</div>
      <div>{loading ? 'reading' : 'read'}</div>
    </>
  );
}

/** A portal whose backend answers each question when the test says so. */
async function renderProbe(options: { first?: Status } = {}) {
  const answers: ((answer: Status) => void)[] = [];
  const getStatus = jest.fn(
    () => new Promise<Status>(resolve => answers.push(resolve)),
  );
  const signals = new FakeSignals();
  renderPart(<Probe />, { api: { getStatus }, signals });
  const answer = (value = withRun('complete')) =>
    act(async () => answers[answers.length - 1](value));
  const signal = () =>
    act(async () => signals.publish(QUALYS_SYNC_CHANNEL, SIGNAL));
  const pass = (milliseconds: number) =>
    act(() => jest.advanceTimersByTimeAsync(milliseconds));
  await answer(options.first);
  return { getStatus, signals, answer, signal, pass };
}

describe('useLiveStatus', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('reads again when it hears of a sync, though none was running', async () => {
    const { getStatus, answer, signal, pass } = await renderProbe();
    await pass(2_000);
    expect(getStatus).toHaveBeenCalledTimes(1);

    await signal();
    expect(getStatus).toHaveBeenCalledTimes(2);
    await answer(withRun('running'));

    expect(screen.getByText('running')).toBeInTheDocument();
  });

  it('reads at most once a second, and nothing that it heard is lost', async () => {
    const { getStatus, answer, signal, pass } = await renderProbe();
    await signal();
    await signal();
    await signal();
    await pass(900);
    expect(getStatus).toHaveBeenCalledTimes(1);

    await pass(100);
    expect(getStatus).toHaveBeenCalledTimes(2);
    await answer();
    await pass(3_000);
    expect(getStatus).toHaveBeenCalledTimes(2);
  });

  it('does not read while it reads, and reads again afterwards', async () => {
    const { getStatus, answer, signal, pass } = await renderProbe();
    await pass(1_000);
    await signal();
    expect(screen.getByText('reading')).toBeInTheDocument();
    await signal();
    await pass(4_000);
    expect(getStatus).toHaveBeenCalledTimes(2);

    await answer();
    expect(getStatus).toHaveBeenCalledTimes(3);
  });

  it('looks by itself while a sync runs and nothing is heard, and not after', async () => {
    const { getStatus, answer, pass } = await renderProbe({
      first: withRun('running'),
    });
    await pass(5_000);
    expect(getStatus).toHaveBeenCalledTimes(2);
    await answer(withRun('running'));
    await pass(5_000);
    expect(getStatus).toHaveBeenCalledTimes(3);
    await answer(withRun('complete'));

    await pass(60_000);
    expect(getStatus).toHaveBeenCalledTimes(3);
  });

  it('does not look by itself shortly after it has heard something', async () => {
    const { getStatus, answer, signal, pass } = await renderProbe({
      first: withRun('running'),
    });
    await pass(3_000);
    await signal();
    await answer(withRun('running'));
    expect(getStatus).toHaveBeenCalledTimes(2);

    await pass(2_000);
    expect(getStatus).toHaveBeenCalledTimes(2);
    await pass(5_000);
    expect(getStatus).toHaveBeenCalledTimes(3);
  });

  it('reads what it missed when somebody looks again', async () => {
    const { getStatus, signal, pass } = await renderProbe();
    const visible = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    const show = () =>
      act(async () => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
    await show();
    await pass(2_000);
    await signal();
    await pass(10_000);
    expect(getStatus).toHaveBeenCalledTimes(1);

    visible.mockReturnValue('visible');
    await show();
    expect(getStatus).toHaveBeenCalledTimes(2);
  });
});
