import { demoConnectors } from '..';
import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller } from '../__testUtils__/qps';
import { AWS, connectorCaller } from './__testUtils__/connectors';

const ARN = 'arn:aws:iam::123456789011:role/testrole';

describe('Asset Management and CloudView', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);
  const { get } = connectorCaller(qps);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

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

  it('tells which belongs to a connector of the whole organisation', async () => {
    const { control } = platform;
    for (const isAttachedToOrgConnector of [true, false]) {
      const id = control.addAssetDataConnector({ isAttachedToOrgConnector });
      expect(await get(id)).toMatchObject({ isAttachedToOrgConnector });
    }
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
