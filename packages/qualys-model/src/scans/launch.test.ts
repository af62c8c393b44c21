import { scanSettingsSchema } from '.';

const settings = { name: 'a', type: 'VULNERABILITY', webApp: { id: '1' } };

describe('a scan that is asked for', () => {
  it.each([
    settings,
    { ...settings, type: 'DISCOVERY', profile: { id: '2' } },
    { ...settings, authRecord: 'default' },
    { ...settings, authRecord: { id: '3' } },
    { ...settings, scannerAppliance: { type: 'EXTERNAL' } },
    {
      ...settings,
      scannerAppliance: { type: 'INTERNAL', friendlyName: 'scanner 1' },
    },
    { ...settings, dnsOverride: { id: '4' }, cancelOption: 'DEFAULT' },
    { ...settings, cancelOption: 'SPECIFIC', cancelAfterNHours: 2 },
    { ...settings, cancelTime: '10:00' },
  ])('may be %j', given => {
    expect(scanSettingsSchema.parse(given)).toEqual(given);
  });

  it.each([
    [{ ...settings, name: '' }, 'name'],
    [{ ...settings, type: 'vulnerability' }, 'type'],
    [{ name: 'a', type: 'DISCOVERY' }, 'webApp'],
    [{ ...settings, webApp: { id: 1 } }, 'webApp.id'],
    [{ ...settings, authRecord: 'none' }, 'authRecord'],
    [
      { ...settings, scannerAppliance: { type: 'INTERNAL' } },
      'scannerAppliance.friendlyName',
    ],
    [
      { ...settings, scannerAppliance: { type: 'scannerTags' } },
      'scannerAppliance.type',
    ],
    [{ ...settings, cancelAfterNHours: 0 }, 'cancelAfterNHours'],
    [{ ...settings, cancelAfterNHours: 1, cancelTime: '10:00' }, 'cancelTime'],
    [{ ...settings, cancelOption: 'SPECIFIC' }, 'cancelOption'],
  ])('must not be %j', (given, path) => {
    const { error } = scanSettingsSchema.safeParse(given);
    expect(error?.issues[0].path.join('.')).toBe(path);
  });
});
