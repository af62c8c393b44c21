import { PROBLEM_CODES } from 'backstage-plugin-qualys-common';
import { forEditors, forViewers } from './forViewers';

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

describe('forEditors', () => {
  it.each([
    ['assetManagement', 'a Manager with full scope'],
    ['cloudView', 'the CloudView module'],
    ['optionProfiles', 'the API of Vulnerability Management'],
    ['s3', 'the AWS S3 integration'],
    ['securityHub', 'the AWS Security Hub integration'],
    ['webApps', '“API Access” and “Access WAS module”'],
  ] as const)(
    'names what Qualys wants of the portal’s account in %s, and nothing of the configuration',
    (area, wanted) => {
      const refused = { code: 'permission', message: detail } as const;
      const told = forEditors(refused, area);
      expect(told.code).toBe('permission');
      expect(told.message).toContain(wanted);
      expect(told.message).not.toMatch(/qualys\.subscriptions|example\.com/);
      // Whoever only looks can do nothing about it.
      expect(forViewers(refused).message).not.toContain(wanted);
    },
  );

  it.each(['conflict', 'invalid', 'notFound', 'outcomeUnknown'] as const)(
    'leaves as it is what Qualys says of a change: %s',
    code => {
      const said = { code, message: 'The name is taken.' };
      expect(forEditors(said, 's3')).toEqual(said);
    },
  );

  it.each(['authentication', 'unavailable', 'internal'] as const)(
    'keeps of any other problem what viewers may not know, too: %s',
    code => {
      const problem = { code, message: detail };
      expect(forEditors(problem, 's3')).toEqual(forViewers(problem));
    },
  );
});
