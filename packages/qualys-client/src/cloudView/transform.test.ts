import {
  awsConnectorSchema,
  azureConnectorSchema,
  gcpConnectorSchema,
} from 'qualys-model';
import {
  all,
  clientOf,
  connectorId,
  errorOf,
  json,
  startServer,
  wireConnector,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysClient } from '../client';

describe('what CloudView answers', () => {
  let server: TestServer;
  let client: QualysClient;
  let body: unknown;

  beforeAll(async () => {
    server = await startServer((_, response) => json(response, body));
    client = clientOf(server.url);
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });

  const aws = async (more: object) => {
    body = wireConnector(1, more);
    const connector = await client.cloudConnectors.aws.get(connectorId(1));
    expect(awsConnectorSchema.parse(connector)).toEqual(connector);
    return connector;
  };

  it('becomes a connector with no more than what is essential', async () => {
    expect(await aws({})).toEqual({
      provider: 'AWS',
      id: connectorId(1),
      name: 'Connector 1',
      description: '',
      account: '',
      reportedState: 'SUCCESS',
      disabled: false,
      govCloud: false,
      chinaRegion: false,
      groups: [],
    });
  });

  it('may be null wherever it is not essential', async () => {
    const nothing = Object.fromEntries(
      [
        'description',
        'totalAssets',
        'lastSyncedOn',
        'nextSyncedOn',
        'remediationEnabled',
        'isDisabled',
        'groups',
        'pollingFrequency',
        'error',
        'awsAccountId',
        'accountAlias',
        'baseAccountId',
        'arn',
        'externalId',
        'isGovCloud',
        'isChinaRegion',
        'isPortalConnector',
        'portalConnectorUuid',
      ].map(key => [key, null]),
    );
    expect(await aws(nothing)).toEqual(await aws({}));
  });

  it('keeps unknown words for a state, and drops unknown fields', async () => {
    const connector = await aws({ state: 'ASLEEP', novelty: { a: 1 } });
    expect(connector.reportedState).toBe('ASLEEP');
    expect(connector).not.toHaveProperty('novelty');
  });

  it('may carry numbers and booleans as text, and ids as numbers', async () => {
    expect(
      await aws({
        name: 42,
        awsAccountId: 12345678901,
        baseAccountId: 805950163170,
        externalId: 1658443190235,
        error: 50004,
        totalAssets: '241',
        isDisabled: 'true',
        isGovCloud: 'false',
        pollingFrequency: { hours: '4', minutes: '0' },
      }),
    ).toMatchObject({
      name: '42',
      account: '012345678901',
      baseAccountId: '805950163170',
      externalId: '1658443190235',
      error: '50004',
      totalAssets: 241,
      disabled: true,
      govCloud: false,
      pollingFrequency: { hours: 4, minutes: 0 },
    });
  });

  it('names the account in its role where it names none itself', async () => {
    const arn = 'arn:aws-cn:iam::012345678901:role/qualys';
    expect(await aws({ arn })).toMatchObject({ account: '012345678901', arn });
    expect(await aws({ arn, awsAccountId: '123456789012' })).toMatchObject({
      account: '123456789012',
    });
    expect(await aws({ arn: 'somewhere' })).toMatchObject({ account: '' });
  });

  it('leaves out what makes no sense and is not essential', async () => {
    const connector = await aws({
      error: '',
      lastSyncedOn: 'soon',
      nextSyncedOn: 'Wed Jan 13 09:17:58 UTC 2021',
      totalAssets: 1.5,
      pollingFrequency: { hours: -1, minutes: 0 },
      groups: [{ name: 'no id' }, { uuid: 'u', name: null }],
    });
    expect(connector).toMatchObject({
      nextSyncedOn: '2021-01-13T09:17:58.000Z',
      groups: [{ id: 'u', name: '' }],
    });
    expect(connector.error).toBeUndefined();
    expect(connector.lastSyncedOn).toBeUndefined();
    expect(connector.totalAssets).toBeUndefined();
    expect(connector.pollingFrequency).toBeUndefined();
  });

  it('leaves out what Qualys found where it is of another kind', async () => {
    const connector = await aws({
      totalAssets: 'many',
      lastSyncedOn: [],
      nextSyncedOn: false,
      accountAlias: { name: 'x' },
      baseAccountId: [1],
    });
    expect(connector).toEqual(await aws({}));
  });

  it('tells apart what is off and what Qualys does not say', async () => {
    expect((await aws({})).remediationEnabled).toBeUndefined();
    expect((await aws({ remediationEnabled: false })).remediationEnabled).toBe(
      false,
    );
    expect((await aws({ remediationEnabled: true })).remediationEnabled).toBe(
      true,
    );
  });

  it.each([
    [{ connectorId: undefined }, 'connectorId'],
    [{ name: null }, 'name'],
    [{ state: {} }, 'state'],
    [{ groups: [7] }, 'groups[0]'],
    [{ error: {} }, 'error'],
    [{ isDisabled: 'perhaps' }, 'isDisabled'],
    [{ awsAccountId: [] }, 'awsAccountId'],
    [{ pollingFrequency: { hours: 'often' } }, 'pollingFrequency.hours'],
  ])('is refused with %j', async (more, path) => {
    body = wireConnector(1, more);
    const error = await errorOf(client.cloudConnectors.aws.get(connectorId(1)));
    expect(error).toMatchObject({ kind: 'unexpectedAnswer', path });
    expect(error.message).toContain(path);
  });

  it('becomes a connector of Azure and of GCP', async () => {
    body = wireConnector(1, { subscriptionId: 's', isGovCloud: true });
    const azure = await client.cloudConnectors.azure.get(connectorId(1));
    expect(azureConnectorSchema.parse(azure)).toEqual(azure);
    expect(azure).toMatchObject({ account: 's', govCloud: true });

    body = wireConnector(1, { projectId: 'p' });
    const gcp = await client.cloudConnectors.gcp.get(connectorId(1));
    expect(gcpConnectorSchema.parse(gcp)).toEqual(gcp);
    expect(gcp).toMatchObject({ account: 'p' });
    expect(gcp).not.toHaveProperty('govCloud');
  });

  it('becomes the errors of a connector, several of one kind on one page', async () => {
    const one = {
      connectorId: connectorId(1),
      connectorName: 'x',
      error: 'Access denied',
      occuredOn: 'Wed Jan 13 05:17:58 UTC 2021',
      region: 'eu-west-1',
    };
    body = {
      content: [
        one,
        { ...one, region: undefined, location: 'westeurope' },
        { error: 7 },
      ],
      last: true,
    };
    expect(
      await all(client.cloudConnectors.aws.errors(connectorId(1))),
    ).toEqual([
      {
        error: 'Access denied',
        occurredOn: '2021-01-13T05:17:58.000Z',
        region: 'eu-west-1',
      },
      {
        error: 'Access denied',
        occurredOn: '2021-01-13T05:17:58.000Z',
        region: 'westeurope',
      },
      { error: '7' },
    ]);
  });

  it('becomes the base accounts', async () => {
    body = {
      globalAccountId: 805950163170,
      govAccountId: '12345678901',
      chinaAccountId: null,
      customerGlobalAccount: 'false',
      customerGovAccount: true,
      something: { else: true },
    };
    expect(await client.cloudConnectors.aws.baseAccount()).toEqual({
      global: { id: '805950163170', customerOwned: false },
      gov: { id: '012345678901', customerOwned: true },
    });
  });

  it.each([[{}], [{ globalAccountId: '' }], [{ accounts: ['1'] }], [[]]])(
    'never becomes empty base accounts: %j',
    async answer => {
      body = answer;
      expect(
        await errorOf(client.cloudConnectors.aws.baseAccount()),
      ).toMatchObject({ kind: 'unexpectedAnswer' });
    },
  );

  it('may be a failure in place of base accounts', async () => {
    body = { errorCode: '1', message: 'No module' };
    expect(
      await errorOf(client.cloudConnectors.aws.baseAccount()),
    ).toMatchObject({ kind: 'invalid', code: '1' });
  });
});
