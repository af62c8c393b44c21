import type { AwsAssetDataConnectorChanges } from 'qualys-model';
import { setUpQps } from '../qps/__testUtils__/answers';
import { AWS, AZURE, done, GCP, KEY } from './__testUtils__/settings';

/** A request with all values as text, as XML has them. */
const texts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(texts);
  if (typeof value !== 'object' || value === null) return String(value).trim();
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, texts(one)]),
  );
};

describe.each(['json', 'xml'] as const)('writing in %s', dialect => {
  const t = setUpQps(dialect);
  const connectors = () => t.client.assetDataConnectors;
  const sent = (noun: string) => texts(t.received[0].body.data[noun]) as any;
  const route = () => `${t.received[0].method} ${t.received[0].path}`;

  it('creates connectors', async () => {
    t.answer = () => done('AwsAssetDataConnector', 843003);
    const id = await connectors().aws.create({
      ...AWS,
      regions: ['us-east-1', 'eu-west-2'],
      govCloud: false,
      perimeterScan: { enabled: false },
    });

    expect(id).toEqual({ id: '843003' });
    expect(route()).toBe('POST /qps/rest/3.0/create/am/awsassetdataconnector');
    expect(sent('AwsAssetDataConnector')).toEqual({
      ...AWS,
      isGovCloudConfigured: 'false',
      endpoints: {
        add: {
          AwsEndpointSimple: [
            { regionCode: 'us-east-1' },
            { regionCode: 'eu-west-2' },
          ],
        },
      },
    });
  });

  it('gathers the uses of a connector by their names', async () => {
    t.answer = () => done('AwsAssetDataConnector', 1);
    const identifier = AWS.arn;
    await connectors().aws.update('1', {
      appInfos: [
        { name: 'AI', identifier, tagId: '1' },
        { name: 'CI', identifier },
        { name: 'AI', identifier, tagId: '2' },
      ],
    });
    expect(sent('AwsAssetDataConnector')).toEqual({
      connectorAppInfos: {
        set: {
          ConnectorAppInfoQList: [
            {
              set: {
                ConnectorAppInfo: [
                  { name: 'AI', identifier, tagId: '1' },
                  { name: 'AI', identifier, tagId: '2' },
                ],
              },
            },
            { set: { ConnectorAppInfo: { name: 'CI', identifier } } },
          ],
        },
      },
    });
  });

  it('creates Azure connectors with their key', async () => {
    t.answer = () => done('AzureAssetDataConnector', 7);
    await connectors().azure.create({ ...AZURE, govCloud: true });
    expect(sent('AzureAssetDataConnector')).toEqual({
      ...AZURE,
      isGovCloudConfigured: 'true',
    });
  });

  it('creates GCP connectors with the names of their form', async () => {
    t.answer = () => done('GcpAssetDataConnector', 7);
    await connectors().gcp.create(GCP);
    const { type, project_id, private_key_id, client_email } = GCP.authRecord;
    expect(sent('GcpAssetDataConnector')).toEqual({
      name: 'Payments',
      type: 'GCP',
      authRecord:
        dialect === 'json'
          ? {
              type,
              project_id,
              private_key_id,
              private_key: KEY.trim(),
              client_email,
            }
          : {
              type,
              projectId: project_id,
              privateKeyId: private_key_id,
              privateKey: KEY.trim(),
              clientEmail: client_email,
            },
    });
  });

  it('changes the project of a GCP connector alone', async () => {
    t.answer = () => done('GcpAssetDataConnector', 7);
    await connectors().gcp.update('7', {
      authRecord: { project_id: 'payments-2' },
    });
    expect(sent('GcpAssetDataConnector')).toEqual({
      authRecord: {
        [dialect === 'json' ? 'project_id' : 'projectId']: 'payments-2',
      },
    });
  });

  it.each<[AwsAssetDataConnectorChanges, object]>([
    [{ disabled: true }, { disabled: 'true' }],
    [{ description: '' }, { description: '' }],
    [
      { remediationEnabled: 'unchanged', runFrequency: 60 },
      { runFrequency: '60' },
    ],
    [{ remediationEnabled: false }, { isRemediationEnabled: 'false' }],
    [
      { defaultTags: { add: ['1', '2'], remove: ['3'] } },
      {
        defaultTags: {
          add: { TagSimple: [{ id: '1' }, { id: '2' }] },
          remove: { TagSimple: { id: '3' } },
        },
      },
    ],
    [{ perimeterScan: { enabled: false } }, { isCPSEnabled: 'false' }],
    [
      { perimeterScan: { enabled: true } },
      {
        isCPSEnabled: 'true',
        connectorScanSetting: { isCustomScanConfigEnabled: 'false' },
      },
    ],
  ])('changes what is given alone: %j', async (changes, wire) => {
    t.answer = () => done('AwsAssetDataConnector', 843003);
    expect(await connectors().aws.update('843003', changes)).toEqual({
      id: '843003',
    });
    expect(route()).toBe(
      'POST /qps/rest/3.0/update/am/awsassetdataconnector/843003',
    );
    expect(sent('AwsAssetDataConnector')).toEqual(wire);
  });

  it.each([
    [undefined, '05/06/2022'],
    ['MM/dd/yyyy', '05/06/2022'],
    ['dd/MM/yyyy', '06/05/2022'],
  ] as const)('writes dates as %s: %s', async (dateFormat, startDate) => {
    t.answer = () => done('AzureAssetDataConnector', 1);
    await connectors().azure.update(
      '1',
      {
        perimeterScan: {
          enabled: true,
          configuration: {
            optionProfileId: '2',
            recurrence: 'DAILY',
            startDate: { year: 2022, month: 5, day: 6 },
            startTime: '15:45',
            timezone: 'UTC',
          },
        },
      },
      { dateFormat },
    );
    expect(sent('AzureAssetDataConnector')).toEqual({
      isCPSEnabled: 'true',
      connectorScanSetting: { isCustomScanConfigEnabled: 'true' },
      connectorScanConfig: {
        set: {
          ConnectorScanConfiguration: {
            optionProfileId: '2',
            recurrence: 'DAILY',
            startDate,
            startTime: '15:45',
            timezone: 'UTC',
          },
        },
      },
    });
  });

  it('changes all connectors that fulfil some conditions', async () => {
    t.answer = () => done('AzureAssetDataConnector', 3, 4);
    const result = await connectors().azure.updateWhere(
      [{ field: 'id', operator: 'IN', value: ['3', '4'] }],
      { disabled: true },
    );
    expect(result).toEqual({ ids: ['3', '4'], count: 2 });
    expect(route()).toBe(
      'POST /qps/rest/3.0/update/am/azureassetdataconnector',
    );
    expect(JSON.stringify(t.received[0].body.filters)).toContain('3,4');
    expect(sent('AzureAssetDataConnector')).toEqual({ disabled: 'true' });
  });

  it.each([
    ['delete', 'POST /qps/rest/3.0/delete/am/gcpassetdataconnector/5'],
    ['run', 'POST /qps/rest/3.0/run/am/gcpassetdataconnector/5'],
  ] as const)('has %s', async (verb, expected) => {
    t.answer = () => done('GcpAssetDataConnector', 5);
    expect(await connectors().gcp[verb]('5')).toBeUndefined();
    expect(route()).toBe(expected);
    expect(t.received[0].body).toBeUndefined();
  });

  it('deletes with DELETE where the server does not know POST', async () => {
    t.answer = ({ method }, response) => {
      if (method === 'DELETE') return done('AzureAssetDataConnector', 5);
      response.writeHead(405).end();
      return undefined;
    };
    await connectors().azure.delete('5');
    const path = '/qps/rest/3.0/delete/am/azureassetdataconnector/5';
    expect(t.received).toEqual([
      { method: 'POST', path, body: undefined },
      { method: 'DELETE', path, body: undefined },
    ]);
  });

  it('sends an odd ARN and a legacy external ID by their options', async () => {
    t.answer = () => done('AwsAssetDataConnector', 1);
    const changes = {
      arn: 'arn:aws:iam:::12345678911/role:testrole',
      externalId: 'EU2-2792719',
    };
    await connectors().aws.update('1', changes, {
      allowNonStandardArn: true,
      allowLegacyExternalId: true,
    });
    expect(sent('AwsAssetDataConnector')).toEqual(changes);
  });
});
