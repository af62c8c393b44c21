import { clientOf } from '../__testUtils__/server';

describe('an option of the client', () => {
  it.each([
    ['dialect', { dialect: 'yaml' as 'json' }, 'json or xml, not yaml'],
    [
      'cloudViewAccess',
      { cloudViewAccess: 'vpn' as 'portal' },
      'portal or gateway, not vpn',
    ],
    [
      'timeouts.totalMs',
      { timeouts: { totalMs: 0.5 } },
      'a whole number from 1 to 2147483647, not 0.5',
    ],
  ])('is refused where it makes no sense: %s', (field, options, rule) => {
    expect(() => clientOf('http://127.0.0.1:1', options)).toThrow(
      expect.objectContaining({
        name: 'QualysConfigurationError',
        field,
        message: `${field} must be ${rule}.`,
      }),
    );
  });
});
