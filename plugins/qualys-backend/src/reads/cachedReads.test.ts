import { mockServices } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import { QualysError } from 'qualys-client';
import { z } from 'zod';
import type { SubscriptionClient } from '../clients';
import { createCachedReads, type CachedRead } from './cachedReads';

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
  const ask = jest.fn(async () => 'first');
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
