import { QualysError } from 'qualys-client';
import { createFeedFailures } from './failures';

const failed = (error: unknown) => ({ error });

/** A reading that the test ends. */
function reading() {
  let answer = () => {};
  let end = (_error?: unknown) => {};
  let calls = 0;
  return {
    read: (heard: () => void) => {
      calls += 1;
      answer = heard;
      return new Promise<{ error?: unknown }>(resolve => {
        end = error => resolve({ error });
      });
    },
    answer: () => answer(),
    end: (error?: unknown) => end(error),
    calls: () => calls,
  };
}

const turns = () => new Promise(setImmediate);

describe('the failures of feeds', () => {
  it('have the first reading go ahead up to its first answer', async () => {
    const failures = createFeedFailures(['assetManagement', 'cloudView']);
    const first = reading();
    const second = reading();
    const both = [
      failures.unlessHopeless('assetManagement', first.read, failed),
      failures.unlessHopeless('cloudView', second.read, failed),
    ];
    await turns();
    expect([first.calls(), second.calls()]).toEqual([1, 0]);
    first.answer();
    await turns();
    expect(second.calls()).toBe(1);
    first.end();
    second.end();
    await expect(Promise.all(both)).resolves.toEqual([{}, {}]);
  });

  it.each([
    ['a wrong password', new QualysError('authentication', 'no'), [1, 0, 0]],
    ['a right that is missing', new QualysError('permission', 'no'), [1, 0, 1]],
    ['too many calls', new QualysError('limited', 'no'), [1, 0, 1]],
    ['what may pass', new QualysError('unavailable', 'no'), [1, 1, 1]],
  ])('are known after %s', async (_, error, calls) => {
    const failures = createFeedFailures(['assetManagement', 'cloudView']);
    const readings = [reading(), reading(), reading()];
    const feeds = ['assetManagement', 'assetManagement', 'cloudView'] as const;
    const all = readings.map(({ read }, index) =>
      failures.unlessHopeless(feeds[index], read, failed),
    );
    await turns();
    readings[0].end(error);
    await turns();
    readings.slice(1).forEach(each => each.end());
    const results = await Promise.all(all);
    expect(readings.map(each => each.calls())).toEqual(calls);
    // Who was not asked has the same reason.
    expect(results.map(result => result.error === error)).toEqual(
      calls.map((count, index) => count === 0 || index === 0),
    );
  });
});
