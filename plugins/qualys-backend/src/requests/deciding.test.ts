import { testDatabases } from '../__testUtils__/databases';
import {
  APPROVER,
  ARN,
  ASKER,
  AWS_SETTINGS,
  AZURE_SETTINGS,
  COLLEAGUE,
  OTHER,
  refusalOf,
  startRequestsBackend,
  type Person,
  type RequestsBackend,
} from '../__testUtils__/requests';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(0);
const [[database]] = databases.eachSupportedId();
let of: RequestsBackend;

const start = async (
  config?: Parameters<typeof startRequestsBackend>[0]['config'],
) => {
  of = await startRequestsBackend({
    knex: await databases.init(database),
    simulator: simulator.current,
    config,
  });
};

const attempt = (
  { id, version }: { id: string; version: string },
  action: string,
  as: Person,
  body: object = {},
) => of.call('post', `/requests/${id}/${action}`, { as, body, version });

const titles = () =>
  of.notifications.send.mock.calls.map(
    ([sent]) =>
      sent as {
        recipients: { entityRef: string[]; excludeEntityRef?: string };
        payload: { title: string; description?: string; link: string };
      },
  );

afterEach(() => of.stop());

describe('a request that was submitted', () => {
  it('is approved by who may, waits for the role, and everybody is told', async () => {
    await start();
    const request = await of.submitted();
    expect(request).toMatchObject({
      state: 'submitted',
      submittedAt: expect.any(String),
      may: ['withdraw', 'giveAccess', 'cancel'],
    });
    const toDecide = await of.read(request.id, APPROVER);
    expect(toDecide.may).toEqual(expect.arrayContaining(['approve', 'reject']));
    const approved = await of.act(toDecide, 'approve', {
      as: APPROVER,
      body: { reason: 'It is a sandbox' },
    });
    expect(approved).toMatchObject({
      state: 'awaitingAccess',
      decision: {
        approved: true,
        by: APPROVER,
        reason: 'It is a sandbox',
      },
      expiresAt: expect.any(String),
    });
    expect(approved.events.map(({ action, actor }) => [action, actor])).toEqual(
      [
        ['submit', ASKER],
        ['approve', APPROVER],
        ['awaitAccess', undefined],
      ],
    );
    expect(titles()).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/platform'],
          excludeEntityRef: ASKER,
        },
        payload: expect.objectContaining({
          title: 'Somebody asks for the AWS connector Payments sandbox',
          link: `/qualys/requests/${request.id}`,
        }),
      },
      {
        recipients: { type: 'entity', entityRef: [ASKER] },
        payload: expect.objectContaining({
          title:
            'Your request for the AWS connector Payments sandbox was approved: now its role is needed',
        }),
      },
    ]);
    expect(of.signals.publish).toHaveBeenCalledWith({
      channel: 'qualys:requests',
      recipients: { type: 'broadcast' },
      message: { id: request.id },
    });
    expect(
      of.events.publish.mock.calls
        .map(([{ topic, eventPayload }]) => [topic, eventPayload])
        .filter(([topic]) => topic === 'qualys.requests'),
    ).toMatchObject([
      ['qualys.requests', { action: 'submit', from: 'draft', actor: ASKER }],
      ['qualys.requests', { action: 'approve', actor: APPROVER }],
      ['qualys.requests', { action: 'awaitAccess' }],
    ]);
  });

  it('is approved with changes, which stand in its course', async () => {
    await start();
    const request = await of.submitted();
    const approved = await of.act(
      await of.read(request.id, APPROVER),
      'approve',
      {
        as: APPROVER,
        body: {
          changes: {
            name: 'payments-sandbox',
            owner: 'group:default/shipping',
            pollingFrequency: { hours: 8, minutes: 0 },
            description: null,
          },
        },
      },
    );
    expect(approved.settings).toEqual({
      ...AWS_SETTINGS,
      name: 'payments-sandbox',
      owner: 'group:default/shipping',
      pollingFrequency: { hours: 8, minutes: 0 },
    });
    const changes = approved.events.find(
      ({ action }) => action === 'approve',
    )?.changes;
    expect(changes).toContainEqual(
      expect.objectContaining({
        setting: 'name',
        before: 'Payments sandbox',
        after: 'payments-sandbox',
      }),
    );
    expect(changes?.map(({ setting }) => setting).sort()).toEqual([
      'name',
      'owner',
      'pollingFrequency',
    ]);
  });

  it.each<[string, object, string]>([
    ['the account', { account: '999999999999' }, 'body.changes'],
    ['the role', { arn: ARN }, 'body.changes'],
    ['the external ID', { externalId: 'USPOD01-1-abcdefgh' }, 'body.changes'],
    ['the requester', { requester: APPROVER }, 'body.changes'],
    ['no name', { name: '' }, 'body.settings.name'],
    ['no group', { owner: 'user:default/asker' }, 'body.settings.owner'],
    [
      'a group that is not',
      { owner: 'group:default/x' },
      'body.settings.owner',
    ],
    ['wrong regions', { regions: ['cn-north-1'] }, 'body.settings.regions'],
  ])('is not approved with %s changed', async (_, changes, path) => {
    await start();
    const request = await of.submitted();
    const refused = refusalOf(
      await attempt(request, 'approve', APPROVER, { changes }),
    );
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.fields?.map(field => field.path)).toContain(path);
    expect((await of.read(request.id)).state).toBe('submitted');
  });

  it('is rejected with a reason', async () => {
    await start();
    const request = await of.submitted();
    expect(
      refusalOf(await attempt(request, 'reject', APPROVER)).fields,
    ).toContainEqual(expect.objectContaining({ path: 'body.reason' }));
    const rejected = await of.act(request, 'reject', {
      as: APPROVER,
      body: { reason: 'The account is closed next week' },
    });
    expect(rejected).toMatchObject({
      state: 'rejected',
      decision: { approved: false, reason: 'The account is closed next week' },
      may: [],
    });
    expect(titles().at(-1)?.payload).toMatchObject({
      title: 'Your request for the AWS connector Payments sandbox was rejected',
      description: 'The account is closed next week',
    });
  });

  it('is decided about by nobody who may not', async () => {
    await start();
    const request = await of.submitted();
    for (const as of [ASKER, COLLEAGUE] as const) {
      for (const [action, body] of [
        ['approve', {}],
        ['reject', { reason: 'no reason' }],
      ] as const) {
        const refused = refusalOf(await attempt(request, action, as, body));
        expect(refused).toMatchObject({
          status: 403,
          message: 'You need the permission qualys.request.decide',
        });
      }
    }
    expect((await attempt(request, 'approve', OTHER)).status).toBe(404);
    expect((await of.read(request.id)).state).toBe('submitted');
  });

  it('is not approved by who asks, although they may decide', async () => {
    await start();
    const own = async () => {
      const draft = await of.draft(
        'AWS',
        {
          ...AWS_SETTINGS,
          owner: 'group:default/platform',
          entityRef: undefined,
        },
        APPROVER,
      );
      return of.act(draft, 'submit', { as: APPROVER });
    };
    const request = await own();
    expect(request).toMatchObject({
      may: ['withdraw', 'giveAccess', 'cancel'],
      mayNotDecideBecause: expect.stringContaining('somebody else'),
    });
    expect(
      refusalOf(await attempt(request, 'approve', APPROVER)),
    ).toMatchObject({ status: 403, message: expect.stringMatching(/Nobody/) });
    await of.stop();

    await start({ qualys: { requests: { allowSelfApproval: true } } });
    const allowed = await own();
    expect(allowed.mayNotDecideBecause).toBeUndefined();
    expect((await attempt(allowed, 'approve', APPROVER)).status).toBe(200);
  });

  it('is decided about once', async () => {
    await start();
    const request = await of.submitted();
    const answers = await Promise.all([
      attempt(request, 'approve', APPROVER),
      attempt(request, 'reject', APPROVER, { reason: 'no reason' }),
      attempt(request, 'cancel', ASKER),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('is taken back, changed and submitted again', async () => {
    await start();
    const request = await of.submitted();
    const back = await of.act(request, 'withdraw', {
      body: { reason: 'It is the wrong account' },
    });
    expect(back).toMatchObject({ state: 'draft' });
    expect(refusalOf(await attempt(back, 'approve', APPROVER))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/a draft/),
    });
    const again = await of.act(back, 'submit');
    expect(again.access.externalId).toBe(request.access.externalId);
  });
});

