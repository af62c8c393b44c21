import {
  ASKER,
  AWS_SETTINGS,
  AZURE_KEY,
  COLLEAGUE,
  refusalOf,
  useRequestsBackend,
  type Person,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(24);

describe('a draft', () => {
  it('holds whatever has been typed, and has its external ID from the beginning', async () => {
    const of = await start();
    const draft = await of.draft('AWS', { name: '', account: '12' });
    expect(draft).toMatchObject({
      state: 'draft',
      requester: ASKER,
      createThrough: 'assetManagement',
      settings: { name: '', account: '12' },
      access: {
        externalId: expect.stringMatching(/^USPOD01-4765-[A-Za-z0-9]{13}$/),
        keyHeld: false,
      },
      may: ['save', 'submit', 'giveAccess', 'cancel'],
    });
    const saved = of.details(
      await of.call('put', `/requests/${draft.id}`, {
        body: { settings: AWS_SETTINGS },
        version: draft.version,
      }),
    );
    expect(saved).toMatchObject({
      settings: AWS_SETTINGS,
      access: { externalId: draft.access.externalId },
    });
    expect(saved.awsRole).toMatchObject({
      principalAccount: expect.stringMatching(/^\d{12}$/),
      trustPolicy: expect.stringContaining(draft.access.externalId!),
    });
  });

  it('that somebody else has saved meanwhile is not overwritten', async () => {
    const of = await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const save = (name: string, as: Person) =>
      of.call('put', `/requests/${draft.id}`, {
        as,
        body: { settings: { ...AWS_SETTINGS, name } },
        version: draft.version,
      });
    expect((await save('One', ASKER)).status).toBe(200);
    expect(refusalOf(await save('Two', COLLEAGUE))).toMatchObject({
      status: 412,
      current: await of.read(draft.id, COLLEAGUE),
    });
  });

  it('is filed once for each idempotency key', async () => {
    const of = await start();
    const file = async () =>
      of.details(
        await of.call('post', '/requests', {
          body: {
            subscription: 'main',
            provider: 'AWS',
            settings: AWS_SETTINGS,
            idempotencyKey: 'task-1/step-1',
          },
        }),
      );
    const [one, two] = [await file(), await file()];
    expect(two.id).toBe(one.id);
    expect(two.access.externalId).toBe(one.access.externalId);
  });

  it.each<[string, object, string]>([
    ['a field that there is not', { color: 'red' }, 'body.settings'],
    ['a name that is no text', { name: 7 }, 'body.settings.name'],
    ['a huge purpose', { purpose: 'x'.repeat(2001) }, 'body.settings.purpose'],
    [
      '__proto__',
      JSON.parse('{"__proto__":{"requester":"x"}}'),
      'body.settings',
    ],
    ['a secret', { authenticationKey: AZURE_KEY }, 'body.settings'],
  ])('refuses %s', async (_, settings, path) => {
    const of = await start();
    const answer = await of.call('post', '/requests', {
      body: { subscription: 'main', provider: 'AZURE', settings },
    });
    expect(refusalOf(answer)).toMatchObject({
      status: 400,
      fields: [expect.objectContaining({ path })],
    });
    expect(JSON.stringify(answer.body)).not.toContain(AZURE_KEY);
  });

  it('is of a configured subscription', async () => {
    const of = await start();
    const answer = await of.call('post', '/requests', {
      body: { subscription: 'nope', provider: 'AWS', settings: {} },
    });
    expect(refusalOf(answer)).toMatchObject({
      status: 400,
      fields: [{ path: 'body.subscription', message: expect.any(String) }],
    });
  });
});
