import { demoConnectors } from '..';
import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller, treeOf } from '../__testUtils__/qps';

const AWS = 'am/awsassetdataconnector';
const ARN = 'arn:aws:iam::123456789011:role/testrole';
const SAMPLE_ARN = 'arn:aws:iam:::12345678911/role:testrole';

describe('connectors of Asset Management', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const update = (
    id: number,
    changes: object,
    element = 'AwsAssetDataConnector',
  ) =>
    qps.json(`3.0/update/am/${element.toLowerCase()}/${id}`, {
      data: { [element]: changes },
    });
  const get = async (id: number, noun = AWS): Promise<any> => {
    const answer = await qps.json(`3.0/get/${noun}/${id}`);
    return Object.values(answer.data[0])[0];
  };

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

  describe('as a second view on the connectors of CloudView', () => {
    it('knows each of the demo by its cloudviewUuid', async () => {
      for (const demo of demoConnectors()) {
        const id = platform.control.assetDataConnectorId(demo.id)!;
        const noun = `am/${demo.provider.toLowerCase()}assetdataconnector`;
        expect(await get(id, noun)).toMatchObject({
          id,
          name: demo.name,
          cloudviewUuid: demo.id,
          type: demo.provider,
          disabled: String(demo.disabled),
        });
      }
    });

    it('has a few that CloudView lacks, and lacks a few that it has', async () => {
      const all = (
        await Promise.all(
          ['aws', 'azure', 'gcp'].map(cloud =>
            qps.search(`3.0/search/am/${cloud}assetdataconnector`, [], {
              limitResults: 1000,
            }),
          ),
        )
      ).flat();
      const shared = all.filter(one => one.cloudviewUuid !== undefined);
      expect(all.length - shared.length).toBe(2);
      expect(shared).toHaveLength(238);
    });

    it('creates connectors that CloudView shows, pending and then well', async () => {
      const answer = await qps.json(`3.0/create/${AWS}`, {
        data: {
          AwsAssetDataConnector: {
            name: 'new',
            arn: ARN,
            externalId: 'POD1-1-12345',
            runFrequency: 90,
          },
        },
      });
      const { id, cloudviewUuid } = answer.data[0].AwsAssetDataConnector;
      expect(await get(id)).toMatchObject({ connectorState: 'PENDING' });
      expect(
        await platform.get(`/aws/connectors/${cloudviewUuid}`),
      ).toMatchObject({
        name: 'new',
        awsAccountId: '123456789011',
        state: 'PENDING',
        pollingFrequency: { hours: 1, minutes: 30 },
        isPortalConnector: true,
      });
      platform.control.advanceClock(60_000);
      expect(await get(id)).toMatchObject({
        connectorState: 'SUCCESS',
        lastSync: '2026-03-04T10:31:00Z',
        nextSync: '2026-03-04T12:01:00Z',
      });
    });

    it('shows what CloudView creates, deletes and changes', async () => {
      const { connectorId } = platform.control.addConnector({ name: 'theirs' });
      const id = platform.control.assetDataConnectorId(connectorId)!;
      expect(await get(id)).toMatchObject({ name: 'theirs' });
      platform.control.updateConnector(connectorId, { name: 'renamed' });
      expect(await get(id)).toMatchObject({ name: 'renamed' });
      platform.control.removeConnector(connectorId);
      const answer = await qps.json(`3.0/get/${AWS}/${id}`);
      expect(answer.responseCode).toBe('OBJECT_NOT_FOUND');
    });

    it('deletes from both', async () => {
      const id = platform.control.addAssetDataConnector({ name: 'mine' });
      const { cloudviewUuid } = await get(id);
      // The documents post an empty body.
      await qps.xml(`3.0/delete/${AWS}/${id}`);
      const list = await platform.get('/aws/connectors?pageNo=0&pageSize=300');
      expect(list.content.map((one: any) => one.connectorId)).not.toContain(
        cloudviewUuid,
      );
      expect(
        await qps.search(`3.0/search/${AWS}`, [['id', 'EQUALS', `${id}`]]),
      ).toEqual([]);
    });
  });

  describe('updates', () => {
    it('are refused where the connector is not of the Connector application', async () => {
      const id = platform.control.addAssetDataConnector({
        isPortalConnector: false,
      });
      const answer = await update(id, { name: 'x' });
      expect(answer).toMatchObject({
        responseCode: 'INVALID_REQUEST',
        responseErrorDetails: {
          errorMessage: expect.stringContaining('Connector application'),
        },
      });
    });

    it.each([
      ['without filters', undefined],
      ['with NOT EQUALS', { field: 'id', operator: 'NOT EQUALS', value: '1' }],
      ['of nothing', { field: 'name', operator: 'EQUALS', value: 'nobody' }],
    ])('of several are refused %s', async (_, criterion) => {
      const answer = await qps.json(`3.0/update/${AWS}`, {
        ...(criterion ? { filters: { Criteria: criterion } } : {}),
        data: { AwsAssetDataConnector: { name: 'x' } },
      });
      expect(answer.responseCode).toBe('INVALID_REQUEST');
    });

    it('of several change them all', async () => {
      const ids = ['one', 'two'].map(name =>
        platform.control.addAssetDataConnector({ name: `batch-${name}` }),
      );
      const answer = await qps.json(`3.0/update/${AWS}`, {
        filters: {
          Criteria: [{ field: 'name', operator: 'CONTAINS', value: 'batch-' }],
        },
        data: { AwsAssetDataConnector: { description: 'both' } },
      });
      expect(answer).toMatchObject({ responseCode: 'SUCCESS', count: 2 });
      for (const id of ids) {
        expect(await get(id)).toMatchObject({ description: 'both' });
      }
    });

    it('add and remove tags without touching the others', async () => {
      const id = platform.control.addAssetDataConnector({});
      const tags = [1, 2, 3].map(number =>
        platform.control.addTag({ name: `tag ${number}` }),
      );
      const reference = (place: number) => ({ TagSimple: { id: tags[place] } });
      await update(id, {
        defaultTags: { set: { TagSimple: [{ id: tags[0] }, { id: tags[1] }] } },
      });
      await update(id, {
        defaultTags: { add: reference(2), remove: reference(0) },
      });
      const { defaultTags } = await get(id);
      expect(defaultTags.list.map((one: any) => one.TagSimple.name)).toEqual([
        'tag 2',
        'tag 3',
      ]);
      const mixed = await update(id, {
        defaultTags: { set: reference(0), add: reference(2) },
      });
      expect(mixed.responseCode).toBe('INVALID_REQUEST');
    });

    it.each([
      [{ colour: 'red' }, 'colour'],
      [{ runFrequency: 'often' }, 'runFrequency'],
      [{ disabled: 'maybe' }, 'disabled'],
      [{ name: '' }, 'name'],
      [{ activation: { set: { ActivationModule: 'XY' } } }, 'XY'],
      [{ defaultTags: { set: { TagSimple: { id: 5 } } } }, '5'],
      [{ defaultTags: [{ id: 5 }] }, 'defaultTags'],
      [
        {
          connectorAppInfos: {
            set: {
              ConnectorAppInfoQList: {
                set: { ConnectorAppInfo: { name: 'AI' } },
              },
            },
          },
        },
        'identifier',
      ],
      [{ isCPSEnabled: true }, 'connectorScanSetting'],
      [
        {
          isCPSEnabled: true,
          connectorScanSetting: { isCustomScanConfigEnabled: true },
        },
        'connectorScanConfig',
      ],
    ])('refuse %j, naming %s', async (changes, word) => {
      const id = platform.control.addAssetDataConnector({});
      const before = await get(id);
      const answer = await update(id, changes);
      expect(answer.responseCode).toBe('INVALID_REQUEST');
      expect(answer.responseErrorDetails?.errorMessage).toContain(word);
      expect(await get(id)).toEqual(before);
    });

    const configuration = {
      optionProfileId: 2,
      recurrence: 'DAILY',
      scanPrefix: 'p',
      startDate: '05/31/2022',
      startTime: '15:45',
      timezone: 'UTC',
    };
    it.each([
      [{ daysOfWeek: { set: { Day: 'SUN' } } }, 'daysOfWeek'],
      [{ recurrence: 'WEEKLY' }, 'daysOfWeek'],
      [
        { recurrence: 'WEEKLY', daysOfWeek: { set: { Day: ['SUN', 'FUN'] } } },
        'FUN',
      ],
      [{ recurrence: 'MONTHLY' }, 'MONTHLY'],
      [{ startDate: '2022-05-31' }, 'startDate'],
      [{ startTime: '25:00' }, 'startTime'],
      [{ timezone: 'Mars/North' }, 'Mars/North'],
      [{ scanPrefix: '' }, 'scanPrefix'],
    ])('refuse a scan configuration with %j', async (wrong, word) => {
      const id = platform.control.addAssetDataConnector({});
      const change = (changes: object) => ({
        isCPSEnabled: true,
        connectorScanSetting: { isCustomScanConfigEnabled: true },
        connectorScanConfig: {
          set: { ConnectorScanConfiguration: { ...configuration, ...changes } },
        },
      });
      const refused = await update(id, change(wrong));
      expect(refused.responseErrorDetails?.errorMessage).toContain(word);
      expect((await update(id, change({}))).responseCode).toBe('SUCCESS');
      expect((await update(id, { isCPSEnabled: false })).responseCode).toBe(
        'SUCCESS',
      );
      expect(await get(id)).not.toHaveProperty('connectorScanConfig');
    });

    it('read the account anew where the role changes', async () => {
      const id = platform.control.addAssetDataConnector({});
      await update(id, { description: 'x' });
      expect(await get(id)).toMatchObject({ connectorState: 'SUCCESS' });
      await update(id, { arn: ARN });
      expect(await get(id)).toMatchObject({
        connectorState: 'PENDING',
        awsAccountId: 123456789011,
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
