import {
  requestDraftSettingsSchema,
  requestSettingsSchema,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { draftOf, halfTyped, settingsOf, valuesOf } from './formValues';

const AWS = {
  subscription: 'main',
  provider: 'AWS',
  createThrough: 'assetManagement',
} as const;

const ALL: RequestDraftSettings = {
  name: 'checkout-prod',
  description: 'Two lines\nof text',
  purpose: 'The checkout runs in it.',
  owner: 'group:default/payments',
  system: 'system:default/shop',
  entityRef: 'component:default/checkout',
  account: '012345678901',
  pollingFrequency: { hours: 2, minutes: 30 },
  remediationEnabled: true,
  partition: 'aws',
  regions: ['eu-west-1', 'us-east-1'],
  activation: ['VM'],
  defaultTags: ['5', '6'],
  perimeterScan: {
    enabled: true,
    configuration: {
      optionProfileId: '11001',
      recurrence: 'WEEKLY',
      daysOfWeek: ['MON'],
      scanPrefix: 'shop',
      startDate: '2026-12-31',
      startTime: '15:45',
      timezone: 'Europe/Berlin',
    },
  },
};

describe('the values of the form', () => {
  it('come to what they were filled in from', () => {
    const settings = settingsOf(valuesOf(AWS, ALL), AWS);
    expect(settings).toEqual(ALL);
    expect(
      requestSettingsSchema('AWS', 'assetManagement').safeParse(settings).error,
    ).toBeUndefined();
  });

  it('leave out what is empty', () => {
    expect(settingsOf(valuesOf(AWS, {}), AWS)).toEqual({
      partition: 'aws',
      remediationEnabled: false,
    });
  });

  it.each([
    ['GCP', 'assetManagement', ['partition', 'regions', 'perimeterScan']],
    [
      'AWS',
      'cloudView',
      ['regions', 'activation', 'defaultTags', 'perimeterScan'],
    ],
  ] as const)(
    'come to nothing that %s through %s does not have',
    (provider, createThrough, without) => {
      const target = { ...AWS, provider, createThrough };
      const settings = settingsOf(valuesOf(target, ALL), target);
      expect(Object.keys(ALL).filter(name => !(name in settings))).toEqual(
        without,
      );
    },
  );

  it('take an account as AWS shows it, and regions as they are typed', () => {
    const settings = settingsOf(
      {
        ...valuesOf(AWS, {}),
        account: ' 0123-4567-8901 ',
        readRegions: 'some',
        regions: ['eu-west-1'],
        otherRegions: 'eu-west-1, mx-central-1 us-east-1',
      },
      AWS,
    );
    expect(settings.account).toBe('012345678901');
    expect(settings.regions).toEqual([
      'eu-west-1',
      'mx-central-1',
      'us-east-1',
    ]);
  });

  it('take a tag that is typed and known', () => {
    const values = { ...valuesOf(AWS, { defaultTags: ['5'] }), tag: 'shop' };
    const known = [{ id: '7', name: 'shop' }];
    expect(settingsOf(values, AWS, known).defaultTags).toEqual(['5', '7']);
    expect(settingsOf(values, AWS).defaultTags).toEqual(['5']);
  });

  it('are kept as a draft as far as one can hold them', () => {
    const values = {
      ...valuesOf(AWS, ALL),
      account: '1234',
      hours: 'often',
      startTime: '',
    };
    const settings = settingsOf(values, AWS);
    expect(halfTyped(values, settings)).toEqual([
      'pollingFrequency',
      'perimeterScan',
    ]);
    const draft = draftOf(settings);
    expect(requestDraftSettingsSchema.safeParse(draft).success).toBe(true);
    expect(draft.account).toBe('1234');
    expect(draft).not.toHaveProperty('pollingFrequency');
    expect(draft).not.toHaveProperty('perimeterScan');
  });

  it('leave in a draft what it held before, until they are right', () => {
    const values = { ...valuesOf(AWS, ALL), startTime: '', purpose: 'Another' };
    expect(draftOf(settingsOf(values, AWS), ALL)).toEqual({
      ...ALL,
      purpose: 'Another',
    });
    // What is taken out is taken out.
    const without = settingsOf({ ...values, enabled: false }, AWS);
    expect(draftOf(without, ALL)).not.toHaveProperty('perimeterScan');
  });

  it('are typed by half while a tag is none that is known', () => {
    const values = { ...valuesOf(AWS, ALL), tag: 'sho' };
    const halfOf = (known: { id: string; name: string }[]) =>
      halfTyped(values, settingsOf(values, AWS, known), known);
    expect(halfOf([{ id: '7', name: 'shop' }])).toEqual(['defaultTags']);
    expect(halfOf([{ id: '7', name: 'sho' }])).toEqual([]);
  });
});
