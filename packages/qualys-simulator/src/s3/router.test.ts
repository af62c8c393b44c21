import { startPlatform, type TestPlatform } from '../__testUtils__/platform';

const SENT = {
  name: 'Findings',
  bucketName: 'qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::123456789012:role/qualys-s3',
  accessPointArn: 'null',
  minSeverity: '4',
  resultSectionNeeded: true,
  sendVulnInfo: true,
  compressData: false,
  sendAlerts: true,
  errorEmails: ['team@example.com'],
  filterQuery: {
    vuln: 'category: [`Potential`] AND severity >= 4',
    asset: 'os: Linux',
    removeVulnFilter: false,
    removeAssetFilter: true,
  },
};

describe('S3 integrations', () => {
  let platform: TestPlatform;
  let token: string;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
  });
  afterAll(() => platform.stop());
  beforeEach(async () => {
    platform.control.reset();
    token = await platform.signIn();
    platform.control.addS3Integration({ id: '7' });
  });

  const update = (body: unknown, id = '7', method = 'PUT') =>
    platform.send(
      method,
      `${platform.urls.gateway}/partner-integration/aws/s3/${id}/vm`,
      body,
      { authorization: `Bearer ${token}` },
    );
  const kept = () => platform.control.s3Integration('7');

  it('are updated, with a letter too many in the answer', async () => {
    const { externalId } = kept()!;
    const answer = await update(SENT);
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({
      messsage: 'AWS S3 VM integration successfully updated.',
    });
    expect(kept()).toEqual({
      ...SENT,
      id: '7',
      accessPointArn: null,
      externalId,
    });
  });

  it('get a new external ID, with a space in it', async () => {
    const before = kept()!.externalId;
    const answer = await update({ ...SENT, regenerateExternalId: true });
    const { externalId } = answer.json();
    expect(answer.json()).toEqual({
      message: 'AWS S3 VM Integration successfully updated.',
      externalId: expect.stringMatching(
        /^US_POD_1-1- \w{8}-\w{4}-\w{4}-\w{6}-\w{13}$/,
      ),
    });
    expect(externalId).not.toBe(before);
    expect(kept()!.externalId).toBe(externalId);
    await update({ ...SENT, regenerateExternalId: false });
    expect(kept()!.externalId).toBe(externalId);
  });

  it('lose what an update leaves out, or keep it', async () => {
    const { name, bucketName, roleArn } = SENT;
    const mandatory = { name, bucketName, roleArn };
    await update(SENT);
    await update(mandatory);
    expect(kept()).toMatchObject({
      bucketRegion: null,
      minSeverity: null,
      filterQuery: null,
      resultSectionNeeded: false,
      sendVulnInfo: false,
      compressData: true,
      sendAlerts: false,
      errorEmails: [],
    });

    platform.control.setBehaviours({ s3OmittedFields: 'kept' });
    await update(SENT);
    await update({ ...mandatory, filterQuery: { vuln: 'severity: 5' } });
    const { accessPointArn: _, ...settings } = SENT;
    expect(kept()).toMatchObject({
      ...settings,
      // A query is replaced as a whole.
      filterQuery: { vuln: 'severity: 5' },
    });
    expect(kept()!.filterQuery).not.toHaveProperty('asset');
  });

  it('have a bucket or an access point, or both', async () => {
    const arn = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/findings';
    const both = { ...SENT, accessPointArn: arn };
    expect((await update(both)).status).toBe(200);
    expect(kept()).toMatchObject({
      bucketName: 'qualys-findings',
      accessPointArn: arn,
    });
    expect((await update({ ...both, bucketName: ' ' })).status).toBe(200);
    expect(kept()).toMatchObject({ bucketName: null, accessPointArn: arn });
    expect((await update({ ...SENT, bucketName: ' ' })).status).toBe(400);
  });

  it('take the addresses for alerts as a list with commas', async () => {
    await update({ ...SENT, errorEmails: 'a@example.com, b@example.com' });
    expect(kept()!.errorEmails).toEqual(['a@example.com', 'b@example.com']);
  });

  it.each<[string, object]>([
    ['name', { name: 'n'.repeat(51) }],
    ['name', { name: ' ' }],
    ['name', { name: 'taken' }],
    ['bucketName', { bucketName: undefined }],
    ['roleArn', { roleArn: undefined }],
    ['minSeverity', { minSeverity: '6' }],
    ['errorEmails', { errorEmails: 'a,b,c,d,e,f' }],
    ['errorEmails', { errorEmails: Array(6).fill('a@example.com') }],
    ['filterQuery', { filterQuery: 'severity: 5' }],
    ['filterQuery.removeVulnFilter', { filterQuery: { removeVulnFilter: 1 } }],
    ['sendAlerts', { sendAlerts: 'true' }],
  ])('are not updated with a wrong %s', async (field, change) => {
    platform.control.addS3Integration({ id: '8', name: 'taken' });
    const before = kept();
    const answer = await update({ ...SENT, ...change });
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({
      message: expect.stringMatching(new RegExp(`^${field}: `)),
    });
    expect(kept()).toEqual(before);
  });

  it('are not found under another id, nor by another method', async () => {
    expect((await update(SENT, '9')).status).toBe(404);
    expect((await update(SENT, '7', 'POST')).status).toBe(405);
  });

  it('belong to accounts that the connectors of the demo read', async () => {
    platform.control.reset({ connectors: 12 });
    const names = platform.control.s3Integrations().map(({ name }) => name);
    expect(names).toEqual([
      'payments-findings',
      'storefront-findings',
      'logistics-findings',
    ]);
    platform.control.reset({ connectors: 0 });
    expect(platform.control.s3Integrations()).toEqual([]);
  });
});
