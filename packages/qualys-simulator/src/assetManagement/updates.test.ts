import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import { qpsCaller } from '../__testUtils__/qps';
import { AWS, connectorCaller } from './__testUtils__/connectors';

const ARN = 'arn:aws:iam::123456789011:role/testrole';

describe('updates of connectors in Asset Management', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);
  const { update, get } = connectorCaller(qps);

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

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
