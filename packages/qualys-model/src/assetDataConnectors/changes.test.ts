import { complaints } from '../connectors/settings/__testUtils__/settings';
import {
  awsAssetDataConnectorChangesSchema,
  azureAssetDataConnectorChangesSchema,
  gcpAssetDataConnectorChangesSchema,
} from '.';
import { AWS, GCP } from './__testUtils__/settings';

const aws = awsAssetDataConnectorChangesSchema();

describe('changes of an AWS connector', () => {
  it.each([
    [{ name: 'Payments' }],
    [{ disabled: true }],
    [{ remediationEnabled: false }],
    [{ remediationEnabled: 'unchanged', disabled: false }],
    [{ defaultTags: { set: [] } }],
    [{ defaultTags: { set: ['1', '2'] } }],
    [{ defaultTags: { add: ['1'], remove: ['2'] } }],
    [{ activation: { add: ['VM'] } }],
    [{ regions: { add: ['us-east-1'] } }],
    [{ allRegions: false, regions: { set: ['us-east-1'] } }],
    [{ appInfos: [{ name: 'CSA', identifier: AWS.arn }] }],
    [{ perimeterScan: { enabled: false } }],
  ])('are taken: %j', changes => {
    expect(aws.parse(changes)).toEqual(changes);
  });

  it.each([
    [{}, /^: must change something/],
    [{ name: undefined }, /^: must change something/],
    [{ remediationEnabled: 'unchanged' }, /^: must change something/],
    [{ remediationEnabled: 'off' }, /^remediationEnabled: must be true/],
    [{ defaultTags: ['1'] }, /^defaultTags: /],
    [{ defaultTags: {} }, /^defaultTags: must have either set/],
    [{ defaultTags: { set: ['1'], add: ['2'] } }, /^defaultTags: must have/],
    [{ defaultTags: { add: ['x'] } }, /^defaultTags.add.0: must be the id/],
    [{ activation: { set: ['vm'] } }, /^activation.set.0: must be the name/],
    [{ regions: { add: ['x'] } }, /^regions.add.0: must be the code/],
    [
      { allRegions: true, regions: { add: ['us-east-1'] } },
      /^regions: must be left out/,
    ],
    [{ arn: 'x' }, /^arn: must be the ARN/],
    [{ externalId: 'EU2-2792719' }, /^externalId: must have three parts/],
    [{ govCloud: true, chinaRegion: true }, /^chinaRegion: /],
    [{ isRemediationEnabled: true }, /^isRemediationEnabled: is no setting/],
  ])('are refused: %j', (changes, complaint) => {
    expect(complaints(aws, changes)[0]).toMatch(complaint);
  });
});

describe('changes of what Qualys signs in with', () => {
  const azure = azureAssetDataConnectorChangesSchema;
  const gcp = gcpAssetDataConnectorChangesSchema;

  it('may give a part of it for Azure', () => {
    const changes = { authRecord: { authenticationKey: 'another' } };
    expect(azure.parse(changes)).toEqual(changes);
    expect(complaints(azure, { authRecord: {} })).toEqual([
      expect.stringMatching(/^authRecord: must change something/),
    ]);
  });

  it('give the project alone or a whole key file for GCP', () => {
    const project = { authRecord: { project_id: 'payments-2' } };
    const whole = { authRecord: GCP.authRecord };
    expect(gcp.parse(project)).toEqual(project);
    expect(gcp.parse(whole)).toEqual(whole);
    expect(
      complaints(gcp, {
        authRecord: { project_id: 'payments-2', private_key: 'x' },
      })[0],
    ).toMatch(/^authRecord.type: .*project_id alone, or the whole key file/);
    expect(complaints(gcp, { authRecord: {} })[0]).toMatch(/^authRecord\./);
    expect(complaints(gcp, { authRecord: undefined })[0]).toMatch(
      /must change something/,
    );
  });
});
