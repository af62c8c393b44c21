import { azureConnectorSettingsSchema, azureConnectorUpdateSchema } from '.';
import { AZURE, complaints } from './__testUtils__/settings';

describe('settings of a new Azure connector', () => {
  it('are taken as they are', () => {
    const all = { ...AZURE, description: 'x', govCloud: true };
    expect(azureConnectorSettingsSchema.parse(all)).toEqual(all);
  });

  it.each([
    [
      { applicationId: 'app' },
      /^applicationId: must be the application \(client\) id: a UUID/,
    ],
    [
      { directoryId: undefined },
      /^directoryId: must be the directory \(tenant\) id/,
    ],
    [
      { subscriptionId: undefined },
      /^subscriptionId: must be the id of an Azure subscription/,
    ],
    [
      { authenticationKey: undefined },
      /^authenticationKey: must be the secret/,
    ],
    [{ authenticationKey: '' }, /^authenticationKey: must be the secret/],
    [
      { chinaRegion: true },
      /^chinaRegion: is no setting of an Azure connector/,
    ],
  ])('%j is refused by name', (more, complaint) => {
    expect(
      complaints(azureConnectorSettingsSchema, { ...AZURE, ...more }),
    ).toEqual([expect.stringMatching(complaint)]);
  });

  it('refuse a secret without showing it', () => {
    const given = { ...AZURE, authenticationKey: 'Zq8secret Zq8secret\n' };
    const { error } = azureConnectorSettingsSchema.safeParse(given);
    expect(error?.issues[0].path).toEqual(['authenticationKey']);
    expect(JSON.stringify(error) + String(error)).not.toContain('Zq8secret');
  });
});

describe('an update of an Azure connector', () => {
  it('may do without the key and without the subscription', () => {
    const { authenticationKey, subscriptionId, ...rest } = AZURE;
    const settings = { ...rest, remediationEnabled: 'unchanged' };
    expect(azureConnectorUpdateSchema.parse(settings)).toEqual(settings);
    expect(azureConnectorUpdateSchema.parse(AZURE)).toEqual(AZURE);
  });

  it('needs the rest', () => {
    expect(complaints(azureConnectorUpdateSchema, {})).toEqual([
      expect.stringMatching(/^name: /),
      expect.stringMatching(/^applicationId: /),
      expect.stringMatching(/^directoryId: /),
    ]);
  });
});
