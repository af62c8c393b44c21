import { checkS3Settings, s3SettingsSchema, type S3SettingsInput } from '.';

const ACCESS_POINT =
  'arn:aws:s3:eu-west-2:123456789012:accesspoint/qualys-findings';

const settings: S3SettingsInput = {
  name: 'Findings',
  bucketName: 'qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::123456789012:role/qualys-s3',
  minSeverity: 3,
  filterQuery: { vuln: 'category: Confirmed', asset: 'os: Windows' },
  sendVulnInfo: false,
  compressData: true,
  resultSectionNeeded: false,
  sendAlerts: false,
};

const input = (changes: Record<string, unknown>) => ({
  ...settings,
  ...changes,
});

/** The fields that are refused, with what is said of them. */
function refusals(changes: Record<string, unknown>, options = {}) {
  const { error } = s3SettingsSchema(options).safeParse(input(changes));
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}

const warnings = (changes: Record<string, unknown>) =>
  checkS3Settings(input(changes)).warnings.map(
    ({ code, path }) => `${path}: ${code}`,
  );

const query = (changes: Record<string, unknown>) => ({
  filterQuery: {
    vuln: 'category: Confirmed',
    asset: 'os: Windows',
    ...changes,
  },
});

describe('settings of an S3 integration', () => {
  it('are complete, in one form, and with nothing to warn of', () => {
    expect(checkS3Settings(settings)).toEqual({
      settings: {
        ...settings,
        filterQuery: {
          vuln: 'category: Confirmed',
          asset: 'os: Windows',
          removeVulnFilter: false,
          removeAssetFilter: false,
        },
        errorEmails: [],
        regenerateExternalId: false,
      },
      warnings: [],
    });
  });

  it.each(
    Object.keys(settings).filter(
      field => !['bucketName', 'bucketRegion'].includes(field),
    ),
  )('need %s: what Qualys does without is not known', field => {
    expect(refusals({ [field]: undefined })).toEqual({
      [field]: expect.stringMatching(/^must /),
    });
  });

  it('have no other fields: a misspelt one would be lost', () => {
    expect(refusals({ errorEmail: 'a@x.com' })).toEqual({
      '': expect.stringContaining('"errorEmail"'),
    });
    expect(refusals(query({ removeVulnFiltre: true }))).toEqual({
      filterQuery: expect.stringContaining('"removeVulnFiltre"'),
    });
  });

  it.each([
    ['name', '', /1 to 50/],
    ['name', '   ', /1 to 50/],
    ['name', 'n'.repeat(51), /1 to 50/],
    ['bucketRegion', 'Frankfurt', /for example eu-west-2/],
    ['roleArn', 'arn:aws:iam:::12345678911/role:testrole', /ARN of an IAM/],
    ['accessPointArn', 'arn:aws:s3:::bucket', /12 digits/],
    ['minSeverity', 0, /1 to 5/],
    ['minSeverity', 6, /1 to 5/],
    ['minSeverity', 2.5, /1 to 5/],
    ['minSeverity', 'high', /1 to 5/],
    ['minSeverity', '', /1 to 5/],
    ['sendVulnInfo', 'yes', /true or false/],
    ['compressData', 2, /true or false/],
    ['resultSectionNeeded', null, /true or false/],
    ['regenerateExternalId', 'TRUE!', /true or false/],
    ['filterQuery', 'severity: 5', /vuln and asset.*unclear/],
    ['filterQuery', 7, /vuln and asset/],
  ])('refuse %s %j', (field, value, problem) => {
    expect(refusals({ [field]: value })).toEqual({
      [field]: expect.stringMatching(problem),
    });
  });

  it.each([
    ['3', 3],
    [' 5 ', 5],
    [1, 1],
  ])('take the severity %j', (minSeverity, read) => {
    expect(checkS3Settings(input({ minSeverity })).settings.minSeverity).toBe(
      read,
    );
  });

  it('lift the rules of both ARNs where they are asked to', () => {
    const odd = {
      roleArn: 'arn:aws:iam:::12345678911/role:testrole',
      accessPointArn: 'arn:aws:s3:::odd',
    };
    expect(Object.keys(refusals(odd)).sort()).toEqual([
      'accessPointArn',
      'roleArn',
    ]);
    expect(refusals(odd, { allowNonStandardArn: true })).toEqual({});
  });
});

