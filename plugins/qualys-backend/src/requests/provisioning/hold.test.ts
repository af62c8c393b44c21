import { holdRequest, HoldLostError, thisMoment } from './hold';

describe('a request that is looked after', () => {
  const lease = { id: 'r', holder: 'here' };
  const set = () => {
    const store = {
      renew: jest.fn(async () => true),
      release: jest.fn(async () => {}),
    };
    const stopped = new AbortController();
    const hold = holdRequest(store, lease, {
      leasedAt: thisMoment(),
      stopped: stopped.signal,
    });
    return { store, stopped, hold };
  };

  /** An answer that comes when a test says so. */
  const lateAnswer = () => {
    let come: (answer: boolean) => void = () => {};
    const promise = new Promise<boolean>(resolve => {
      come = resolve;
    });
    return { promise, come };
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

  it('outlasts no database that hangs', async () => {
    const { store, hold } = set();
    store.renew.mockReturnValue(new Promise(() => {}));
    await jest.advanceTimersByTimeAsync(44_000);
    hold.require();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(hold.signal.aborted).toBe(true);
    expect(hold.signal.reason).toBeInstanceOf(HoldLostError);
    // Nothing more is asked of it.
    const asked = store.renew.mock.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(store.renew).toHaveBeenCalledTimes(asked);
  });

  it('is not held for longer by a sign of life that came through late', async () => {
    const { store, hold } = set();
    const late = lateAnswer();
    store.renew.mockReturnValueOnce(late.promise);
    await jest.advanceTimersByTimeAsync(30_000);
    // That of 30 s came through, and then the one of 15 s.
    late.come(true);
    store.renew.mockReturnValue(new Promise(() => {}));
    await jest.advanceTimersByTimeAsync(44_000);
    hold.require();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(hold.signal.aborted).toBe(true);
  });

  it('does not come back once it was lost', async () => {
    const { store, hold } = set();
    const late = lateAnswer();
    store.renew.mockReturnValue(late.promise);
    await jest.advanceTimersByTimeAsync(45_000);
    late.come(true);
    await jest.advanceTimersByTimeAsync(0);
    expect(() => hold.require()).toThrow(HoldLostError);
    await hold.release();
    expect(store.release).not.toHaveBeenCalled();
  });

  it('counts from before it was leased, however long the answer took', () => {
    const leasedAt = thisMoment();
    jest.advanceTimersByTime(46_000);
    const { store } = set();
    const hold = holdRequest(store, lease, {
      leasedAt,
      stopped: new AbortController().signal,
    });
    expect(() => hold.require()).toThrow(HoldLostError);
  });

  it.each([
    ['that stood still', () => jest.spyOn(performance, 'now'), performance],
    ['whose machine stood still', () => jest.spyOn(Date, 'now'), Date],
  ] as const)(
    'is left alone by a process %s, which notices it before it does anything',
    (_, spyOn, clock) => {
      const { hold } = set();
      const now = clock.now();
      spyOn().mockReturnValue(now + 46_000);
      expect(() => hold.require()).toThrow(HoldLostError);
      expect(hold.signal.aborted).toBe(true);
      jest.restoreAllMocks();
    },
  );

  it('is left alone when the backend ends, and given back', async () => {
    const { store, stopped, hold } = set();
    stopped.abort();
    expect(hold.signal.aborted).toBe(true);
    await hold.release();
    expect(store.release).toHaveBeenCalledTimes(1);
  });
});
