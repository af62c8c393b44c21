import { mockServices } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import { QualysError, type CallOptions } from 'qualys-client';
import { z } from 'zod';
import { setDate } from '../__testUtils__/date';
import type { SubscriptionClient } from '../clients';
import type { CachedRead } from './cachedReads';
import { createCachedReads } from './createCachedReads';

const MINUTE = 60_000;

/** An object whose answers a test gives by hand. */
function setUp() {
  const held = new Map<string, JsonValue>();
  const cache = mockServices.cache.mock({
    get: async <T extends JsonValue>(key: string) =>
      held.get(key) as T | undefined,
    set: async (key, value) => void held.set(key, value),
    delete: async key => void held.delete(key),
  });
  const client = {
    subscription: {
      id: 'main',
      urls: {
        api: 'https://api.example.com',
        gateway: 'https://gateway.example.com',
        cloudView: 'https://guard.example.com',
      },
    },
  } as SubscriptionClient;
  const reads = createCachedReads({
    cache,
    clients: { get: id => (id === 'main' ? client : undefined) },
    logger: mockServices.logger.mock(),
  });
  const ask = jest.fn(
    async (_: SubscriptionClient, __: CallOptions): Promise<string> => 'first',
  );
  const object = (
    more: Partial<CachedRead<string>> = {},
  ): CachedRead<string> => ({
    key: 'object:main/1',
    subscription: 'main',
    area: 'webApps',
    what: 'The object',
    schema: z.string(),
    freshMs: 5 * MINUTE,
    renewedMs: 60 * MINUTE,
    ask,
    ...more,
  });
  return { held, cache, reads, ask, object };
}

