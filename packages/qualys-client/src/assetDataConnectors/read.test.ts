import { all, errorOf } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';

const found = (noun: string, ...items: object[]) => ({
  responseCode: 'SUCCESS',
  count: items.length,
  hasMoreRecords: 'false',
  ...(items.length > 0 && { data: items.map(item => ({ [noun]: item })) }),
});

const AWS = 'AwsAssetDataConnector';

const WIRE = {
  id: 843003,
  name: 'Payments',
  awsAccountId: 12345678901,
  lastSync: '2021-01-13T05:17:58Z',
  nextSync: '2021-01-13T09:17:58+01:00',
  lastError: 'Access denied',
  connectorState: 'FINISHED_ERRORS',
  type: 'AWS',
  defaultTags: { list: [{ TagSimple: { id: 42458382, name: 'Cloud' } }] },
  activation: {
    list: [{ ActivationModule: 'VM' }, { ActivationModule: 'PC' }],
  },
  disabled: 'false',
  isGovCloudConfigured: 'true',
  isDeleted: 'false',
  runFrequency: 240,
  isRemediationEnabled: 'true',
  isCPSEnabled: 'true',
  connectorScanSetting: { isCustomScanConfigEnabled: 'true' },
  connectorScanConfig: {
    list: [
      {
        ConnectorScanConfiguration: {
          daysOfWeek: { list: [{ Day: 'SUN' }, { Day: 'MON' }] },
          optionProfileId: 2,
          recurrence: 'WEEKLY',
          scanPrefix: 'nightly',
          startDate: '31/05/2022',
          startTime: '15:45',
          timezone: 'Africa/Cairo',
        },
      },
    ],
  },
  cloudviewUuid: '7f25a529-4629-31e6-9bef-7a5828c360a8',
  arn: 'arn:aws:iam::012345678901:role/qualys',
  externalId: 'EU2-2792719',
  allRegions: 'false',
  endpoints: { list: [{ AwsEndpointSimple: { regionCode: 'us-east-1' } }] },
  qualysAwsAccountId: 12345678,
};

const CONNECTOR = {
  provider: 'AWS',
  id: '843003',
  name: 'Payments',
  description: '',
  account: '012345678901',
  reportedState: 'FINISHED_ERRORS',
  disabled: false,
  deleted: false,
  lastError: 'Access denied',
  lastSyncedOn: '2021-01-13T05:17:58.000Z',
  nextSyncedOn: '2021-01-13T08:17:58.000Z',
  runFrequency: 240,
  remediationEnabled: true,
  defaultTags: [{ id: '42458382', name: 'Cloud' }],
  activation: ['VM', 'PC'],
  perimeterScan: {
    enabled: true,
    customConfiguration: true,
    configurations: [
      {
        optionProfileId: '2',
        recurrence: 'WEEKLY',
        daysOfWeek: ['SUN', 'MON'],
        scanPrefix: 'nightly',
        startDate: '31/05/2022',
        startTime: '15:45',
        timezone: 'Africa/Cairo',
      },
    ],
  },
  cloudviewUuid: '7f25a529-4629-31e6-9bef-7a5828c360a8',
  arn: 'arn:aws:iam::012345678901:role/qualys',
  externalId: 'EU2-2792719',
  qualysAwsAccountId: '000012345678',
  allRegions: false,
  regions: ['us-east-1'],
  govCloud: true,
  chinaRegion: false,
};

