import { holdRequest, HoldLostError } from './hold';

describe('a request that is looked after', () => {
  const lease = { id: 'r', holder: 'here' };
  const set = () => {
    const store = {
      renew: jest.fn(async () => true),
      release: jest.fn(async () => {}),
    };
    const stopped = new AbortController();
    return { store, stopped, hold: holdRequest(store, lease, stopped.signal) };
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows signs of life until it is released', async () => {
    const { store, hold } = set();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(store.renew).toHaveBeenCalledTimes(8);
    expect(store.renew).toHaveBeenCalledWith(lease);
    hold.require();
    await hold.release();
    expect(store.release).toHaveBeenCalledWith(lease);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(store.renew).toHaveBeenCalledTimes(8);
  });

  it('is left alone once somebody else has it', async () => {
    const { store, hold } = set();
    store.renew.mockResolvedValue(false);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(hold.signal.aborted).toBe(true);
    expect(() => hold.require()).toThrow(HoldLostError);
    // It is not theirs to give back.
    await hold.release();
    expect(store.release).not.toHaveBeenCalled();
  });

  it('outlasts a database that is away for a moment, and no longer one', async () => {
    const { store, hold } = set();
    store.renew.mockRejectedValueOnce(new Error('away'));
    await jest.advanceTimersByTimeAsync(30_000);
    hold.require();
    store.renew.mockRejectedValue(new Error('away'));
    await jest.advanceTimersByTimeAsync(30_000);
    hold.require();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(hold.signal.aborted).toBe(true);
  });

  it('is left alone by a process that stood still, which notices it before it does anything', async () => {
    const { hold } = set();
    const now = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(now + 46_000);
    expect(() => hold.require()).toThrow(HoldLostError);
    jest.restoreAllMocks();
  });

  it('is left alone when the backend ends, and given back', async () => {
    const { store, stopped, hold } = set();
    stopped.abort();
    expect(hold.signal.aborted).toBe(true);
    await hold.release();
    expect(store.release).toHaveBeenCalledTimes(1);
  });
});
