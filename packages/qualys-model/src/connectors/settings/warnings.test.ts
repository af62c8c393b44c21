import {
  awsSettingsWarnings,
  azureSettingsWarnings,
  gcpSettingsWarnings,
  type ConnectorSettingsWarning,
} from '.';
import { AWS, AZURE, GCP, keyFile } from './__testUtils__/settings';

const shown = (warnings: ConnectorSettingsWarning[]) =>
  warnings.map(({ code, path }) => `${code} at ${path}`);
const NEVER = { hours: 0, minutes: 0 };

describe('warnings of the settings of a connector', () => {
  it('are none where there is nothing to say', () => {
    const frequency = { pollingFrequency: { hours: 0, minutes: 1 } };
    expect(awsSettingsWarnings({ ...AWS, ...frequency }, AWS)).toEqual([]);
    expect(azureSettingsWarnings({ ...AZURE, ...frequency })).toEqual([]);
    expect(gcpSettingsWarnings({ ...GCP, ...frequency })).toEqual([]);
    expect(gcpSettingsWarnings({ description: '' }, { account: 'x' })).toEqual(
      [],
    );
  });

  it('tell that nothing is polled', () => {
    const never = ['neverPolled at pollingFrequency'];
    const pollingFrequency = NEVER;
    expect(shown(awsSettingsWarnings({ ...AWS, pollingFrequency }))).toEqual(
      never,
    );
    expect(
      shown(azureSettingsWarnings({ ...AZURE, pollingFrequency })),
    ).toEqual(never);
    expect(shown(gcpSettingsWarnings({ pollingFrequency }))).toEqual(never);
  });

  it.each([
    [{}, 'aws', []],
    [{ govCloud: true }, 'aws-us-gov', []],
    [{ chinaRegion: true }, 'aws-cn', []],
    [{ govCloud: true }, 'aws', ['partitionDiffers at arn']],
    [{}, 'aws-cn', ['partitionDiffers at arn']],
    [{ chinaRegion: true }, 'aws-us-gov', ['partitionDiffers at arn']],
    [
      { govCloud: true, chinaRegion: true },
      'aws',
      ['bothPartitions at chinaRegion'],
    ],
  ])('hold %j against a role in %s', (flags, partition, warnings) => {
    const arn = `arn:${partition}:iam::123456789012:role/qualys`;
    expect(shown(awsSettingsWarnings({ ...AWS, ...flags, arn }))).toEqual(
      warnings,
    );
  });

  it('tell of an ARN that AWS would not recognise', () => {
    const arn = 'arn:aws:iam::123456789012:role/Sample CV_role';
    expect(shown(awsSettingsWarnings({ ...AWS, arn }))).toEqual([
      'arnUnusual at arn',
    ]);
  });

  it.each([{ externalId: 'EU2-2792719' }, { externalId: undefined }])(
    'tell that the trust policy must follow a new external ID: %j',
    current => {
      expect(shown(awsSettingsWarnings(AWS, current))).toEqual([
        'externalIdChanges at externalId',
      ]);
    },
  );

  it('tell that no key is sent', () => {
    const { authenticationKey, ...settings } = AZURE;
    expect(shown(azureSettingsWarnings(settings))).toEqual([
      'keyNotSent at authenticationKey',
    ]);
  });

  it('tell of a key of another project, and show nothing of it but the project', () => {
    const configFile = keyFile({ project_id: 'another-project' });
    const warnings = gcpSettingsWarnings({ ...GCP, configFile });
    expect(shown(warnings)).toEqual(['otherProject at configFile']);
    expect(warnings[0].message).toContain('another-project');
    expect(warnings[0].message).toContain(GCP.projectId);
    expect(warnings[0].message).not.toContain('secret');
    expect(
      shown(gcpSettingsWarnings({ configFile }, { account: 'my-project' })),
    ).toEqual(['otherProject at configFile']);
  });
});
