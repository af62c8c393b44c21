import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller, treeOf } from '../__testUtils__/qps';
import { AWS, connectorCaller } from './__testUtils__/connectors';

const SAMPLE_ARN = 'arn:aws:iam:::12345678911/role:testrole';

describe('connectors of Asset Management', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);
  const { update, get } = connectorCaller(qps);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  describe('the samples of Update AWS Connector 3.0', () => {
    beforeEach(() => {
      platform.control.addTag({ id: 42458382, name: 'AWS' });
      platform.control.addAssetDataConnector({ id: 843003 });
    });

    it('updates by XML, three modules in one list, and answers the id', async () => {
      const info = (name: string) =>
        `<set><ConnectorAppInfo><name>${name}</name><identifier>${SAMPLE_ARN}</identifier><tagId>42458382</tagId></ConnectorAppInfo></set>`;
      const xml = await qps.xml(
        `3.0/update/${AWS}/843003`,
        `<ServiceRequest><data><AwsAssetDataConnector>
<name>AWSConnector API Updated</name>
<description>Updated Description Via API Updated</description>
<defaultTags><set><TagSimple><id>42458382</id></TagSimple></set></defaultTags>
<activation><set><ActivationModule>VM</ActivationModule></set></activation>
<allRegions>true</allRegions><disabled>false</disabled>
<runFrequency>120</runFrequency><isRemediationEnabled>false</isRemediationEnabled>
<arn>${SAMPLE_ARN}</arn><externalId>POD-999999-11213331</externalId>
<connectorAppInfos><set><ConnectorAppInfoQList>${info('AI')}${info('CI')}${info(
          'CSA',
        )}</ConnectorAppInfoQList></set></connectorAppInfos>
</AwsAssetDataConnector></data></ServiceRequest>`,
      );
      expect(xml.replace(/http:\/\/127.0.0.1:\d+/, '<qualys_base_url>')).toBe(
        `<?xml version="1.0" encoding="UTF-8"?>
<ServiceResponse xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="<qualys_base_url>/qps/xsd/3.0/am/awsassetdataconnector.xsd">
<responseCode>SUCCESS</responseCode>
<count>1</count>
<data>
<AwsAssetDataConnector>
<id>843003</id>
</AwsAssetDataConnector>
</data>
</ServiceResponse>
`,
      );
      const tagMetadata = { id: 42458382, name: 'AWS' };
      const infos = ['AI', 'CI', 'CSA'].map(name => ({
        ConnectorAppInfoQList: {
          count: 1,
          list: [
            {
              ConnectorAppInfo: {
                name,
                identifier: SAMPLE_ARN,
                tagId: 42458382,
                tagMetadata,
              },
            },
          ],
        },
      }));
      expect(await get(843003)).toMatchObject({
        name: 'AWSConnector API Updated',
        description: 'Updated Description Via API Updated',
        defaultTags: { count: 1, list: [{ TagSimple: tagMetadata }] },
        activation: { set: { ActivationModule: 'VM' } },
        runFrequency: 120,
        arn: SAMPLE_ARN,
        externalId: 'POD-999999-11213331',
        connectorAppInfos: { count: 3, list: infos },
      });
    });

    it('updates by JSON, one list for each module', async () => {
      const infos = ['AI', 'CI', 'CSA'].map(name => ({
        set: {
          ConnectorAppInfo: { name, identifier: SAMPLE_ARN, tagId: 42458382 },
        },
      }));
      const answer = await update(843003, {
        name: 'AWSConnector API ',
        defaultTags: { set: { TagSimple: { id: 42458382 } } },
        activation: { set: { ActivationModule: ['SCA', 'PC'] } },
        allRegions: false,
        disabled: false,
        runFrequency: 600,
        isRemediationEnabled: true,
        connectorAppInfos: { set: { ConnectorAppInfoQList: infos } },
      });
      expect(answer).toEqual({
        responseCode: 'SUCCESS',
        count: 1,
        data: [{ AwsAssetDataConnector: { id: 843003 } }],
      });
      expect(await get(843003)).toMatchObject({
        activation: { set: { ActivationModule: ['SCA', 'PC'] } },
        allRegions: false,
        isRemediationEnabled: true,
        connectorAppInfos: { count: 3 },
      });
    });

    it('answers an update of the perimeter scan with its settings', async () => {
      const xml = await qps.xml(
        `3.0/update/${AWS}/`,
        `<ServiceRequest><filters><Criteria field="id" operator="EQUALS">843003</Criteria></filters>
<data><AwsAssetDataConnector><isCPSEnabled>true</isCPSEnabled>
<connectorScanSetting><isCustomScanConfigEnabled>true</isCustomScanConfigEnabled></connectorScanSetting>
<connectorScanConfig><set><ConnectorScanConfiguration>
<daysOfWeek><set><Day>SUN</Day><Day>MON</Day><Day>TUE</Day></set></daysOfWeek>
<optionProfileId>2</optionProfileId><recurrence>WEEKLY</recurrence>
<scanPrefix>update scan prefix</scanPrefix><startDate>31/05/2022</startDate>
<startTime>15:45</startTime><timezone>Africa/Cairo</timezone>
</ConnectorScanConfiguration></set></connectorScanConfig>
</AwsAssetDataConnector></data></ServiceRequest>`,
      );
      expect(treeOf(xml).ServiceResponse.data.AwsAssetDataConnector).toEqual({
        id: '843003',
        isCPSEnabled: 'true',
        connectorScanSetting: { isCustomScanConfigEnabled: 'true' },
        connectorScanConfig: {
          set: {
            ConnectorScanConfiguration: {
              daysOfWeek: { set: { Day: ['SUN', 'MON', 'TUE'] } },
              optionProfileId: '2',
              recurrence: 'WEEKLY',
              scanPrefix: 'update scan prefix',
              startDate: '31/05/2022',
              startTime: '15:45',
              timezone: 'Africa/Cairo',
            },
          },
        },
      });
    });
  });

  it('runs what is not disabled', async () => {
    const on = platform.control.addAssetDataConnector({ name: 'run-on' });
    const off = platform.control.addAssetDataConnector({ name: 'run-off' });
    await update(off, { disabled: true });
    expect(await get(off)).toMatchObject({ connectorState: 'DISABLED' });

    const single = await qps.json(`3.0/run/${AWS}/${off}`, {});
    expect(single.responseCode).toBe('INVALID_REQUEST');
    const both = await qps.json(`3.0/run/${AWS}`, {
      filters: {
        Criteria: { field: 'name', operator: 'CONTAINS', value: 'run-' },
      },
    });
    expect(both.data).toEqual([{ AwsAssetDataConnector: { id: on } }]);
    expect(await get(on)).toMatchObject({ connectorState: 'PENDING' });
    expect(await get(on)).not.toHaveProperty('lastSync');
  });

  describe('of Azure and GCP', () => {
    const authRecord = {
      applicationId: 'app',
      directoryId: 'dir',
      subscriptionId: 'sub',
      authenticationKey: 'secret-key',
    };
    const create = (element: string, settings: object) =>
      qps.json(`3.0/create/am/${element.toLowerCase()}`, {
        data: { [element]: settings },
      });

    it('are created with their keys, which nobody sees again', async () => {
      const azure = await create('AzureAssetDataConnector', {
        name: 'a',
        authRecord,
      });
      const shown = azure.data[0].AzureAssetDataConnector;
      expect(shown.authRecord).toEqual({
        applicationId: 'app',
        directoryId: 'dir',
        subscriptionId: 'sub',
      });
      expect(JSON.stringify(platform.control.journal())).not.toContain(
        'secret-key',
      );

      const gcp = await create('GcpAssetDataConnector', {
        name: 'g',
        authRecord: {
          type: 'service_account',
          project_id: 'p',
          private_key: 'k',
        },
      });
      expect(gcp.data[0].GcpAssetDataConnector.authRecord).toEqual({
        projectId: 'p',
      });
      const xml = await qps.xml(
        '3.0/create/am/gcpassetdataconnector',
        `<ServiceRequest><data><GcpAssetDataConnector><name>x</name>
<authRecord><projectId>q</projectId><privateKey>k</privateKey></authRecord>
</GcpAssetDataConnector></data></ServiceRequest>`,
      );
      expect(
        treeOf(xml).ServiceResponse.data.GcpAssetDataConnector.authRecord,
      ).toEqual({ projectId: 'q' });
    });

    it('want all that they sign in with', async () => {
      const { authenticationKey: _, ...rest } = authRecord;
      for (const [element, auth] of [
        ['AzureAssetDataConnector', rest],
        ['AzureAssetDataConnector', { authenticationKey: 'k' }],
        ['GcpAssetDataConnector', { projectId: 'p' }],
      ] as const) {
        const answer = await create(element, { name: 'n', authRecord: auth });
        expect(answer.responseCode).toBe('INVALID_REQUEST');
      }
    });

    it('may want the key of Azure again', async () => {
      const id = platform.control.addAssetDataConnector({ provider: 'AZURE' });
      const change = () =>
        update(
          id,
          { authRecord: { applicationId: 'other' } },
          'AzureAssetDataConnector',
        );
      expect((await change()).responseCode).toBe('SUCCESS');
      platform.control.setBehaviours({ azureUpdateWithoutKey: 'refused' });
      expect((await change()).responseCode).toBe('INVALID_REQUEST');
    });
  });

  it('shows the number of an account without its zeros in JSON, in full in XML', async () => {
    const id = platform.control.addAssetDataConnector({
      awsAccountId: '012345678901',
    });
    expect(await get(id)).toMatchObject({ awsAccountId: 12345678901 });
    const xml = treeOf(await qps.xml(`3.0/get/${AWS}/${id}`));
    expect(xml.ServiceResponse.data.AwsAssetDataConnector.awsAccountId).toBe(
      '012345678901',
    );
  });

  it('answers pages of a thousand of ten thousand connectors at once', async () => {
    platform.control.reset({ connectors: 10_000 });
    const found = new Map<number, unknown>();
    const page = async (startFromId: number): Promise<void> => {
      const answer = await qps.json(`3.0/search/${AWS}`, {
        preferences: { limitResults: 1000, startFromId },
      });
      for (const { AwsAssetDataConnector: one } of answer.data) {
        found.set(one.id, one);
      }
      if (answer.hasMoreRecords === 'true') await page(answer.lastId!);
    };
    await page(1);
    const { count } = await qps.json(`3.0/count/${AWS}`);
    expect(found.size).toBe(count);
    platform.control.reset({ connectors: 240 });
  });
});