describe.each(['json', 'xml'] as const)('connectors in %s', dialect => {
  const t = setUpQps(dialect);
  const connectors = () => t.client.assetDataConnectors;

  it('are read with everything that Qualys says', async () => {
    t.answer = () => found(AWS, WIRE);

    expect(await connectors().aws.get('843003')).toEqual(CONNECTOR);
    expect(t.received).toEqual([
      {
        method: 'GET',
        path: '/qps/rest/3.0/get/am/awsassetdataconnector/843003',
        body: undefined,
      },
    ]);
  });

  it('are searched a thousand at a time', async () => {
    t.answer = () => found(AWS, WIRE);

    expect(await all(connectors().aws.search())).toEqual([CONNECTOR]);
    const [{ method, path, body }] = t.received;
    expect(`${method} ${path}`).toBe(
      'POST /qps/rest/3.0/search/am/awsassetdataconnector',
    );
    expect(Number(body.preferences.limitResults)).toBe(1000);
  });

  it('are searched by conditions, which are checked', async () => {
    t.answer = () => found(AWS);
    const by = (field: string, operator: any, value: string) =>
      all(connectors().aws.search({ filters: [{ field, operator, value }] }));

    expect(await by('awsAccountId', 'EQUALS', '012345678901')).toEqual([]);
    const seen = JSON.stringify(t.received[0].body.filters);
    expect(seen).toContain('012345678901');
    expect(await errorOf(by('id', 'CONTAINS', '1'))).toMatchObject({
      kind: 'invalid',
    });
    expect(t.received).toHaveLength(1);
  });

  it('of Azure never show the key, should Qualys ever give it', async () => {
    t.answer = () =>
      found('AzureAssetDataConnector', {
        id: 77,
        name: 'Payments',
        subscriptionName: 'Payments in Europe',
        isGovCloudConfigured: 'false',
        authRecord: {
          applicationId: 'an-application',
          directoryId: 'a-directory',
          subscriptionId: 'a-subscription',
          authenticationKey: 'a secret key',
        },
      });

    const connector = await connectors().azure.get('77');
    expect(connector).toMatchObject({
      provider: 'AZURE',
      account: 'a-subscription',
      applicationId: 'an-application',
      directoryId: 'a-directory',
      subscriptionName: 'Payments in Europe',
      govCloud: false,
      reportedState: '',
    });
    expect(JSON.stringify(connector)).not.toContain('secret');
  });

  it.each(['projectId', 'project_id'])(
    'of GCP have their project by the name of %s',
    async member => {
      const authRecord = { [member]: 'payments-1' };
      t.answer = () =>
        found('GcpAssetDataConnector', { id: 5, name: 'x', authRecord });
      expect((await connectors().gcp.get('5')).account).toBe('payments-1');
    },
  );

  it('have the account of their role where none is said', async () => {
    const { awsAccountId: _, ...rest } = WIRE;
    t.answer = () => found(AWS, rest);
    expect((await connectors().aws.get('1')).account).toBe('012345678901');
  });

  it('say nothing where Qualys says nothing', async () => {
    t.answer = () =>
      found(AWS, {
        id: 1,
        name: 'x',
        connectorScanConfig: { list: [{ ConnectorScanConfiguration: {} }] },
      });
    const connector = await connectors().aws.get('1');
    expect(connector).toEqual({
      provider: 'AWS',
      id: '1',
      name: 'x',
      description: '',
      account: '',
      reportedState: '',
      disabled: false,
      deleted: false,
      govCloud: false,
      chinaRegion: false,
    });
  });

  const info = (name: string) => ({ name, identifier: 'x', tagId: 1 });
  const INFOS = ['AI', 'CI', 'CSA'].map(name => ({
    name,
    identifier: 'x',
    tagId: '1',
  }));

  it.each([
    [
      'three sets in one list, as the sample in XML',
      {
        set: {
          ConnectorAppInfoQList: {
            set: ['AI', 'CI', 'CSA'].map(name => ({
              ConnectorAppInfo: info(name),
            })),
          },
        },
      },
    ],
    [
      'a list for each, as the sample in JSON',
      {
        set: {
          ConnectorAppInfoQList: ['AI', 'CI', 'CSA'].map(name => ({
            set: { ConnectorAppInfo: info(name) },
          })),
        },
      },
    ],
    [
      'lists of lists',
      {
        list: ['AI', 'CI', 'CSA'].map(name => ({
          ConnectorAppInfoQList: {
            list: [{ ConnectorAppInfo: info(name) }],
          },
        })),
      },
    ],
  ])('have their uses, written as %s', async (_, connectorAppInfos) => {
    t.answer = () => found(AWS, { id: 1, name: 'x', connectorAppInfos });
    expect((await connectors().aws.get('1')).appInfos).toEqual(INFOS);
  });

  it.each([
    [{ name: 'x' }, 'id'],
    [{ id: 1 }, 'name'],
    [
      {
        id: 1,
        name: 'x',
        defaultTags: { list: [{ TagSimple: { name: 'y' } }] },
      },
      'id',
    ],
    [{ id: 1, name: 'x', defaultTags: { entries: 3 } }, 'defaultTags'],
  ])('are refused where they make no sense: %j', async (wire, field) => {
    t.answer = () => found(AWS, wire);
    const error = await errorOf(all(connectors().aws.search()));
    expect(error.kind).toBe('unexpectedAnswer');
    expect(error.path).toContain(`ServiceResponse.data[0].${AWS}`);
    expect(error.path).toContain(field);
  });

  it.each([
    [
      'activation',
      { list: [{ ActivationModule: 'VM' }, { ActivationModule: { on: 1 } }] },
    ],
    ['endpoints', { list: [{ AwsEndpointSimple: { name: 'Ireland' } }] }],
    [
      'connectorAppInfos',
      {
        list: [
          {
            ConnectorAppInfoQList: {
              list: [{ ConnectorAppInfo: { identifier: 'x' } }],
            },
          },
        ],
      },
    ],
  ])('are read without %s where it makes no sense', async (field, value) => {
    t.answer = () => found(AWS, { id: 1, name: 'x', [field]: value });
    const connector = await connectors().aws.get('1');
    expect(connector).toMatchObject({ id: '1', name: 'x' });
    expect(connector.activation).toBeUndefined();
    expect(connector.regions).toBeUndefined();
    expect(connector.appInfos).toBeUndefined();
  });

  it('say what they give in a way that tells nothing of it', async () => {
    const read = (members: object) => {
      t.answer = () => found(AWS, { id: 1, name: 'x', ...members });
      return connectors().aws.get('1');
    };
    expect(
      await read({
        defaultTags: { count: 3 },
        activation: { list: [{ ActivationModule: { on: 1 } }] },
        isCPSEnabled: 'perhaps',
      }),
    ).toMatchObject({
      defaultTags: undefined,
      activation: undefined,
      unreadable: ['defaultTags', 'activation', 'perimeterScan'],
    });
    for (const members of [{}, { defaultTags: { count: 0 }, activation: {} }]) {
      expect(await read(members)).not.toHaveProperty('unreadable');
    }
  });

  it('are out of reach for all but Managers, and errors say so', async () => {
    t.answer = () => ({
      responseCode: 'NOT_AUTHORIZED',
      responseErrorDetails: { errorMessage: 'No.' },
    });
    const error = await errorOf(connectors().gcp.get('1'));
    expect(error).toMatchObject({ kind: 'permission', code: 'NOT_AUTHORIZED' });
    expect(error.message).toContain('Manager with full scope');
  });
});