describe('the place that an S3 integration writes to', () => {
  const none = [undefined, null, ' ', '', 'null', '  null '];

  it.each(none)('is an access point where the bucket is %j', bucketName => {
    const { settings: read } = checkS3Settings(
      input({ bucketName, accessPointArn: ACCESS_POINT }),
    );
    expect(read.bucketName).toBeUndefined();
    expect(read.accessPointArn).toBe(ACCESS_POINT);
  });

  it.each(none)('is a bucket where the access point is %j', accessPointArn => {
    const { settings: read } = checkS3Settings(input({ accessPointArn }));
    expect(read.bucketName).toBe('qualys-findings');
    expect(read.accessPointArn).toBeUndefined();
  });

  it('must be one of them', () => {
    expect(refusals({ bucketName: ' ', accessPointArn: 'null' })).toEqual({
      bucketName: expect.stringMatching(/no accessPointArn/),
    });
  });

  it('is in the region of the access point where none is given', () => {
    const { settings: read } = checkS3Settings(
      input({
        bucketName: null,
        accessPointArn: ACCESS_POINT,
        bucketRegion: undefined,
      }),
    );
    expect(read.bucketRegion).toBe('eu-west-2');
  });

  it('has no region of its own with a bucket, or with an odd ARN', () => {
    expect(refusals({ bucketRegion: undefined })).toEqual({
      bucketRegion: expect.stringMatching(/region of the bucket/),
    });
    expect(
      refusals(
        {
          bucketName: null,
          bucketRegion: undefined,
          accessPointArn: 'arn:aws:s3:::odd',
        },
        { allowNonStandardArn: true },
      ),
    ).toEqual({ bucketRegion: expect.stringMatching(/region of the bucket/) });
  });

  it('is the bucket where both are set, with a warning', () => {
    expect(
      warnings({ accessPointArn: ACCESS_POINT, bucketRegion: 'eu-west-2' }),
    ).toEqual(['bucketName: bucketWins']);
  });

  it('warns of another region than that of the access point', () => {
    expect(
      warnings({ bucketName: null, accessPointArn: ACCESS_POINT }),
    ).toEqual(['bucketRegion: regionDiffers']);
  });

  it.each([
    'ab',
    'b'.repeat(64),
    'Findings',
    'find_ings',
    '-findings',
    'findings.',
    'a..b',
    '192.168.5.4',
    'xn--findings',
    'findings-s3alias',
  ])('may be the bucket %s, with a warning', bucketName => {
    expect(warnings({ bucketName })).toEqual(['bucketName: bucketNameUnusual']);
  });

  it.each(['abc', 'my.bucket', '0-0', 'b'.repeat(63), '1.2.3.4.5'])(
    'may be the bucket %s',
    bucketName => {
      expect(warnings({ bucketName })).toEqual([]);
    },
  );
});

