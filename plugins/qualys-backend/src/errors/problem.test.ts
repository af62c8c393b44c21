import { QUALYS_ERROR_KINDS, QualysError } from 'qualys-client';
import { problemSchema } from 'backstage-plugin-qualys-common';
import { SUBSCRIPTION as subscription } from '../__testUtils__/subscription';
import { toErrorAnswer } from './answer';
import { describeError } from './describe';
import { problemOf, QualysProblemError } from './problem';

describe('a problem with Qualys', () => {
  it.each(QUALYS_ERROR_KINDS)('has words and a status for %s', kind => {
    const problem = problemOf(
      new QualysError(kind, 'as the client says', { retryAfter: 90 }),
      subscription,
      'cloudView',
    );
    expect(problemSchema.parse(problem)).toEqual({
      code: kind === 'aborted' ? 'unavailable' : kind,
      message: expect.stringMatching(/\w+ \w+/),
      retryAfter: 90,
    });
    const answer = toErrorAnswer(new QualysProblemError(problem));
    expect(answer?.error).toMatchObject({ ...problem });
    // What the portal's own Qualys user may not do is not the caller's fault.
    expect([401, 403]).not.toContain(answer?.response.statusCode);
  });

  it.each([
    ['authentication', 'qualys.subscriptions.main.credentials'],
    ['permission', 'qualys.subscriptions.main.credentials'],
    ['aborted', 'qualysguard.example.com'],
    ['limited', '3 minutes'],
  ] as const)('says for %s what an engineer needs', (kind, words) => {
    const error = new QualysError(kind, 'no', { retryAfter: 150 });
    expect(problemOf(error, subscription, 'cloudView').message).toContain(
      words,
    );
  });

  it('keeps to itself what did not come from Qualys', () => {
    const problem = problemOf(
      new Error('select * from secrets'),
      subscription,
      's3',
    );
    expect(problem.code).toBe('internal');
    expect(problem.message).not.toContain('secrets');
  });
});

describe('describeError', () => {
  it('keeps the beginning and the end of a long message', () => {
    const text = describeError(
      new Error(`insert into ${'x'.repeat(100_000)} - disk full`),
    );
    expect(text.length).toBeLessThan(600);
    expect(text).toMatch(/^Error: insert into x.* - disk full$/);
  });
});
