import {
  APPROVER,
  ASKER,
  AWS_SETTINGS,
  COLLEAGUE,
  refusalOf,
  useRequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

const REFUSED = {
  status: 403,
  message:
    'Nobody decides about what they have asked for or written themselves',
};

describe('what is one’s own', () => {
  it('cannot be decided about, also by who has put words into the mouth of another', async () => {
    const of = await start();
    const request = await of.submitted();
    // Whoever may decide and update might have it their way alone.
    const back = await of.act(await of.read(request.id, APPROVER), 'withdraw', {
      as: APPROVER,
    });
    const saved = await of.call('put', `/requests/${back.id}`, {
      as: APPROVER,
      version: back.version,
      body: { settings: { ...AWS_SETTINGS, account: '999999999999' } },
    });
    const again = await of.act(of.details(saved), 'submit', { as: ASKER });

    const seen = await of.read(again.id, APPROVER);
    expect(seen.requester).toBe(ASKER);
    expect(seen.may).not.toContain('approve');
    expect(seen.mayNotDecideBecause).toMatch(/written themselves/);
    for (const [action, body] of [
      ['approve', {}],
      ['reject', { reason: 'It is not needed' }],
    ] as const) {
      expect(
        refusalOf(await of.attempt(seen, action, { as: APPROVER, body })),
      ).toMatchObject(REFUSED);
    }
  });

  it('can be decided about where the portal is configured so', async () => {
    const of = await start({
      qualys: { requests: { allowSelfApproval: true } },
    });
    const draft = await of.draft('AWS', AWS_SETTINGS, COLLEAGUE);
    const saved = await of.call('put', `/requests/${draft.id}`, {
      as: APPROVER,
      version: draft.version,
      body: { settings: AWS_SETTINGS },
    });
    const submitted = await of.act(of.details(saved), 'submit', {
      as: COLLEAGUE,
    });
    const seen = await of.read(submitted.id, APPROVER);
    expect(seen.may).toContain('approve');
    expect((await of.act(seen, 'approve', { as: APPROVER })).state).toBe(
      'awaitingAccess',
    );
  });
});
