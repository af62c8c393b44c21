import {
  APPROVER,
  ARN,
  ASKER,
  AWS_SETTINGS,
  COLLEAGUE,
  OTHER,
  refusalOf,
  useRequestsBackend,
  type RequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

describe('a request that was submitted', () => {
  it('is approved by who may, waits for the role, and everybody is told', async () => {
    const of = await start();
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
    expect(of.notified()).toEqual([
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
        recipients: {
          type: 'entity',
          entityRef: ['group:default/platform'],
          excludeEntityRef: APPROVER,
        },
        payload: expect.objectContaining({
          title:
            'The request for the AWS connector Payments sandbox was approved',
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
    const of = await start();
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
    [
      'another service',
      { entityRef: 'component:default/warehouse' },
      'body.changes',
    ],
    ['wrong regions', { regions: ['cn-north-1'] }, 'body.settings.regions'],
  ])('is not approved with %s changed', async (_, changes, path) => {
    const of = await start();
    const request = await of.submitted();
    const refused = refusalOf(
      await of.attempt(request, 'approve', { as: APPROVER, body: { changes } }),
    );
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.fields?.map(field => field.path)).toContain(path);
    expect((await of.read(request.id)).state).toBe('submitted');
  });

  it('is rejected with a reason', async () => {
    const of = await start();
    const request = await of.submitted();
    expect(
      refusalOf(await of.attempt(request, 'reject', { as: APPROVER })).fields,
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
    expect(of.notified().at(-1)?.payload).toMatchObject({
      title: 'Your request for the AWS connector Payments sandbox was rejected',
      description: 'The account is closed next week',
    });
  });

  it('is decided about by nobody who may not', async () => {
    const of = await start();
    const request = await of.submitted();
    for (const as of [ASKER, COLLEAGUE] as const) {
      for (const [action, body] of [
        ['approve', {}],
        ['reject', { reason: 'no reason' }],
      ] as const) {
        const refused = refusalOf(
          await of.attempt(request, action, { as, body }),
        );
        expect(refused).toMatchObject({
          status: 403,
          message: 'You need the permission qualys.request.decide',
        });
      }
    }
    expect((await of.attempt(request, 'approve', { as: OTHER })).status).toBe(
      404,
    );
    expect((await of.read(request.id)).state).toBe('submitted');
  });

  it('is not approved by who asks, although they may decide', async () => {
    const own = async (of: RequestsBackend) => {
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
    const of = await start();
    const request = await own(of);
    expect(request).toMatchObject({
      may: ['withdraw', 'giveAccess', 'cancel'],
      mayNotDecideBecause: expect.stringContaining('somebody else'),
    });
    expect(
      refusalOf(await of.attempt(request, 'approve', { as: APPROVER })),
    ).toMatchObject({ status: 403, message: expect.stringMatching(/Nobody/) });

    const lenient = await start({
      qualys: { requests: { allowSelfApproval: true } },
    });
    const allowed = await own(lenient);
    expect(allowed.mayNotDecideBecause).toBeUndefined();
    const { status } = await lenient.attempt(allowed, 'approve', {
      as: APPROVER,
    });
    expect(status).toBe(200);
  });

  it('is decided about once', async () => {
    const of = await start();
    const request = await of.submitted();
    const answers = await Promise.all([
      of.attempt(request, 'approve', { as: APPROVER }),
      of.attempt(request, 'reject', {
        as: APPROVER,
        body: { reason: 'no reason' },
      }),
      of.attempt(request, 'cancel', { as: ASKER }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('is taken back, changed and submitted again', async () => {
    const of = await start();
    const request = await of.submitted();
    const back = await of.act(request, 'withdraw', {
      body: { reason: 'It is the wrong account' },
    });
    expect(back).toMatchObject({ state: 'draft' });
    expect(
      refusalOf(await of.attempt(back, 'approve', { as: APPROVER })),
    ).toMatchObject({
      status: 409,
      message: expect.stringMatching(/a draft/),
    });
    const again = await of.act(back, 'submit');
    expect(again.access.externalId).toBe(request.access.externalId);
  });
});
