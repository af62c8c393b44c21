import {
  clientOf,
  errorOf,
  json,
  startServer,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysClient } from '../client';

const CONFIGURATION = {
  minSeverity: 3,
  baseCategory: 'Confirmed' as const,
  awsAccounts: ['012345678901'],
  regions: ['eu-west-2'],
};

describe('Security Hub', () => {
  let server: TestServer;
  let client: QualysClient;
  let answer: unknown;
  let status: number;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      request.resume();
      json(response, answer, status);
    });
  });
  beforeEach(() => {
    server.received.length = 0;
    status = 200;
    client = clientOf(server.url);
  });
  afterEach(() => client.close());
  afterAll(() => server.stop());

  const answers = (data: unknown, more: object = {}) => {
    answer = {
      ServiceResponse: { count: 1, responseCode: 'SUCCESS', data, ...more },
    };
  };

  /** Each change, made to integration 49. */
  const CHANGES: Array<[string, () => Promise<unknown>]> = [
    ['create', () => client.securityHub.create('Demo')],
    ['configure', () => client.securityHub.configure('49', [CONFIGURATION])],
    ['rename', () => client.securityHub.rename('49', 'Demo')],
    [
      'reconfigure',
      () => client.securityHub.reconfigure('49', [CONFIGURATION]),
    ],
    ['delete', () => client.securityHub.delete('49')],
    [
      'deleteAccounts',
      () => client.securityHub.deleteAccounts('49', { allAccounts: true }),
    ],
    [
      'deleteRegions',
      () => client.securityHub.deleteRegions('49', [CONFIGURATION]),
    ],
  ];

  it.each([
    ['INVALID_REQUEST', 'invalid'],
    ['UNAUTHORIZED', 'authentication'],
    ['NOT_AUTHORIZED', 'permission'],
    ['OBJECT_NOT_FOUND', 'notFound'],
    ['LIMIT_EXCEEDED', 'limited'],
    ['CA_1001_DUPLICATE_KEY', 'conflict'],
    ['INVALID_SOMETHING_NEW', 'invalid'],
  ])('takes %s in a good answer for a failure (%s)', async (code, kind) => {
    answers([], {
      responseCode: code,
      responseErrorDetails: { errorMessage: 'Not so.' },
    });

    for (const [, change] of CHANGES) {
      expect(await errorOf(change())).toMatchObject({
        kind,
        code,
        message: expect.stringContaining('Not so.'),
      });
    }
    expect(server.received).toHaveLength(CHANGES.length);
    expect(await errorOf(client.securityHub.get('49'))).toMatchObject({
      kind,
      code,
    });
  });

  it('never takes an answer that counts something and holds nothing for empty', async () => {
    answers([], { count: 3 });
    for (const reading of [
      client.securityHub.list(),
      client.securityHub.listVm(),
      client.securityHub.get('49'),
    ]) {
      expect(await errorOf(reading)).toMatchObject({
        kind: 'unexpectedAnswer',
      });
    }
    answers([], { count: 0 });
    expect(await client.securityHub.list()).toEqual({
      integrations: [],
      raw: [],
    });
  });

  it('never takes two regions without a comma for one', async () => {
    answers([
      '{name=x, integrationId=49, vmConfigs=[{awsAccountId=1, severity=3, category=Potential, regions=[eu-west-2 eu-west-1]}]}',
    ]);
    expect(await errorOf(client.securityHub.get('49'))).toMatchObject({
      kind: 'unexpectedAnswer',
    });
  });

  it.each(CHANGES.slice(1))(
    'returns nothing from %s, whatever sentence stands in the answer',
    async (_, change) => {
      for (const data of [['Well done.'], 'Well done.', [], undefined, [7]]) {
        answers(data, { count: 'two' });
        await expect(change()).resolves.toBeUndefined();
      }
    },
  );

  it.each([
    [['integrationId=40']],
    ['integrationId=40'],
    [['Created.', '{integrationId=40}']],
    [['integrationId = 40, name=Demo']],
  ])('reads the id of a new integration in %j', async data => {
    answers(data);
    expect(await client.securityHub.create('Demo')).toEqual({ id: '40' });
  });

  it.each([
    [undefined],
    [[]],
    [['Created.']],
    [['integrationId=']],
    [['integrationId=40', 'integrationId=41']],
    [[{ integrationId: 40 }]],
  ])(
    'does not know whether there is a new integration after %j',
    async data => {
      answers(data);
      expect(await errorOf(client.securityHub.create('Demo'))).toMatchObject({
        kind: 'outcomeUnknown',
      });
      expect(server.received).toHaveLength(1);
    },
  );

  it('says where a text cannot be read, and shows the place', async () => {
    answers(['{}', '{name=a, integrationId=49, vmConfigs=[}']);
    expect(await errorOf(client.securityHub.list())).toMatchObject({
      kind: 'unexpectedAnswer',
      path: 'ServiceResponse.data[1]',
      message: expect.stringMatching(
        /at character \d+ .*“]” is expected.*vmConfigs=\[}/,
      ),
    });
  });

  it.each([
    ['a text that is none', [49]],
    ['an object', [{ name: 'a' }]],
    ['nothing, with a count of 1', undefined],
    [
      'an integration twice',
      Array(2).fill('{name=a, integrationId=49, vmConfigs=[]}'),
    ],
  ])('does not take %s for an answer', async (_, data) => {
    answers(data);
    expect(await errorOf(client.securityHub.listVm())).toMatchObject({
      kind: 'unexpectedAnswer',
      path: expect.stringContaining('ServiceResponse.data'),
    });
  });

  it('reads no integrations where Qualys counts none', async () => {
    answers(undefined, { count: 0 });
    expect(await client.securityHub.list()).toEqual({
      integrations: [],
      raw: [],
    });
  });

  it.each([
    ['id', () => client.securityHub.get('49/../50')],
    ['id', () => client.securityHub.delete('')],
    ['name', () => client.securityHub.create(' ')],
    ['name', () => client.securityHub.rename('49', 'a, integrationId=5')],
    [
      '[0].regions',
      () =>
        client.securityHub.configure('49', [{ ...CONFIGURATION, regions: [] }]),
    ],
    [
      '[0].minSeverity',
      () =>
        client.securityHub.configure('49', [
          { ...CONFIGURATION, minSeverity: 6 },
        ]),
    ],
    [
      '[0].awsAccounts[0]',
      () =>
        client.securityHub.reconfigure('49', [
          { ...CONFIGURATION, awsAccounts: ['1'] },
        ]),
    ],
    [undefined, () => client.securityHub.reconfigure('49', [])],
    [undefined, () => client.securityHub.deleteAccounts('49', {} as never)],
    [
      'awsAccounts',
      () =>
        client.securityHub.deleteAccounts('49', {
          awsAccounts: ['111111111111'],
        }),
    ],
    [undefined, () => client.securityHub.deleteRegions('49', [])],
  ])('sends nothing where %s is wrong', async (path, call) => {
    const error = await errorOf(call());
    expect(error).toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(
        /^A Security Hub integration: .*Nothing was sent\.$/,
      ),
    });
    expect(error.path).toBe(path);
    expect(server.received).toEqual([]);
  });

  it('writes severities and categories back that it does not know', async () => {
    answers(['Done.']);
    await client.securityHub.reconfigure('49', [
      { ...CONFIGURATION, minSeverity: 0, baseCategory: 'Practice' },
    ]);
    expect(server.received).toHaveLength(1);
  });

  it('tries another method once where the first is not known', async () => {
    status = 405;
    for (const [name, change] of CHANGES) {
      server.received.length = 0;
      await errorOf(change());
      expect([name, ...server.received.map(({ method }) => method)]).toEqual(
        {
          create: ['create', 'POST'],
          configure: ['configure', 'POST'],
          rename: ['rename', 'POST', 'PUT'],
          reconfigure: ['reconfigure', 'PUT', 'POST'],
          delete: ['delete', 'DELETE', 'POST'],
          deleteAccounts: ['deleteAccounts', 'POST', 'DELETE'],
          deleteRegions: ['deleteRegions', 'POST', 'DELETE'],
        }[name],
      );
    }
  });
});
