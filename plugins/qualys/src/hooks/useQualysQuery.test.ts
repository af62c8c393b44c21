import { act, renderHook, waitFor } from '@testing-library/react';
import { QualysApiError } from '../api';
import { useQualysQuery } from './useQualysQuery';

/** A request that the test answers. */
function request() {
  const signals: AbortSignal[] = [];
  const answers: {
    resolve: (v: string) => void;
    reject: (e: Error) => void;
  }[] = [];
  const load = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<string>((resolve, reject) => {
      answers.push({ resolve, reject });
    });
  };
  return { load, signals, answers };
}

describe('useQualysQuery', () => {
  it('ends a request that nobody waits for any more', () => {
    const { load, signals } = request();
    const { unmount } = renderHook(() => useQualysQuery(load));
    expect(signals[0].aborted).toBe(false);

    unmount();

    expect(signals[0].aborted).toBe(true);
  });

  it('never shows a late answer to an older question', async () => {
    const first = request();
    const second = request();
    const { result, rerender } = renderHook(
      ({ load }) => useQualysQuery(load),
      { initialProps: first },
    );
    rerender(second);
    expect(first.signals[0].aborted).toBe(true);

    await act(async () => second.answers[0].resolve('new'));
    await act(async () => first.answers[0].resolve('old'));

    expect(result.current).toMatchObject({ value: 'new', loading: false });
  });

  it('keeps the last answer while it reads again, and when that fails', async () => {
    const { load, answers } = request();
    const { result } = renderHook(() => useQualysQuery(load));
    await act(async () => answers[0].resolve('known'));

    act(() => result.current.retry());
    expect(result.current).toMatchObject({ value: 'known', loading: true });

    const error = new QualysApiError('Gone.', { code: 'unavailable' });
    await act(async () => answers[1].reject(error));
    await waitFor(() => expect(result.current.loading).toBe(false));
    expect(result.current).toMatchObject({ value: 'known', error });
  });

  it('shows no answer to another question when its own fails', async () => {
    const first = request();
    const second = request();
    const { result, rerender } = renderHook(
      ({ load }) => useQualysQuery(load),
      { initialProps: first },
    );
    await act(async () => first.answers[0].resolve('of the first'));
    rerender(second);
    expect(result.current).toMatchObject({
      value: 'of the first',
      loading: true,
    });

    await act(async () => second.answers[0].reject(new Error('No.')));

    await waitFor(() => expect(result.current.loading).toBe(false));
    expect(result.current.value).toBeUndefined();
    expect(result.current.error).toBeDefined();
  });
});
