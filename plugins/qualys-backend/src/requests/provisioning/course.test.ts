import { Course, PROVISIONING_TIMES } from './course';
import { HoldLostError, type Hold } from './hold';
import type { RequestRecord } from '../store';

const RECORD: RequestRecord = {
  id: 'r',
  version: 3,
  state: 'provisioning',
  subscription: 'main',
  provider: 'AWS',
  createThrough: 'assetManagement',
  requester: 'user:default/asker',
  settings: {},
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  looks: 0,
};

function setUp(record: Partial<RequestRecord> = {}) {
  const hold = {
    lease: { id: 'r', holder: 'here' },
    signal: new AbortController().signal,
    require: jest.fn(),
    release: jest.fn(async () => {}),
  } satisfies Hold;
  const store = { move: jest.fn(), note: jest.fn(async () => true) };
  const tell = jest.fn();
  const course = new Course(
    { store, tell, expireAfterMs: 1000, times: PROVISIONING_TIMES },
    { ...RECORD, ...record },
    hold,
  );
  return { course, hold, store, tell };
}

describe('a request on its way', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('calls Qualys only while it is looked after here, up to the last moment', () => {
    const { course, hold } = setUp();
    const { guard, signal, priority } = course.how;
    expect(signal).toBe(hold.signal);
    expect(priority).toBe('background');
    guard!();
    hold.require.mockImplementation(() => {
      throw new HoldLostError();
    });
    expect(() => guard!()).toThrow(HoldLostError);
  });

  it('waits briefly for its turn before it says so, and in line with others then', () => {
    const { silentWaitMs, knownWaitMs } = PROVISIONING_TIMES;
    expect(setUp().course.how.maxWaitMs).toBe(silentWaitMs);
    const { course } = setUp({ problem: { message: 'It waits' } });
    expect(course.how.maxWaitMs).toBe(knownWaitMs);
    expect(silentWaitMs).toBeLessThan(knownWaitMs);
  });

  it('says what it waits for where that takes long, once', async () => {
    const { course, store, tell } = setUp();
    let come = (_: string) => {};
    const found = course.saying(
      'The list is read',
      new Promise<string>(resolve => {
        come = resolve;
      }),
    );
    await jest.advanceTimersByTimeAsync(PROVISIONING_TIMES.silentWaitMs - 1);
    expect(store.note).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(store.note).toHaveBeenCalledTimes(1);
    expect(tell.mock.calls).toMatchObject([
      [{ problem: { message: 'The list is read' } }, []],
    ]);
    come('it');
    await expect(found).resolves.toBe('it');
  });

  it('says nothing of what is quickly there', async () => {
    const { course, store } = setUp();
    await course.saying('The list is read', Promise.resolve());
    await jest.advanceTimersByTimeAsync(60_000);
    expect(store.note).not.toHaveBeenCalled();
  });
});
