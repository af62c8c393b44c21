import { awsConnectorSettingsSchema, awsConnectorUpdateSchema } from '.';
import { AWS, complaints } from './__testUtils__/settings';

const create = awsConnectorSettingsSchema();
const update = awsConnectorUpdateSchema();

describe('settings of a new AWS connector', () => {
  it('are taken as they are, and nothing is added', () => {
    const all = {
      ...AWS,
      description: '',
      govCloud: false,
      chinaRegion: true,
      portalConnector: true,
      pollingFrequency: { hours: 1, minutes: 59 },
      remediationEnabled: false,
    };
    expect(create.parse(AWS)).toEqual(AWS);
    expect(create.parse(all)).toEqual(all);
    expect(create.parse({ ...AWS, name: ' ABC ' }).name).toBe('ABC');
  });

  it.each([
    [{ name: ' ' }, /^name: must be a name of 1 to 255 characters/],
    [{ name: undefined }, /^name: must be a name/],
    [{ name: 'a'.repeat(256) }, /^name: .*255/],
    [{ name: 'a\nb' }, /^name: .*line breaks/],
    [{ description: 'a'.repeat(4001) }, /^description: .*4000/],
    [{ arn: undefined }, /^arn: must be the ARN of an IAM role/],
    [
      { arn: 'arn:aws:iam:::12345678911/role:testrole' },
      /^arn: must name an AWS account/,
    ],
    [
      { arn: 'arn:aws:iam::123456789012:role/Sample CV_role' },
      /^arn: .*without spaces/,
    ],
    [{ externalId: undefined }, /^externalId: must be the external ID/],
    [{ externalId: 'EU2-2792719' }, /^externalId: must have three parts/],
    [{ govCloud: 'true' }, /^govCloud: must be true or false/],
    [
      { pollingFrequency: { hours: -1, minutes: 0 } },
      /^pollingFrequency.hours: must be whole hours from 0/,
    ],
    [
      { pollingFrequency: { hours: 1, minutes: 60 } },
      /^pollingFrequency.minutes: must be whole minutes from 0 to 59/,
    ],
    [
      { pollingFrequency: { hours: 1.5, minutes: 0 } },
      /^pollingFrequency.hours: must be whole/,
    ],
    [{ pollingFrequency: { hours: 1 } }, /^pollingFrequency.minutes: /],
    [
      { pollingFrequency: { hours: 1, minutes: 0, days: 1 } },
      /^pollingFrequency.days: is no setting of a polling frequency, which has hours, minutes$/,
    ],
    [
      { remediationEnabled: 'unchanged' },
      /^remediationEnabled: must be true or false/,
    ],
    [
      { qualysAccountId: '1' },
      /^qualysAccountId: is no setting of an AWS connector, which has name, /,
    ],
    [{ isGovCloud: true }, /^isGovCloud: is no setting/],
  ])('%j is refused by name', (more, complaint) => {
    expect(complaints(create, { ...AWS, ...more })).toEqual([
      expect.stringMatching(complaint),
    ]);
  });

  it.each([undefined, null, 'ABC', 7])('are no %j', value => {
    expect(complaints(create, value)).toEqual([
      ': must be an object with the settings of an AWS connector',
    ]);
  });

  it('are in one partition, unless that rule is lifted, as the samples of Qualys need it', () => {
    const both = { ...AWS, govCloud: true, chinaRegion: true };
    expect(complaints(create, both)).toEqual([
      expect.stringMatching(/^chinaRegion: .*allowGovAndChina/),
    ]);
    const lifted = awsConnectorSettingsSchema({ allowGovAndChina: true });
    expect(lifted.parse(both)).toEqual(both);
  });

  it('may name an odd role where that rule is lifted', () => {
    const odd = {
      ...AWS,
      arn: 'arn:aws:iam::123456789012:role/Sample CV_role',
    };
    const lifted = awsConnectorSettingsSchema({ allowNonStandardArn: true });
    expect(lifted.parse(odd)).toEqual(odd);
  });
});

describe('an update of an AWS connector', () => {
  it.each([true, false, 'unchanged', undefined])(
    'may leave remediation or set it: %j',
    remediationEnabled => {
      const settings = { ...AWS, remediationEnabled };
      expect(update.parse(settings)).toEqual(settings);
    },
  );

  it.each([undefined, 'EU2-2792719', '1658443190235'])(
    'tells that a connector with the old external ID %j needs a new one',
    externalId => {
      expect(complaints(update, { ...AWS, externalId })).toEqual([
        expect.stringMatching(
          /^externalId: must .*Qualys takes no update without an external ID of this form.*trust policy/,
        ),
      ]);
    },
  );

  it('is held to the rules of a new one', () => {
    const both = { ...AWS, govCloud: true, chinaRegion: true };
    expect(complaints(update, both)).toEqual([
      expect.stringMatching(/^chinaRegion: /),
    ]);
    expect(complaints(update, { ...AWS, id: '1' })).toEqual([
      expect.stringMatching(/^id: is no setting of an AWS connector/),
    ]);
  });
});
