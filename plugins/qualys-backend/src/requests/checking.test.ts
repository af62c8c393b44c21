import { requestFindingsSchema } from 'backstage-plugin-qualys-common';
import {
  APPROVER,
  ASKER,
  AWS_SETTINGS,
  JUDGE,
  OTHER,
  startRequestsBackend,
  useRequestsBackend,
  type Person,
  type RequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { simulator, start } = useRequestsBackend(0);

const check = async (
  of: RequestsBackend,
  as: Person,
  id: string | undefined,
  settings: object = {},
) => {
  const { body } = await of.call('post', '/requests/check', {
    as,
    body: {
      subscription: 'main',
      provider: 'AWS',
      settings: { ...AWS_SETTINGS, ...settings },
      ...(id !== undefined && { id }),
    },
  });
  return requestFindingsSchema.strict().parse(body);
};

const problems = async (...args: Parameters<typeof check>) =>
  (await check(...args)).problems.map(
    ({ path, message }) => `${path} ${message}`,
  );

const NOT_ONES_OWN = expect.stringMatching(
  /^settings\.owner must be one of your groups/,
);
const NOT_OF_ONES_GROUPS =
  'settings.entityRef must be an entity that one of your groups owns';

describe('the check of a request that waits for a decision', () => {
  it('judges as the approval does, for whoever may decide about it', async () => {
    const of = await start();
    const { id } = await of.submitted();
    const owner = 'group:default/shipping';
    expect(await check(of, APPROVER, id, { owner })).toEqual({
      problems: [],
      conflicts: [],
    });
    expect(
      await problems(of, APPROVER, id, {
        owner: 'group:default/nope',
        system: 'system:default/nope',
        name: '',
      }),
    ).toEqual([
      expect.stringMatching(/^settings\.name /),
      'settings.owner must be a group of the catalog, such as group:default/payments',
      expect.stringMatching(/^settings\.system must be a system/),
    ]);
    // Without a request, one asks for it oneself.
    expect(await problems(of, APPROVER, undefined, { owner })).toEqual([
      NOT_ONES_OWN,
      NOT_OF_ONES_GROUPS,
    ]);
  });

  it('is for those, too, who may neither ask nor change what others ask for', async () => {
    const of = await start();
    const { id, version } = await of.submitted();
    const name = 'payments-sandbox';
    expect(await check(of, JUDGE, id, { name })).toEqual({
      problems: [],
      conflicts: [],
    });
    const choices = await of.call('get', '/requests/choices', { as: JUDGE });
    expect(choices.status).toBe(200);
    const tags = await of.call('get', '/requests/choices/main', { as: JUDGE });
    expect(tags.status).toBe(200);
    // What it was asked for is for them to leave as it is, though they do not see it.
    const approved = await of.act({ id, version }, 'approve', {
      as: JUDGE,
      body: { changes: { name } },
    });
    expect(approved.settings).toEqual({ ...AWS_SETTINGS, name });
  });

  it('judges whoever asks by their own groups, although they may decide', async () => {
    const of = await start();
    const draft = await of.draft(
      'AWS',
      {
        ...AWS_SETTINGS,
        owner: 'group:default/platform',
        entityRef: undefined,
      },
      APPROVER,
    );
    const own = await of.act(draft, 'submit', { as: APPROVER });
    expect(
      await problems(of, APPROVER, own.id, {
        owner: 'group:default/shipping',
        entityRef: undefined,
      }),
    ).toEqual([NOT_ONES_OWN]);
  });

  it('judges so, too, whoever has written what another asks for', async () => {
    const of = await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    // While it is a draft, whoever may change it writes it.
    const written = [NOT_ONES_OWN, NOT_OF_ONES_GROUPS];
    expect(await problems(of, APPROVER, draft.id)).toEqual(written);
    const saved = await of.call('put', `/requests/${draft.id}`, {
      as: APPROVER,
      version: draft.version,
      body: { settings: AWS_SETTINGS },
    });
    const { id } = await of.act(of.details(saved), 'submit', { as: ASKER });
    expect(await problems(of, APPROVER, id)).toEqual(written);
  });

  it('judges one’s own as the approval does where one may approve it', async () => {
    const of = await start({
      qualys: { requests: { allowSelfApproval: true } },
    });
    const draft = await of.draft('AWS', AWS_SETTINGS, ASKER);
    const saved = await of.call('put', `/requests/${draft.id}`, {
      as: APPROVER,
      version: draft.version,
      body: { settings: AWS_SETTINGS },
    });
    const { id } = await of.act(of.details(saved), 'submit', { as: ASKER });
    expect(await problems(of, APPROVER, id)).toEqual([]);
  });

  it('judges others who see it by their own groups', async () => {
    const of = await start();
    const { id } = await of.submitted();
    expect(
      await problems(of, ASKER, id, { owner: 'group:default/shipping' }),
    ).toEqual([NOT_ONES_OWN]);
  });

  it('tells nothing of a request that one may not see', async () => {
    const of = await start();
    const settings = {
      ...AWS_SETTINGS,
      owner: 'group:default/shipping',
      entityRef: 'component:default/warehouse',
    };
    const draft = await of.draft('AWS', settings, OTHER);
    const hidden = await of.act(draft, 'submit', { as: OTHER });
    const asNone = await check(
      of,
      JUDGE,
      '00000000-0000-4000-8000-000000000000',
      settings,
    );
    expect(asNone.problems.map(({ path }) => path)).toEqual([
      'settings.owner',
      'settings.entityRef',
    ]);
    expect(asNone.conflicts).toEqual([
      { kind: 'nameTaken' },
      { kind: 'accountRequested' },
    ]);
    expect(await check(of, JUDGE, hidden.id, settings)).toEqual(asNone);
  });

  it('goes by the way of creating that it was asked for with', async () => {
    const of = await start({ subscription: { createThrough: 'cloudView' } });
    const { id } = await of.submitted();
    const now = await startRequestsBackend({
      knex: of.knex,
      simulator: simulator.current,
    });
    try {
      const regions = ['eu-west-1'];
      expect(await problems(now, APPROVER, id, { regions })).toEqual([
        expect.stringMatching(/^settings\.regions /),
      ]);
    } finally {
      await now.stop();
    }
  });
});
