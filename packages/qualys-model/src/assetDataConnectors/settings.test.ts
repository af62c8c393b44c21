import { complaints } from '../connectors/settings/__testUtils__/settings';
import {
  awsAssetDataConnectorSettingsSchema,
  azureAssetDataConnectorSettingsSchema,
  gcpAssetDataConnectorSettingsSchema,
} from '.';
import { AWS, AZURE, GCP } from './__testUtils__/settings';

const aws = awsAssetDataConnectorSettingsSchema();
const azure = azureAssetDataConnectorSettingsSchema;
const gcp = gcpAssetDataConnectorSettingsSchema;

describe('settings of a new AWS connector', () => {
  it('are taken as they are', () => {
    const everything = {
      ...AWS,
      description: '',
      defaultTags: ['42458382'],
      activation: ['VM', 'A_NEW_ONE'],
      disabled: true,
      runFrequency: 1,
      remediationEnabled: false,
      allRegions: false,
      regions: ['us-east-1'],
      govCloud: false,
      chinaRegion: false,
      appInfos: [{ name: 'AI' as const, identifier: AWS.arn, tagId: '1' }],
      perimeterScan: { enabled: true },
    };
    expect(aws.parse(AWS)).toEqual(AWS);
    expect(aws.parse(everything)).toEqual(everything);
    expect(aws.parse({ ...AWS, allRegions: true })).toMatchObject({
      allRegions: true,
    });
  });

  it.each([
    [{ name: undefined }, /^name: must be a name/],
    [{ name: 'a'.repeat(256) }, /^name: .*255/],
    [{ arn: undefined }, /^arn: must be the ARN of an IAM role/],
    [{ arn: 'arn:aws:iam:::12345678911/role:testrole' }, /^arn: must name/],
    [{ externalId: undefined }, /^externalId: must be the external ID/],
    [{ externalId: 'EU2-2792719' }, /^externalId: must have three parts/],
    [{ runFrequency: 0 }, /^runFrequency: must be whole minutes from 1/],
    [{ runFrequency: 1.5 }, /^runFrequency: must be whole minutes/],
    [{ runFrequency: '240' }, /^runFrequency: must be whole minutes/],
    [{ defaultTags: ['x'] }, /^defaultTags.0: must be the id/],
    [{ defaultTags: [42458382] }, /^defaultTags.0: must be the id/],
    [{ defaultTags: '42458382' }, /^defaultTags: must be a list/],
    [{ activation: ['vm'] }, /^activation.0: .* capital letters, such as VM/],
    [{ disabled: 'true' }, /^disabled: must be true or false/],
    [{ regions: ['us east'] }, /^regions.0: must be the code/],
    [{ regions: [] }, /^regions: .* at least one/],
    [
      { allRegions: true, regions: ['us-east-1'] },
      /^regions: must be left out where allRegions is true/,
    ],
    [{ govCloud: true, chinaRegion: true }, /^chinaRegion: .*allowGovAndChina/],
    [{ appInfos: [] }, /^appInfos: must name at least one/],
    [
      { appInfos: [{ name: 'XY', identifier: AWS.arn }] },
      /^appInfos.0.name: must be one of AI, CI, CSA/,
    ],
    [
      { appInfos: [{ name: 'AI', identifier: 'x' }] },
      /^appInfos.0.identifier: must be the ARN/,
    ],
    [
      { appInfos: [{ name: 'AI', identifier: AWS.arn, tagIds: [] }] },
      /^appInfos.0.tagIds: is no setting of a use/,
    ],
    [
      { isCPSEnabled: true },
      /^isCPSEnabled: is no setting of an AWS connector/,
    ],
  ])('with %j are refused', (wrong, complaint) => {
    expect(complaints(aws, { ...AWS, ...wrong })).toEqual([
      expect.stringMatching(complaint),
    ]);
  });

  it('may break a rule by the name of its option', () => {
    const odd = 'arn:aws:iam:::12345678911/role:testrole';
    const lenient = awsAssetDataConnectorSettingsSchema({
      allowNonStandardArn: true,
      allowLegacyExternalId: true,
      allowGovAndChina: true,
    });
    const settings = {
      ...AWS,
      arn: odd,
      externalId: 'EU2-2792719',
      govCloud: true,
      chinaRegion: true,
      appInfos: [{ name: 'AI', identifier: odd }],
    };
    expect(lenient.parse(settings)).toEqual(settings);
    expect(complaints(lenient, { ...settings, externalId: ' ' })).toEqual([
      expect.stringMatching(/^externalId: /),
    ]);
    expect(complaints(lenient, { ...settings, externalId: 'a\nb' })).toEqual([
      expect.stringMatching(/^externalId: .*line breaks/),
    ]);
  });

  it('refuse a very long external ID as fast as a short one', () => {
    const lenient = awsAssetDataConnectorSettingsSchema({
      allowLegacyExternalId: true,
    });
    const externalId = `${'a'.repeat(1_000_000)}\n`;
    const before = performance.now();
    expect(complaints(lenient, { ...AWS, externalId })).not.toEqual([]);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('settings of new Azure and GCP connectors', () => {
  it('are taken as they are', () => {
    expect(azure.parse(AZURE)).toEqual(AZURE);
    expect(gcp.parse(GCP)).toEqual(GCP);
    const universe = {
      ...GCP,
      authRecord: { ...GCP.authRecord, universe_domain: 'googleapis.com' },
    };
    expect(gcp.parse(universe)).toEqual(universe);
  });

  it.each([
    ['applicationId'],
    ['directoryId'],
    ['subscriptionId'],
    ['authenticationKey'],
  ])('need %s for Azure', member => {
    const authRecord = { ...AZURE.authRecord, [member]: undefined };
    expect(complaints(azure, { ...AZURE, authRecord })).toEqual([
      expect.stringMatching(new RegExp(`^authRecord.${member}: must be`)),
    ]);
  });

  it.each([['type'], ['project_id'], ['private_key'], ['client_email']])(
    'need %s for GCP',
    member => {
      const authRecord = { ...GCP.authRecord, [member]: ' ' };
      expect(complaints(gcp, { ...GCP, authRecord })).toEqual([
        expect.stringMatching(new RegExp(`^authRecord.${member}: must be`)),
      ]);
    },
  );

  it('are refused by the name of what is not known, and show no secret', () => {
    const secret = 'a secret key';
    const [first] = complaints(azure, {
      ...AZURE,
      authRecord: { ...AZURE.authRecord, password: secret },
    });
    expect(first).toMatch(/^authRecord.password: is no setting/);
    expect(first).not.toContain(secret);
    expect(complaints(gcp, { ...GCP, arn: AWS.arn })).toEqual([
      expect.stringMatching(/^arn: is no setting of a GCP connector/),
    ]);
  });
});
