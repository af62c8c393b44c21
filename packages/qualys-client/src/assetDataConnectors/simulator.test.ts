import {
  assetDataConnectorSchema,
  type AssetDataConnector,
  type AwsAssetDataConnector,
} from 'qualys-model';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { all, errorOf, FAST } from '../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../client';

const AWS = {
  name: 'Payments',
  arn: 'arn:aws:iam::012345678901:role/qualys',
  externalId: 'USPOD01-4765-9011278609223',
};
const AZURE = {
  name: 'Payments in Azure',
  authRecord: {
    applicationId: '11111111-2222-3333-4444-555555555555',
    directoryId: '22222222-2222-3333-4444-555555555555',
    subscriptionId: '33333333-2222-3333-4444-555555555555',
    authenticationKey: 'a-secret-key',
  },
};
const GCP = {
  name: 'Payments in GCP',
  runFrequency: 240,
  authRecord: {
    type: 'service_account',
    project_id: 'payments-123456',
    private_key_id: '0123456789abcdef0123456789abcdef01234567',
    private_key:
      '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
    client_email: 'qualys@payments-123456.iam.gserviceaccount.com',
  },
  appInfos: [{ name: 'AI' as const, identifier: 'payments-123456' }],
};

jest.setTimeout(60_000);

describe.each(['json', 'xml'] as const)(
  'a simulated platform in %s',
  dialect => {
    let simulator: Simulator;
    let client: QualysClient;

    beforeAll(async () => {
      simulator = await startSimulator({ connectors: 600, seed: 5 });
    });
    beforeEach(() => {
      simulator.control.reset();
      const { urls, credentials } = simulator;
      client = createQualysClient({
        urls,
        credentials,
        dialect,
        retries: FAST,
      });
    });
    afterEach(() => client.close());
    afterAll(() => simulator.stop());

    it('gives every connector once, each fit for the domain', async () => {
      const { aws, azure, gcp } = client.assetDataConnectors;
      const connectors: AssetDataConnector[] = [
        ...(await all(aws.search({ pageSize: 100 }))),
        ...(await all(azure.search())),
        ...(await all(gcp.search())),
      ];
      const ids = connectors.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThanOrEqual(600);
      expect(
        connectors.map(one => assetDataConnectorSchema.parse(one)),
      ).toEqual(connectors);
      const bare = connectors.filter(
        ({ account, reportedState }) => !account || !reportedState,
      );
      expect(bare).toEqual([]);
      const [first] = connectors;
      expect(await aws.get(first.id)).toEqual(first);
    });

    it('finds connectors by conditions', async () => {
      const { aws } = client.assetDataConnectors;
      const [{ id, account }] = (await all(
        aws.search(),
      )) as AwsAssetDataConnector[];
      const found = await all(
        aws.search({
          filters: [
            { field: 'awsAccountId', operator: 'EQUALS', value: account },
          ],
        }),
      );
      expect(found.map(one => one.id)).toContain(id);
      expect(new Set(found.map(one => one.account))).toEqual(
        new Set([account]),
      );
    });

    it('creates, changes, runs and deletes AWS connectors', async () => {
      const { aws } = client.assetDataConnectors;
      const { id } = await aws.create({
        ...AWS,
        regions: ['us-east-1'],
        activation: ['VM', 'PC'],
        runFrequency: 60,
        appInfos: [{ name: 'AI', identifier: AWS.arn }],
      });
      expect(await aws.get(id)).toMatchObject({
        ...AWS,
        account: '012345678901',
        activation: ['VM', 'PC'],
        runFrequency: 60,
        regions: ['us-east-1'],
        appInfos: [{ name: 'AI', identifier: AWS.arn }],
      });

      expect(
        await aws.update(id, {
          name: 'Payments 2',
          remediationEnabled: true,
          activation: { remove: ['PC'] },
          regions: { add: ['eu-west-2'] },
          perimeterScan: {
            enabled: true,
            configuration: {
              optionProfileId: '2100101',
              recurrence: 'WEEKLY',
              daysOfWeek: ['SUN'],
              scanPrefix: 'nightly',
              startDate: '2030-05-31',
              startTime: '15:45',
              timezone: 'Africa/Cairo',
            },
          },
        }),
      ).toEqual({ id });
      const changed = await aws.get(id);
      expect(changed).toMatchObject({
        name: 'Payments 2',
        remediationEnabled: true,
        activation: ['VM'],
        perimeterScan: {
          enabled: true,
          customConfiguration: true,
          configurations: [
            expect.objectContaining({
              recurrence: 'WEEKLY',
              daysOfWeek: ['SUN'],
            }),
          ],
        },
      });
      expect(changed.regions).toEqual(
        expect.arrayContaining(['us-east-1', 'eu-west-2']),
      );

      await aws.run(id);
      const { ids } = await aws.updateWhere(
        [{ field: 'id', operator: 'EQUALS', value: id }],
        { disabled: true },
      );
      expect(ids).toEqual([id]);
      expect((await aws.get(id)).disabled).toBe(true);
      expect(await errorOf(aws.run(id))).toMatchObject({ kind: 'invalid' });

      await aws.delete(id);
      expect(await errorOf(aws.get(id))).toMatchObject({ kind: 'notFound' });
    });

    it('creates and changes Azure and GCP connectors', async () => {
      const { azure, gcp } = client.assetDataConnectors;
      const created = await azure.create(AZURE);
      await azure.update(created.id, { name: 'Another name' });
      const inAzure = await azure.get(created.id);
      expect(inAzure).toMatchObject({
        name: 'Another name',
        account: AZURE.authRecord.subscriptionId,
      });
      expect(JSON.stringify(inAzure)).not.toContain('a-secret-key');

      const { id } = await gcp.create(GCP);
      await gcp.update(id, { disabled: true });
      expect(await gcp.get(id)).toMatchObject({
        account: 'payments-123456',
        disabled: true,
      });
    });

    it('loses the answer to a change, which is not made again', async () => {
      const { aws } = client.assetDataConnectors;
      const { id } = await aws.create(AWS);
      simulator.control.addFault({
        match: {
          host: 'api',
          path: `/qps/rest/3.0/update/am/awsassetdataconnector/${id}`,
        },
        kind: 'applied',
      });
      expect(
        await errorOf(aws.update(id, { name: 'Payments 2' })),
      ).toMatchObject({ kind: 'outcomeUnknown' });
      expect((await aws.get(id)).name).toBe('Payments 2');
    });
  },
);
