import type { RequestDraftSettings } from '../api';
import { requestChanges, requestSettingsAfter, requestTargetChanges } from '.';

const BEFORE: RequestDraftSettings = {
  name: 'payments-prod',
  purpose: 'Payments goes live',
  owner: 'group:default/payments',
  account: '012345678901',
  partition: 'aws',
};

function told(changes: RequestDraftSettings, before = BEFORE) {
  return requestChanges(before, { ...before, ...changes }).map(
    ({ setting, effect }) => [setting, effect],
  );
}

describe('the changes of what somebody asks for', () => {
  it('are none where what is said is what Qualys would do anyway', () => {
    expect(
      told({
        description: '',
        pollingFrequency: { hours: 4, minutes: 0 },
        remediationEnabled: false,
        activation: [],
        defaultTags: [],
        perimeterScan: { enabled: false },
      }),
    ).toEqual([]);
  });

  it('are none where an id or a reference is only typed in another way', () => {
    const azure = {
      ...BEFORE,
      account: '7f25a529-4629-31e6-9bef-7a5828c360a8',
    };
    expect(
      told(
        { account: azure.account.toUpperCase(), owner: 'Group:Payments' },
        azure,
      ),
    ).toEqual([]);
  });

  it.each<[RequestDraftSettings, string, string]>([
    [{ name: 'payments' }, 'name', 'neutral'],
    [{ owner: 'group:default/platform' }, 'owner', 'neutral'],
    [{ system: 'system:default/shop' }, 'system', 'neutral'],
    [{ account: '999999999999' }, 'account', 'neutral'],
    [
      { pollingFrequency: { hours: 1, minutes: 0 } },
      'pollingFrequency',
      'widening',
    ],
    [
      { pollingFrequency: { hours: 24, minutes: 0 } },
      'pollingFrequency',
      'weakening',
    ],
    [{ remediationEnabled: true }, 'remediationEnabled', 'widening'],
    [{ regions: ['eu-west-1'] }, 'regions', 'weakening'],
    [{ activation: ['VM'] }, 'activation', 'widening'],
    [{ defaultTags: ['5'] }, 'defaultTags', 'widening'],
    [{ perimeterScan: { enabled: true } }, 'perimeterScan.enabled', 'widening'],
  ])('of %j are told', (changes, setting, effect) => {
    expect(told(changes)).toEqual([[setting, effect]]);
  });

  it('know whether more regions are read, or fewer', () => {
    const some = { ...BEFORE, regions: ['us-east-1', 'eu-west-1'] };
    expect(told({ regions: ['eu-west-1', 'us-east-1'] }, some)).toEqual([]);
    expect(
      told({ regions: ['eu-west-1', 'us-east-1', 'us-west-2'] }, some),
    ).toEqual([['regions', 'widening']]);
    expect(told({ regions: ['eu-west-1', 'us-west-2'] }, some)).toEqual([
      ['regions', 'weakening'],
    ]);
    expect(told({ regions: undefined }, some)).toEqual([
      ['regions', 'widening'],
    ]);
  });
});

describe('what is agreed to', () => {
  it('is what was asked for, with what was changed and without what was taken out', () => {
    expect(
      requestSettingsAfter(
        { ...BEFORE, system: 'system:default/shop', regions: ['eu-west-1'] },
        { name: 'payments', system: null, regions: null },
      ),
    ).toEqual({ ...BEFORE, name: 'payments' });
    expect(requestSettingsAfter(BEFORE)).toEqual(BEFORE);
  });
});

describe('what Qualys signs in to', () => {
  const changed = (after: object, before: object = BEFORE) =>
    requestTargetChanges(before, { ...before, ...after });

  it('is another where the account or the application is', () => {
    expect(changed({ account: '999999999999', name: 'x' })).toEqual([
      'account',
    ]);
    expect(changed({ partition: 'aws-cn' }, { account: '1' })).toEqual([
      'partition',
    ]);
  });

  it('is the same in capitals, and where a draft says what it would be anyway', () => {
    const id = '7f25a529-4629-31e6-9bef-7a5828c360a8';
    expect(
      changed({ directoryId: id.toUpperCase() }, { directoryId: id }),
    ).toEqual([]);
    expect(changed({ partition: 'aws' }, { account: '012345678901' })).toEqual(
      [],
    );
  });
});
