import { PROBLEM_CODES } from 'backstage-plugin-qualys-common';
import { forViewers } from './forViewers';

const detail =
  'qualys.subscriptions.main.credentials on qualysguard.example.com';

describe('forViewers', () => {
  it.each(PROBLEM_CODES.filter(code => code !== 'limited'))(
    'keeps what only those who run the portal may know from a problem of the kind %s',
    code => {
      const told = forViewers({ code, message: detail, retryAfter: 7 });

      expect(told).toMatchObject({ code, retryAfter: 7 });
      expect(told.message).not.toMatch(/qualys\.subscriptions|example\.com/);
    },
  );

  it('tells how long a limit lasts', () => {
    const limited = {
      code: 'limited' as const,
      message: 'Qualys limits its API for another 5 minutes',
      retryAfter: 300,
    };
    expect(forViewers(limited)).toEqual(limited);
  });
});
