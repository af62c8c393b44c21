import {
  requestApproveSchema,
  requestSettingsAfter,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { changesOf } from './changesOf';

const ASKED: RequestDraftSettings = {
  name: 'checkout-prod',
  purpose: 'The checkout runs in it.',
  owner: 'group:default/payments',
  system: 'system:default/shop',
  account: '012345678901',
  partition: 'aws',
  regions: ['eu-west-1'],
  perimeterScan: { enabled: true },
};

describe('the changes with which a request is approved', () => {
  it('are none where nothing differs', () => {
    expect(changesOf(ASKED, { ...ASKED, remediationEnabled: false })).toEqual(
      {},
    );
  });

  it('name what differs, take out what is gone, and lead to what is agreed to', () => {
    const { system, regions, ...rest } = ASKED;
    const agreed = {
      ...rest,
      name: 'payments-prod',
      activation: ['VM'],
      perimeterScan: undefined,
    };
    const changes = changesOf(ASKED, agreed);
    expect(changes).toEqual({
      name: 'payments-prod',
      system: null,
      regions: null,
      activation: ['VM'],
      perimeterScan: null,
    });
    expect(requestApproveSchema.parse({ changes })).toEqual({ changes });
    const { perimeterScan, ...expected } = agreed;
    expect(requestSettingsAfter(ASKED, changes)).toEqual(expected);
  });

  it('never touch the account and what Qualys signs in with', () => {
    expect(
      changesOf(ASKED, {
        ...ASKED,
        account: '999999999999',
        partition: 'aws-cn',
        purpose: 'Another one',
      }),
    ).toEqual({});
  });
});