/** An answer that comes when the test says so. */
function later() {
  let resolve = (_: string) => {};
  const promise = new Promise<string>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('what is read through the cache', () => {
  it('is asked for once by all who look at the same time', async () => {
    const { reads, ask, object } = setUp();
    const all = await Promise.all(
      Array.from({ length: 1000 }, () => reads.read(object())),
    );
    expect(all.every(({ value }) => value === 'first')).toBe(true);
    await reads.read(object());
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is not what was begun to be read before a change', async () => {
    const { reads, ask, object } = setUp();
    const old = later();
    ask.mockReturnValueOnce(old.promise);
    const before = reads.read(object());
    while (ask.mock.calls.length === 0) await Promise.resolve();
    await reads.put(object(), 'changed');
    // Nobody joins it, and what comes of it is not kept.
    expect(await reads.read(object())).toMatchObject({ value: 'changed' });
    old.resolve('old');
    expect(await before).toMatchObject({ value: 'old' });
    expect(await reads.read(object())).toMatchObject({ value: 'changed' });

    await reads.forget(object());
    ask.mockResolvedValueOnce('afresh');
    expect(await reads.read(object())).toMatchObject({ value: 'afresh' });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is asked for by a call of its own where a change is made from it', async () => {
    const { reads, ask, object } = setUp();
    const old = later();
    ask.mockReturnValueOnce(old.promise);
    const before = reads.read(object());
    while (ask.mock.calls.length === 0) await Promise.resolve();
    ask.mockResolvedValueOnce('now');
    expect(await reads.readNow(object())).toMatchObject({ value: 'now' });
    old.resolve('old');
    await before;
    expect(await reads.read(object())).toMatchObject({ value: 'now' });
  });

  describe('that is renewed while nobody waits', () => {
    const start = Date.now();
    const later6Minutes = () => setDate(start + 6 * MINUTE);
    const priorities = (ask: jest.Mock) =>
      ask.mock.calls.map(([, { priority }]) => priority);

    beforeEach(() => setDate(start));
    afterEach(() => jest.useRealTimers());

    it('is asked for after all that people wait for', async () => {
      const { reads, ask, object } = setUp();
      await reads.read(object());
      later6Minutes();
      ask.mockResolvedValueOnce('renewed');
      expect(await reads.read(object())).toMatchObject({ value: 'first' });
      let known = await reads.read(object());
      while (known.value === 'first') known = await reads.read(object());
      setDate(start + 7 * MINUTE);
      await reads.readFresh(object());
      await reads.readNow(object());
      expect(priorities(ask)).toEqual(['user', 'background', 'user', 'user']);
    });

    it.each(['limited', 'aborted'] as const)(
      'stays as it was where its turn does not come (%s), and keeps nobody else from asking',
      async kind => {
        const { reads, ask, object } = setUp();
        const known = await reads.read(object());
        later6Minutes();
        ask.mockRejectedValueOnce(
          new QualysError(kind, 'no', { retryAfter: 900 }),
        );
        await reads.read(object());
        while (ask.mock.calls.length < 2) await Promise.resolve();
        ask.mockReturnValue(later().promise);
        // Each of them begins anew once the one before has come to nothing.
        while (ask.mock.calls.length < 3) {
          expect(await reads.read(object())).toEqual(known);
        }
        ask.mockResolvedValue('afresh');
        expect(await reads.readFresh(object())).toMatchObject({
          value: 'afresh',
        });
      },
    );

    it('is not waited for by a form, which asks in its place', async () => {
      const { held, reads, ask, object } = setUp();
      await reads.read(object());
      later6Minutes();
      const waiting = later();
      ask.mockReturnValueOnce(waiting.promise);
      await reads.read(object());
      ask.mockResolvedValueOnce('for the form');
      expect(await reads.readFresh(object())).toMatchObject({
        value: 'for the form',
      });
      expect(ask.mock.calls[1][1].signal?.aborted).toBe(true);
      expect(ask.mock.calls[2][1].signal?.aborted).toBe(false);
      waiting.resolve('too late');
      await waiting.promise;
      expect(await reads.read(object())).toMatchObject({
        value: 'for the form',
      });
      expect(JSON.stringify(held.get('object:main/1'))).not.toContain('late');
    });
  });

  it('is given at once only where nobody has to wait', async () => {
    const { reads, ask, object } = setUp();
    expect(await reads.readAtOnce(object())).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
    const known = await reads.read(object());
    expect(await reads.readAtOnce(object())).toEqual(known);
  });

  it('is not taken from a cache that holds something else', async () => {
    const { held, reads, object } = setUp();
    held.set('object:main/1', {
      known: { value: { of: 'another version' }, asOf: '2999-01-01T00:00:00Z' },
    });
    expect(await reads.read(object())).toMatchObject({ value: 'first' });
  });

  it('is read although the cache is down', async () => {
    const { cache, reads, object } = setUp();
    cache.get.mockRejectedValue(new Error('the cache is down'));
    cache.set.mockRejectedValue(new Error('the cache is down'));
    expect(await reads.read(object())).toMatchObject({ value: 'first' });
    expect(await reads.readNow(object())).toMatchObject({ value: 'first' });
    await reads.forget(object());
  });

  it('is never older than a form may begin with, whatever is known', async () => {
    const { reads, ask, object } = setUp();
    await reads.read(object());
    expect(await reads.readFresh(object())).toMatchObject({ value: 'first' });
    expect(ask).toHaveBeenCalledTimes(1);
    const down = new QualysError('unavailable', 'no');
    ask.mockRejectedValueOnce(down);
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => reads.readFresh(object(), 0)),
    );
    expect(all).toHaveLength(10);
    for (const each of all) {
      expect(each).toMatchObject({
        status: 'rejected',
        reason: { problem: { code: 'unavailable' } },
      });
    }
    expect(ask).toHaveBeenCalledTimes(2);
    // Others see what is known, and a form that tries again asks again.
    expect(await reads.read(object())).toMatchObject({ value: 'first' });
    ask.mockResolvedValueOnce('afresh');
    expect(await reads.readFresh(object(), 0)).toMatchObject({
      value: 'afresh',
    });
  });

  it('says to a form alone what Qualys wants of the portal’s account', async () => {
    const { reads, ask, object } = setUp();
    ask.mockRejectedValue(new QualysError('permission', 'no'));
    const wanted = expect.stringContaining('Access WAS module');
    await expect(reads.readFresh(object())).rejects.toMatchObject({
      problem: { code: 'permission', message: wanted },
    });
    await expect(reads.read(object())).rejects.toMatchObject({
      problem: {
        code: 'permission',
        message: expect.not.stringContaining('WAS'),
      },
    });
  });

  it('is not known after a change where it cannot be read back', async () => {
    const { held, reads, ask, object } = setUp();
    await reads.read(object());
    ask.mockRejectedValueOnce(new QualysError('unavailable', 'no'));
    await expect(reads.readBack(object())).rejects.toThrow('no');
    expect(held.size).toBe(0);
    expect(await reads.readBack(object())).toMatchObject({ value: 'first' });
    expect(held.size).toBe(1);
  });

  it('is left alone after a refused password, whatever it is', async () => {
    const { reads, ask, object } = setUp();
    ask.mockRejectedValueOnce(new QualysError('authentication', 'no'));
    await expect(reads.read(object())).rejects.toMatchObject({
      problem: { code: 'authentication' },
    });
    const other = object({ key: 'other:main/1', area: 'cloudView' });
    for (const attempt of [reads.read(other), reads.readNow(other)]) {
      await expect(attempt).rejects.toMatchObject({
        problem: { code: 'authentication' },
      });
    }
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is left alone within a limit, and nothing else of Qualys', async () => {
    const { reads, ask, object } = setUp();
    ask.mockRejectedValueOnce(
      new QualysError('limited', 'no', { retryAfter: 90 }),
    );
    await expect(reads.read(object())).rejects.toMatchObject({
      problem: { code: 'limited', retryAfter: 90 },
    });
    const same = object({ key: 'other:main/1' });
    await expect(reads.read(same)).rejects.toMatchObject({
      problem: { code: 'limited' },
    });
    expect(ask).toHaveBeenCalledTimes(1);
    const other = object({ key: 'another:main/1', area: 'cloudView' });
    expect(await reads.read(other)).toMatchObject({ value: 'first' });
  });
});