describe('the filter of an S3 integration', () => {
  it.each([
    ['vuln', 'lastFound: [now-7d .. now]'],
    ['vuln', 'category: Confirmed AND removeVulnFilter: true'],
    ['asset', 'removeAssetFilter: 1'],
    ['asset', 'assetUuid: `151334c4'],
    ['vuln', 'severity: 6'],
    ['asset', undefined],
  ])('refuses the query of %s %j', (member, text) => {
    expect(Object.keys(refusals(query({ [member]: text })))).toEqual([
      `filterQuery.${member}`,
    ]);
  });

  it.each([
    ['vuln', 'ignored: true', 'defaultsLost'],
    ['vuln', 'category: Confirmed AND madeUp: 1', 'unknownToken'],
    ['vuln', 'category: Confirmed os: Windows', 'juxtaposition'],
    ['asset', 'qid: 5', 'otherSideToken'],
    ['asset', '', 'queryEmpty'],
    ['vuln', '  ', 'queryEmpty'],
  ])('warns of the query of %s %j: %s', (member, text, code) => {
    expect(warnings(query({ [member]: text }))).toContain(
      `filterQuery.${member}: ${code}`,
    );
  });

  it('says where in a query the doubt is', () => {
    const { warnings: found } = checkS3Settings(
      input(query({ asset: 'os: Windows AND madeUp: 1' })),
    );
    expect(found).toMatchObject([{ code: 'unknownToken', from: 16, to: 22 }]);
  });

  it('bounds the severity once: what minSeverity says is not lost', () => {
    expect(warnings(query({ vuln: 'category: Confirmed' }))).toEqual([]);
    expect(
      warnings(query({ vuln: 'category: Confirmed AND Severity >= 3' })),
    ).toEqual(['minSeverity: severityTwice']);
  });

  it.each(['removeVulnFilter', 'removeAssetFilter'])(
    'says that %s widens what is sent, and leaves the ignored query alone',
    flag => {
      expect(
        warnings(
          query({ vuln: 'ignored: 1', asset: 'madeUp: 1', [flag]: '1' }),
        ).filter(warning => warning.includes(flag)),
      ).toEqual([`filterQuery.${flag}: filterRemoved`]);
      expect(
        warnings(
          query({
            vuln: '',
            asset: '',
            removeVulnFilter: true,
            removeAssetFilter: 1,
          }),
        ),
      ).toEqual([
        'filterQuery.removeVulnFilter: filterRemoved',
        'filterQuery.removeAssetFilter: filterRemoved',
      ]);
    },
  );

  it('refuses a query that has an error even where it is ignored', () => {
    expect(
      refusals(query({ vuln: 'severity: 9', removeVulnFilter: true })),
    ).toEqual({ 'filterQuery.vuln': expect.stringMatching(/1, 2, 3, 4, 5/) });
  });
});

describe('the alerts of an S3 integration', () => {
  const five = ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com', 'e@x.com'];

  it.each([
    [five, five],
    [five.join(','), five],
    [' a@x.com , b@x.com, ', ['a@x.com', 'b@x.com']],
    ['a@x.com', ['a@x.com']],
  ])('go to %j', (errorEmails, read) => {
    const { settings: checked, warnings: found } = checkS3Settings(
      input({ sendAlerts: true, errorEmails }),
    );
    expect(checked.errorEmails).toEqual(read);
    expect(found).toEqual([]);
  });

  it.each([
    [{ errorEmails: [...five, 'f@x.com'] }, 'errorEmails', /at most 5/],
    [{ errorEmails: 'a@x.com;b@x.com' }, 'errorEmails.0', /e-mail address/],
    [{ errorEmails: ['a@x.com', 'b'] }, 'errorEmails.1', /e-mail address/],
    [{ errorEmails: 7 }, 'errorEmails', /a list of e-mail/],
    [{ errorEmails: five, sendAlerts: false }, 'errorEmails', /must be empty/],
  ])('refuse %j', (changes, path, problem) => {
    expect(refusals({ sendAlerts: true, ...changes })).toEqual({
      [path]: expect.stringMatching(problem),
    });
  });

  it.each([undefined, [], '', ' , '])('to nobody warn: %j', errorEmails => {
    expect(warnings({ sendAlerts: true, errorEmails })).toEqual([
      'errorEmails: nobodyAlerted',
    ]);
    expect(warnings({ sendAlerts: false, errorEmails })).toEqual([]);
  });
});

it('says that a new external ID stops the integration for a while', () => {
  expect(warnings({ regenerateExternalId: true })).toEqual([
    'regenerateExternalId: externalIdRegenerated',
  ]);
});