describe('a request that needs no person', () => {
  it('is approved by a rule, which stands in the record', async () => {
    await start({
      qualys: {
        requests: {
          approve: [
            {
              name: 'Other accounts',
              match: { account: '9*', owner: 'group:default/payments' },
            },
            {
              name: 'Sandbox accounts of payments',
              match: {
                provider: 'AWS',
                account: ['048213570001', '048213570002'],
                owner: 'group:default/payments',
              },
            },
          ],
        },
      },
    });
    const request = await of.submitted();
    expect(request).toMatchObject({
      state: 'awaitingAccess',
      decision: { approved: true, rule: 'Sandbox accounts of payments' },
    });
    expect(request.decision?.by).toBeUndefined();
    expect(request.events[1]).toMatchObject({
      action: 'approve',
      rule: 'Sandbox accounts of payments',
    });
    expect((await of.submitted('AZURE', AZURE_SETTINGS)).state).toBe(
      'submitted',
    );
  });

  it.each([
    [{ approve: [{ name: 'all', match: {} }] }, /approve\.0\.match: must say/],
    [{ approve: [{ match: { name: '*' } }] }, /approve\.0\.name/],
    [
      { approve: [{ name: 'x', match: { color: 'red' } }] },
      /approve\.0\.match/,
    ],
    [{ expireAfter: { seconds: 1 } }, /expireAfter: must be one minute/],
  ])('is none where the configuration is wrong: %#', async (requests, said) => {
    await expect(start({ qualys: { requests } })).rejects.toThrow(said);
    await start();
  });

  it('is created directly by who may, and by nobody else', async () => {
    await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const body = { direct: true };
    expect(
      refusalOf(await attempt(draft, 'submit', ASKER, body)),
    ).toMatchObject({
      status: 403,
      message: 'You need the permission qualys.connector.create',
    });
    const own = await of.draft(
      'AWS',
      {
        ...AWS_SETTINGS,
        owner: 'group:default/platform',
        entityRef: undefined,
      },
      APPROVER,
    );
    const direct = await of.act(own, 'submit', { as: APPROVER, body });
    expect(direct).toMatchObject({
      state: 'awaitingAccess',
      decision: { approved: true, by: APPROVER, direct: true },
    });
  });
});
