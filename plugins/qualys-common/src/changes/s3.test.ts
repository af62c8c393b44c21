import { isWeakening, s3Changes, type S3IntegrationSettings } from '..';

const SETTINGS: S3IntegrationSettings = {
  name: 'findings',
  bucketName: 'findings-of-payments',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::048213577190:role/qualys-s3',
  minSeverity: 3,
  filterQuery: {
    vuln: 'category: [`Confirmed`, `Potential`] and severity >= 3',
    asset: '',
    removeVulnFilter: false,
    removeAssetFilter: false,
  },
  sendVulnInfo: true,
  compressData: true,
  resultSectionNeeded: false,
  sendAlerts: true,
  errorEmails: ['oncall@example.com'],
};

function change(after: Partial<S3IntegrationSettings>) {
  return s3Changes(SETTINGS, { ...SETTINGS, ...after });
}

function changeQuery(after: Partial<S3IntegrationSettings['filterQuery']>) {
  return change({ filterQuery: { ...SETTINGS.filterQuery, ...after } });
}

describe('what changes of an S3 integration', () => {
  it('is nothing where nothing changes', () => {
    expect(change({})).toEqual([]);
  });

  it('is named with what it was and will be', () => {
    expect(change({ minSeverity: 4, bucketName: undefined })).toEqual([
      {
        setting: 'bucketName',
        effect: 'neutral',
        before: 'findings-of-payments',
      },
      { setting: 'minSeverity', effect: 'weakening', before: 3, after: 4 },
    ]);
  });

  it.each<[Partial<S3IntegrationSettings>, string]>([
    [{ minSeverity: 2 }, 'widening'],
    [{ sendVulnInfo: false }, 'weakening'],
    [{ resultSectionNeeded: true }, 'widening'],
    [{ compressData: false }, 'neutral'],
    [{ errorEmails: [] }, 'weakening'],
    [{ errorEmails: ['a@example.com', 'oncall@example.com'] }, 'neutral'],
    [{ roleArn: 'arn:aws:iam::048213577190:role/other' }, 'neutral'],
  ])('%j is %s', (after, effect) => {
    const changes = change(after);
    expect(changes.map(each => each.effect)).toEqual([effect]);
    expect(isWeakening(changes)).toBe(effect === 'weakening');
  });

  it.each([
    ['severity >= 3 and category: [`Potential`, `Confirmed`]', 'neutral'],
    ['category: [`Confirmed`, `Potential`] and severity >= 4', 'weakening'],
    ['category: [`Confirmed`, `Potential`] and severity >= 2', 'widening'],
    ['category: `Confirmed` and severity >= 3', 'weakening'],
    ['category: `Confirmed` and severity >= 1', 'weakening'],
    ['severity >= 3', 'widening'],
    ['', 'widening'],
    [
      'category: [`Confirmed`, `Potential`] and severity >= 3 and superseded: false',
      'weakening',
    ],
    ['severity >= (', 'weakening'],
  ])('a query of vulnerabilities, %s, is %s', (vuln, effect) => {
    expect(changeQuery({ vuln }).map(each => each.effect)).toEqual([effect]);
  });

  it.each([
    [{ asset: 'os: Windows' }, 'weakening'],
    [{ removeVulnFilter: true }, 'widening'],
    [{ removeAssetFilter: true }, 'widening'],
  ])('of what is filtered, %j is %s', (after, effect) => {
    expect(changeQuery(after).map(each => each.effect)).toEqual([effect]);
  });
});
