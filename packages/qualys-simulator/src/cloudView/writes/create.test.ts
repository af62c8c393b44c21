import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../../__testUtils__/platform';
import {
  AWS,
  AZURE,
  GCP,
  SETTLE_MS,
  formOf,
  writesTo,
  type Writes,
} from './__testUtils__/writes';

describe('creating connectors of CloudView', () => {
  let platform: TestPlatform;
  let send: Writes['send'];
  let done: Writes['done'];
  let get: Writes['get'];
  let createAws: Writes['createAws'];

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 20 });
    ({ send, done, get, createAws } = writesTo(platform));
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  it('makes an AWS connector that is pending with a code', async () => {
    const created = await createAws();
    expect(created).toEqual({
      connectorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'ABC',
      description: 'Sample External ID',
      provider: 'AWS',
      state: 'PENDING',
      error: '50004',
      totalAssets: 0,
      lastSyncedOn: 'Wed Mar 04 10:30:00 UTC 2026',
      nextSyncedOn: 'Wed Mar 04 11:31:00 UTC 2026',
      isGovCloud: true,
      isChinaRegion: true,
      awsAccountId: '123456789012',
      isDisabled: false,
      groups: [],
      pollingFrequency: { hours: 1, minutes: 1 },
      baseAccountId: expect.stringMatching(/^\d{12}$/),
      externalId: 'USPOD01-4765-9011278609223',
      arn: AWS.arn,
      // Whatever was asked for.
      isPortalConnector: false,
      remediationEnabled: false,
    });
    expect(await get('aws', created.connectorId)).toEqual(created);

    platform.control.advanceClock(SETTLE_MS);
    expect(await get('aws', created.connectorId)).toMatchObject({
      state: 'SUCCESS',
      error: '',
    });
  });

  it('makes another connector each time', async () => {
    const ids = [await createAws(), await createAws()].map(
      ({ connectorId }) => connectorId,
    );
    expect(new Set(ids).size).toBe(2);
    expect(platform.control.health().connectors).toBe(22);

    platform.control.reset();
    expect((await createAws()).connectorId).toBe(ids[0]);
  });

  it('makes an Azure connector and never shows its key', async () => {
    const created = await done('POST', '/azure/connectors', AZURE);
    const { authenticationKey: _, ...settings } = AZURE;
    expect(created).toMatchObject({
      ...settings,
      state: 'PENDING',
      error: '',
      totalAssets: 0,
    });
    expect(JSON.stringify(await get('azure', created.connectorId))).not.toMatch(
      /hush|authenticationKey/,
    );
  });

  it('makes a GCP connector from a form', async () => {
    const created = await done('POST', '/gcp/connectors', formOf(GCP));
    expect(created).toMatchObject({
      name: 'API Connector',
      description: 'Description',
      provider: 'GCP',
      state: 'PENDING',
      remediationEnabled: true,
      isDisabled: false,
      projectId: 'my-project-1513669048551',
      groups: [],
      pollingFrequency: { hours: 4, minutes: 0 },
    });
    const often = formOf({ ...GCP, pollingFrequencyInMinutes: '30' });
    expect(await done('POST', '/gcp/connectors', often)).toMatchObject({
      pollingFrequency: { hours: 0, minutes: 30 },
    });
  });

  it('syncs every four hours and leaves remediation off unless told otherwise', async () => {
    const { arn, externalId, name } = AWS;
    expect(
      await done('POST', '/aws/connectors', { arn, externalId, name }),
    ).toMatchObject({
      description: '',
      isGovCloud: false,
      isChinaRegion: false,
      remediationEnabled: false,
      pollingFrequency: { hours: 4, minutes: 0 },
    });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['externalId', 'aws', { ...AWS, externalId: 'USPOD01-4765-9011' }],
    ['externalId', 'aws', { ...AWS, externalId: '1658443190235' }],
    ['externalId', 'aws', { ...AWS, externalId: 'USPOD01-47x-90112786' }],
    ['externalId', 'aws', { ...AWS, externalId: undefined }],
    ['arn', 'aws', { ...AWS, arn: 'arn:aws:iam::12345:role/Short' }],
    ['name', 'aws', { ...AWS, name: ' ' }],
    ['isGovCloud', 'aws', { ...AWS, isGovCloud: 'yes' }],
    [
      'pollingFrequency.minutes',
      'aws',
      { ...AWS, pollingFrequency: { hours: 0, minutes: 60 } },
    ],
    ['authenticationKey', 'azure', { ...AZURE, authenticationKey: undefined }],
    ['subscriptionId', 'azure', { ...AZURE, subscriptionId: undefined }],
  ])('refuses a wrong %s of %s', async (field, cloud, body) => {
    const answer = await send('POST', `/${cloud}/connectors`, body);
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({
      errorCode: '400',
      message: expect.stringMatching(new RegExp(`^${field}: `)),
      timestamp: expect.any(Number),
    });
    expect(platform.control.health().connectors).toBe(20);
  });

  it.each([
    ['configFile', { ...GCP, configFile: undefined }],
    ['configFile', { ...GCP, configFile: '{"type":"service_account"}' }],
    ['configFile', { ...GCP, configFile: new File(['not json'], 'a.json') }],
    ['projectId', { ...GCP, projectId: undefined }],
    ['remediationEnabled', { ...GCP, remediationEnabled: 'maybe' }],
    ['pollingFrequencyInMinutes', { ...GCP, pollingFrequencyInMinutes: '60' }],
  ])('refuses a form with a wrong %s', async (field, fields) => {
    const answer = await send('POST', '/gcp/connectors', formOf(fields));
    expect(answer.status).toBe(400);
    expect(answer.json().message).toMatch(new RegExp(`^${field}: `));
  });

  it('refuses what is of another type', async () => {
    expect((await send('POST', '/gcp/connectors', AZURE)).status).toBe(415);
    expect((await send('POST', '/aws/connectors', formOf(GCP))).status).toBe(
      415,
    );
    const broken = await platform.call(
      `${platform.urls.cloudView}/cloudview-api/rest/v1/gcp/connectors`,
      {
        method: 'POST',
        headers: {
          ...basic(platform.credentials),
          'content-type': 'multipart/form-data',
        },
        body: '{"description":"Sample Description update"}',
      },
    );
    expect(broken.status).toBe(400);
  });
});
