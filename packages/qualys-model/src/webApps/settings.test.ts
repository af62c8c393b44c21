import { webAppChangesSchema, webAppSettingsSchema } from '.';

const settings = { name: 'My Web Application5', url: 'http://mywebapp.com' };

describe('the settings of a web app', () => {
  it.each([
    settings,
    { ...settings, url: 'https://example.com:8443/a?b=c' },
    { ...settings, url: 'https://example.com/@jo:x' },
    { ...settings, defaultDnsOverride: { id: '14620' } },
    { ...settings, defaultDnsOverride: { name: 'eee' } },
    { ...settings, defaultDnsOverride: { id: '14620', name: 'eee' } },
    { ...settings, cancelScansAfterNHours: 4 },
    { ...settings, cancelScansAt: '10:00', defaultAuthRecord: { id: '1' } },
    { ...settings, tags: { set: ['1', '2'] } },
  ])('may be %j', given => {
    expect(webAppSettingsSchema.parse(given)).toEqual(given);
  });

  it('lose the white space around them, which Qualys would not keep', () => {
    expect(
      webAppSettingsSchema.parse({ ...settings, name: ' a b\n' }).name,
    ).toBe('a b');
  });

  it.each([
    [{ name: 'x' }, 'url'],
    [{ ...settings, name: ' ' }, 'name'],
    [{ ...settings, name: 'x'.repeat(257) }, 'name'],
    [{ ...settings, name: 'a\u0000' }, 'name'],
    [{ ...settings, url: 'mywebapp.com' }, 'url'],
    [{ ...settings, url: 'ftp://mywebapp.com' }, 'url'],
    [{ ...settings, url: 'http://' }, 'url'],
    [{ ...settings, defaultDnsOverride: {} }, 'defaultDnsOverride'],
    [
      { ...settings, defaultDnsOverride: { id: 14620 } },
      'defaultDnsOverride.id',
    ],
    [{ ...settings, defaultAuthRecord: { id: 'x' } }, 'defaultAuthRecord.id'],
    [{ ...settings, cancelScansAfterNHours: 0 }, 'cancelScansAfterNHours'],
    [{ ...settings, cancelScansAfterNHours: 1.5 }, 'cancelScansAfterNHours'],
    [
      { ...settings, cancelScansAfterNHours: 1, cancelScansAt: '10:00' },
      'cancelScansAt',
    ],
    [{ ...settings, tags: { set: ['x'] } }, 'tags.set.0'],
    [{ ...settings, unknown: 1 }, ''],
  ])('must not be %j', (given, path) => {
    const { error } = webAppSettingsSchema.safeParse(given);
    expect(error?.issues[0].path.join('.')).toBe(path);
  });
});

describe('the address of a web app', () => {
  it.each([
    'https://jo:geheim@example.com/',
    'https://geheim@example.com',
    'HTTPS://:geheim@example.com/a',
    'https:\\/\\/jo:geheim@example.com',
  ])('has no user name and no password, and is not repeated: %s', url => {
    for (const { error } of [
      webAppSettingsSchema.safeParse({ ...settings, url }),
      webAppChangesSchema.safeParse({ url }),
    ]) {
      expect(error?.issues).toEqual([
        expect.objectContaining({ path: ['url'] }),
      ]);
      expect(JSON.stringify(error)).not.toContain('geheim');
    }
  });
});

describe('changes to a web app', () => {
  it.each([
    { name: 'x' },
    { tags: { set: [] } },
    { tags: { add: ['1'], remove: ['2'] } },
    { cancelScansAt: '10:00' },
  ])('may be %j', given => {
    expect(webAppChangesSchema.parse(given)).toEqual(given);
  });

  it.each([
    [{}, ''],
    [{ name: undefined }, ''],
    [{ tags: {} }, 'tags'],
    [{ tags: { set: ['1'], add: ['2'] } }, 'tags'],
    [{ tags: { add: [] } }, 'tags.add'],
    [{ cancelScansAfterNHours: 1, cancelScansAt: '10:00' }, 'cancelScansAt'],
  ])('must not be %j', (given, path) => {
    const { error } = webAppChangesSchema.safeParse(given);
    expect(error?.issues[0].path.join('.')).toBe(path);
  });
});
