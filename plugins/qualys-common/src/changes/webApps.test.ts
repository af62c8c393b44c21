import {
  webAppChanges,
  webAppSettingsAfter,
  webAppSettingsOf,
  type WebAppEditableSettings,
} from '..';

const SETTINGS: WebAppEditableSettings = {
  name: 'Checkout',
  defaultDnsOverride: { id: '14620', name: 'origin' },
  cancelScansAfterNHours: 6,
};

const change = (after: Partial<WebAppEditableSettings>) =>
  webAppChanges(SETTINGS, { ...SETTINGS, ...after });

describe('what changes of a web app', () => {
  it('is nothing where nothing changes', () => {
    expect(change({})).toEqual([]);
    expect(change({ defaultDnsOverride: { id: '14620' } })).toEqual([]);
  });

  it('is named with what it was and will be', () => {
    expect(
      change({ name: 'Shop', defaultDnsOverride: { id: '14621' } }),
    ).toEqual([
      { setting: 'name', effect: 'neutral', before: 'Checkout', after: 'Shop' },
      {
        setting: 'defaultDnsOverride',
        effect: 'neutral',
        before: { id: '14620', name: 'origin' },
        after: { id: '14621' },
      },
    ]);
  });

  const NEVER = { ...SETTINGS, cancelScansAfterNHours: undefined };
  it.each<[WebAppEditableSettings, Partial<WebAppEditableSettings>, string[]]>([
    [SETTINGS, { cancelScansAfterNHours: 5 }, ['weakening']],
    [SETTINGS, { cancelScansAfterNHours: 7 }, ['widening']],
    [SETTINGS, { cancelScansAfterNHours: undefined }, ['widening']],
    [NEVER, { cancelScansAfterNHours: 24 }, ['weakening']],
    [NEVER, { cancelScansAt: '21:30' }, ['weakening']],
    [
      SETTINGS,
      { cancelScansAfterNHours: undefined, cancelScansAt: '21:30' },
      ['weakening', 'weakening'],
    ],
  ])('when scans are canceled, from %j with %j, is %s', (from, to, effects) => {
    expect(
      webAppChanges(from, { ...from, ...to }).map(({ effect }) => effect),
    ).toEqual(effects);
  });

  it('is told from what Qualys says of its config', () => {
    expect(webAppSettingsOf({ name: 'x' })).toEqual({ name: 'x' });
    expect(
      webAppSettingsOf({
        name: 'x',
        config: { cancelScansAt: '21:30', defaultAuthRecord: { id: '1' } },
      }),
    ).toEqual({ name: 'x', cancelScansAt: '21:30' });
  });
});

describe('the settings of a web app after a change', () => {
  const after = (changes: Parameters<typeof webAppSettingsAfter>[1]) =>
    webAppSettingsAfter(SETTINGS, changes, [{ id: '14621', name: 'spare' }]);

  it('are what they were, but for what changes', () => {
    expect(after({})).toEqual(SETTINGS);
    expect(
      after({ name: 'Shop', defaultDnsOverride: { id: '14620' } }),
    ).toEqual({ ...SETTINGS, name: 'Shop' });
  });

  it('name another DNS override where its name is known', () => {
    expect(after({ defaultDnsOverride: { id: '14621' } })).toMatchObject({
      defaultDnsOverride: { id: '14621', name: 'spare' },
    });
    expect(after({ defaultDnsOverride: { id: '14622' } })).toMatchObject({
      defaultDnsOverride: { id: '14622' },
    });
  });

  it('say in one way when scans are canceled', () => {
    expect(after({ cancelScansAt: '21:30' })).toMatchObject({
      cancelScansAfterNHours: undefined,
      cancelScansAt: '21:30',
    });
  });
});
