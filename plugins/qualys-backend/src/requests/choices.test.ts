import {
  newExternalIdSchema,
  requestChoicesSchema,
  requestFindingsSchema,
} from 'backstage-plugin-qualys-common';
import {
  APPROVER,
  ASKER,
  AWS_SETTINGS,
  GUEST,
  KEEPER,
  LONER,
  refusalOf,
  useRequestsBackend,
  type Person,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { simulator, start } = useRequestsBackend(24);

const calls = (path: RegExp) =>
  simulator.current.control.journal().filter(call => path.test(call.path))
    .length;

describe('the form', () => {
  it('is told what it can choose from', async () => {
    const of = await start();
    const choices = async (as: Person) =>
      requestChoicesSchema
        .strict()
        .parse((await of.call('get', '/requests/choices', { as })).body);
    expect(await choices(ASKER)).toEqual({
      subscriptions: [
        {
          id: 'main',
          title: 'Example Corp',
          clouds: ['AWS', 'AZURE', 'GCP'],
          createThrough: 'assetManagement',
        },
      ],
      owners: ['group:default/payments'],
      holdsKeys: true,
      mayCreateDirectly: false,
    });
    expect(await choices(LONER)).toMatchObject({ owners: [] });
    expect(await choices(APPROVER)).toMatchObject({ mayCreateDirectly: true });
    const tags = await of.call('get', '/requests/choices/main');
    expect(tags.body.tags.items.length).toBeGreaterThan(0);
    const nope = await of.call('get', '/requests/choices/nope');
    expect(nope.status).toBe(404);
  });

  it('is of use to who may change what others ask for, and ask for nothing', async () => {
    const of = await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const wanted = {
      subscription: 'main',
      provider: 'AWS',
      settings: { ...AWS_SETTINGS, name: 'Kept' },
    };
    const choices = await of.call('get', '/requests/choices', { as: KEEPER });
    expect(requestChoicesSchema.strict().parse(choices.body)).toMatchObject({
      subscriptions: [{ id: 'main' }],
      owners: ['group:default/payments'],
      mayCreateDirectly: false,
    });
    const tags = await of.call('get', '/requests/choices/main', { as: KEEPER });
    expect(tags.status).toBe(200);
    const checked = await of.call('post', '/requests/check', {
      as: KEEPER,
      body: { ...wanted, id: draft.id },
    });
    expect(requestFindingsSchema.parse(checked.body).problems).toEqual([]);
    const saved = of.details(
      await of.call('put', `/requests/${draft.id}`, {
        as: KEEPER,
        body: { settings: wanted.settings },
        version: draft.version,
      }),
    );
    expect(saved.settings.name).toBe('Kept');
    const refused = await of.call('post', '/requests', {
      as: KEEPER,
      body: wanted,
    });
    expect(refusalOf(refused)).toMatchObject({
      status: 403,
      message: 'You need the permission qualys.request.create',
    });
  });

  it.each([
    ['get', '/requests/choices', true],
    ['get', '/requests/choices/main', true],
    ['post', '/requests/check', true],
    ['get', '/external-id?subscription=main', false],
    ['post', '/requests', false],
  ] as const)(
    'is no use to who may not ask (%s %s)',
    async (method, path, isForm) => {
      const of = await start();
      const answer = await of.call(method, path, {
        as: GUEST,
        ...(method === 'post' && {
          body: { subscription: 'main', provider: 'AWS', settings: {} },
        }),
      });
      expect(refusalOf(answer)).toMatchObject({
        status: 403,
        message: `You need the permission qualys.request.create${
          isForm
            ? ', or qualys.request.update or qualys.request.decide on a request'
            : ''
        }`,
      });
    },
  );

  it('has the role of each partition', async () => {
    const of = await start();
    const { body } = await of.call(
      'get',
      '/external-id?subscription=main&partition=aws-cn',
    );
    expect(newExternalIdSchema.parse(body).trustPolicy).toContain(
      'arn:aws-cn:iam::',
    );
    const { body: draft } = await of.call('post', '/requests', {
      body: { subscription: 'main', provider: 'AWS', settings: AWS_SETTINGS },
    });
    const path = `/requests/${draft.id}/template`;
    // Whoever reads it again and again costs Qualys nothing more.
    for (let count = 0; count < 3; count++) {
      const template = await of.call('get', path);
      expect(template.status).toBe(200);
      expect(template.text).toContain(draft.access.externalId);
    }
    expect(calls(/connectors\/aws\/download/)).toBe(1);
  });

  it('is not told what the portal itself lacks in Qualys', async () => {
    const of = await start();
    const { body: draft } = await of.call('post', '/requests', {
      body: { subscription: 'main', provider: 'AWS', settings: AWS_SETTINGS },
    });
    simulator.current.control.addFault({
      kind: 'status',
      status: 403,
      match: { path: '/aws/download' },
    });
    const refused = await of.call('get', `/requests/${draft.id}/template`);
    const { message } = refusalOf(refused);
    expect(message).toMatch(/^Qualys does not allow this to the portal/);
    expect(message).not.toMatch(/qualys\.subscriptions|localhost|127\.0/);
  });
});
