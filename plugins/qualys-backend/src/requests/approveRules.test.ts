import {
  APPROVER,
  ASKER,
  AWS_SETTINGS,
  AZURE_SETTINGS,
  refusalOf,
  useRequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

describe('a request that needs no person', () => {
  it('is approved by a rule, which stands in the record', async () => {
    const of = await start({
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

  it('waits for a person where its account is asked for already', async () => {
    const approve = [{ name: 'All of them', match: { provider: 'AWS' } }];
    const of = await start({ qualys: { requests: { approve } } });
    const first = await of.submitted();
    expect(first.state).toBe('awaitingAccess');
    const second = { ...AWS_SETTINGS, name: 'Payments sandbox again' };
    expect((await of.submitted('AWS', second)).state).toBe('submitted');
    const other = { ...second, name: 'Another', account: '048213570002' };
    expect((await of.submitted('AWS', other)).state).toBe('awaitingAccess');
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
  });

  it('is created directly by who may, and by nobody else', async () => {
    const of = await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const body = { direct: true };
    expect(
      refusalOf(await of.attempt(draft, 'submit', { as: ASKER, body })),
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
