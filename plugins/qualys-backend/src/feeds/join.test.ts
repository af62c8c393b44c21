import type { AwsAssetDataConnector, AwsConnector } from 'qualys-model';
import { awsConnector } from '../__testUtils__/connectors';
import { awsAssetDataConnector } from '../__testUtils__/assetDataConnectors';
import { joinHalves } from './join';
import { WINNERS, type TwinField } from './winners';

const ID = '7f25a529-4629-31e6-9bef-7a5828c360a8';

// Another word of each feed for each field that both tell.
const ASSET_MANAGEMENT: AwsAssetDataConnector = awsAssetDataConnector({
  id: '1200001',
  name: 'am name',
  description: 'am description',
  account: '111111111111',
  reportedState: 'FINISHED_ERRORS',
  disabled: true,
  lastError: 'am error',
  lastSyncedOn: '2026-01-01T00:00:00.000Z',
  nextSyncedOn: '2026-01-01T04:00:00.000Z',
  runFrequency: 250,
  remediationEnabled: true,
  arn: 'arn:am',
  externalId: 'am-external',
  qualysAwsAccountId: '222222222222',
  govCloud: true,
  chinaRegion: true,
});
const CLOUD_VIEW: AwsConnector = awsConnector({
  id: ID,
  name: 'cv name',
  description: 'cv description',
  account: '333333333333',
  reportedState: 'PENDING',
  disabled: false,
  error: 'cv error',
  lastSyncedOn: '2026-02-01T00:00:00.000Z',
  nextSyncedOn: '2026-02-01T04:00:00.000Z',
  pollingFrequency: { hours: 1, minutes: 5 },
  remediationEnabled: false,
  arn: 'arn:cv',
  externalId: 'cv-external',
  baseAccountId: '444444444444',
  govCloud: false,
  chinaRegion: false,
  totalAssets: 7,
  groups: [{ id: 'g', name: 'Group' }],
});

const alone = {
  assetManagement: joinHalves(ID, { assetManagement: ASSET_MANAGEMENT }),
  cloudView: joinHalves(ID, { cloudView: CLOUD_VIEW }),
};
const wordOf = (connector: object, field: string) =>
  (connector as Record<string, unknown>)[field];
const OF_AWS = (Object.keys(WINNERS) as TwinField[]).filter(
  field => field in CLOUD_VIEW,
);

describe('joinHalves', () => {
  const both = { assetManagement: ASSET_MANAGEMENT, cloudView: CLOUD_VIEW };

  it.each(OF_AWS)('lets the winner of %s win', field => {
    const { assetManagement, cloudView } = alone;
    expect(wordOf(assetManagement, field)).not.toEqual(
      wordOf(cloudView, field),
    );
    expect(wordOf(joinHalves(ID, both), field)).toEqual(
      wordOf(alone[WINNERS[field]], field),
    );
  });

  it('takes the word of the other where the winner says nothing', () => {
    const joined = joinHalves(ID, {
      assetManagement: {
        ...ASSET_MANAGEMENT,
        name: '',
        reportedState: '',
        lastSyncedOn: undefined,
        runFrequency: undefined,
        remediationEnabled: undefined,
        arn: undefined,
      },
      cloudView: { ...CLOUD_VIEW, error: undefined, account: '' },
    });
    expect(joined).toMatchObject({
      name: 'cv name',
      reportedState: 'PENDING',
      lastSyncedOn: CLOUD_VIEW.lastSyncedOn,
      pollingFrequency: { hours: 1, minutes: 5 },
      remediationEnabled: false,
      arn: 'arn:cv',
      account: '111111111111',
    });
  });

  it('believes a description that is empty', () => {
    const assetManagement = { ...ASSET_MANAGEMENT, description: '' };
    const joined = joinHalves(ID, { assetManagement, cloudView: CLOUD_VIEW });
    expect(joined.description).toBe('');
  });

  it('lets a feed that is switched off win nothing', () => {
    expect(joinHalves(ID, both, ['assetManagement'])).toMatchObject({
      name: 'cv name',
      disabled: false,
      arn: 'arn:cv',
    });
  });

  it('keeps what one feed alone says', () => {
    expect(joinHalves(ID, both)).toMatchObject({
      id: ID,
      totalAssets: 7,
      groups: [{ id: 'g', name: 'Group' }],
      assetManagement: {
        id: '1200001',
        defaultTags: [{ id: '5', name: 'payments' }],
        activation: ['VM'],
        perimeterScan: { enabled: false },
      },
    });
    expect(joinHalves(ID, { cloudView: CLOUD_VIEW })).toEqual(CLOUD_VIEW);
  });

  it.each([
    ['a portal connector', { portalConnector: true }, true],
    ['no portal connector', { portalConnector: false }, false],
    ['one of which CloudView does not say it', {}, true],
  ])('knows whether %s can be updated', (_name, given, updatable) => {
    const joined = joinHalves(ID, {
      assetManagement: ASSET_MANAGEMENT,
      cloudView: { ...CLOUD_VIEW, ...given },
    });
    expect(joined.assetManagement?.updatable).toBe(updatable);
  });

  it('makes a whole connector of what Asset Management says', () => {
    expect(alone.assetManagement).toMatchObject({
      id: ID,
      provider: 'AWS',
      groups: [],
      account: '111111111111',
      pollingFrequency: { hours: 4, minutes: 10 },
      baseAccountId: '222222222222',
    });
  });

  it('takes the last error for the present one only in error', () => {
    const errorOf = (given: Partial<AwsAssetDataConnector>) =>
      joinHalves(ID, {
        assetManagement: { ...ASSET_MANAGEMENT, disabled: false, ...given },
      }).error;
    expect(errorOf({ reportedState: 'ERROR' })).toBe('am error');
    expect(errorOf({ reportedState: 'SUCCESS' })).toBeUndefined();
  });
});
