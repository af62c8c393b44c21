import {
  requestDraftSettingsSchema,
  requestFileSchema,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod/v3';
import { describedRequest } from './inputs';

const { settings, ...others } = describedRequest(z).shape;

const WANTED = {
  subscription: 'main',
  provider: 'AZURE',
  settings: { name: 'a', purpose: 'b', owner: 'group:default/c', account: 'd' },
};

describe('the description of a request', () => {
  it('names what the API takes, and nothing else', () => {
    expect(Object.keys(settings.shape).sort()).toEqual(
      Object.keys(requestDraftSettingsSchema.shape).sort(),
    );
    expect(
      [...Object.keys(others), 'settings', 'idempotencyKey'].sort(),
    ).toEqual(Object.keys(requestFileSchema.shape).sort());
  });

  it('offers what the API takes', () => {
    const { partition } = settings.shape;
    expect(new Set(partition.unwrap().options)).toEqual(
      new Set(requestDraftSettingsSchema.shape.partition.unwrap().options),
    );
    expect(new Set(others.provider.options)).toEqual(
      new Set(requestFileSchema.shape.provider.options),
    );
  });

  it('says of each field what it means', () => {
    for (const field of [
      ...Object.values(settings.shape),
      ...Object.values(others),
    ] as z.ZodTypeAny[]) {
      expect(field.description).toMatch(/\w{3,}/);
    }
  });

  it.each<[string, object]>([
    ['beside the settings', { ...WANTED, authenticationKey: 'secret' }],
    [
      'among the settings',
      { ...WANTED, settings: { ...WANTED.settings, keyFile: 'secret' } },
    ],
  ])('refuses a secret %s without repeating it', (_, input) => {
    const { error } = describedRequest(z).safeParse(input);
    expect(error?.message).toMatch(/entered on the page of the request alone/);
    expect(error?.message).not.toContain('secret"');
    expect(describedRequest(z).safeParse(WANTED).success).toBe(true);
  });
});
