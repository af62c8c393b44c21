import { QualysError, type QualysErrorKind } from 'qualys-client';
import { SUBSCRIPTION as subscription } from '../../__testUtils__/subscription';
import { SecretUnreadableError } from '../../secrets';
import { reactionTo } from './reactions';

const react = (error: unknown, { looks = 0, isCreating = true } = {}) =>
  reactionTo(error, {
    subscription,
    area: 'assetManagement',
    looks,
    isCreating,
  });
const qualys = (kind: QualysErrorKind, retryAfter?: number) =>
  new QualysError(kind, 'as the client says', { retryAfter });

describe('what is made of what goes wrong with a request', () => {
  it.each(['authentication', 'permission', 'notFound'] as const)(
    'gives those who run the portal time to mend %s, and does not ask too often',
    kind => {
      const reaction = react(qualys(kind));
      expect(reaction).toMatchObject({
        kind: 'wait',
        ms: 5 * 60_000,
        isForPlatform: true,
        problem: {
          message: expect.stringMatching(/; the portal tries again by itself$/),
          retryAt: expect.any(String),
        },
        failure: { code: 'portalRefused' },
      });
      // Nothing of the configuration is for those who ask.
      expect(JSON.stringify(reaction)).not.toMatch(/credentials|example\.com/);
    },
  );

  it.each([
    ['unavailable', qualys('unavailable')],
    ['unexpectedAnswer', qualys('unexpectedAnswer')],
    ['outcomeUnknown', qualys('outcomeUnknown')],
    ['aborted', qualys('aborted')],
    ['an error of the portal', new Error('database')],
  ])('tries again and again after %s, less and less often', (_, error) => {
    const waits = [0, 1, 2, 5, 9].map(looks => react(error, { looks }));
    expect(waits).toMatchObject(
      [15_000, 30_000, 60_000, 300_000, 300_000].map(ms => ({
        kind: 'wait',
        ms,
        failure: { code: 'portalRefused', advice: expect.any(String) },
      })),
    );
  });

  it('ends where each attempt to create it went wrong, and only there', () => {
    const error = qualys('outcomeUnknown');
    expect(react(error, { looks: 10 }).kind).toBe('fail');
    expect(react(error, { looks: 10, isCreating: false }).kind).toBe('wait');
  });

  it.each([
    [1234, 1_234_000, '21 minutes'],
    [1, 5_000, '5 seconds'],
    [undefined, 15_000, '15 seconds'],
  ])('waits as long as Qualys limits its API: %s', (retryAfter, ms, words) => {
    expect(react(qualys('limited', retryAfter))).toMatchObject({
      kind: 'wait',
      ms,
      isLimit: true,
      problem: { message: expect.stringContaining(words) },
    });
  });

  it.each([
    ['invalid', 'settingsRefused'],
    ['conflict', 'conflict'],
  ] as const)('ends at once with what Qualys finds %s', (kind, code) => {
    expect(react(qualys(kind))).toMatchObject({
      kind: 'fail',
      failure: { code, said: 'as the client says' },
    });
  });

  it('gives all backends time to get the key that a request was encrypted with', () => {
    const error = new SecretUnreadableError('r', 'keyMissing', 'no such key');
    let ms = 0;
    for (let looks = 0; looks < 6; looks++) {
      const reaction = react(error, { looks, isCreating: false });
      expect(reaction).toMatchObject({
        kind: 'wait',
        failure: { code: 'secretUnreadable' },
      });
      ms += reaction.kind === 'wait' ? reaction.ms : 0;
    }
    expect(ms).toBeGreaterThan(10 * 60_000);
    expect(react(error, { looks: 6 })).toMatchObject({
      kind: 'fail',
      failure: {
        code: 'secretUnreadable',
        message: expect.stringContaining('not configured any more'),
      },
    });
  });

  it('waits for no key that was damaged', () => {
    const error = new SecretUnreadableError('r', 'damaged', 'it was changed');
    expect(react(error)).toMatchObject({
      kind: 'fail',
      failure: { code: 'secretUnreadable' },
    });
  });
});
