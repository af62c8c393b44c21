import {
  newExternalIdSchema,
  requestChoicesSchema,
  requestFindingsSchema,
  requestListSchema,
} from 'backstage-plugin-qualys-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  APPROVER,
  ARN,
  ASKER,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  COLLEAGUE,
  GCP_KEY_FILE,
  GCP_SETTINGS,
  GUEST,
  LONER,
  OTHER,
  refusalOf,
  startRequestsBackend,
  type Person,
  type RequestsBackend,
} from '../__testUtils__/requests';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(24);
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

const check = async (settings: object, more: object = {}, as?: Person) => {
  const { body } = await of.call('post', '/requests/check', {
    as,
    body: { subscription: 'main', provider: 'AWS', settings, ...more },
  });
  return requestFindingsSchema.strict().parse(body);
};

afterEach(() => of.stop());

describe('a draft', () => {
  it('holds whatever has been typed, and has its external ID from the beginning', async () => {
    await start();
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
    await start();
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
    await start();
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
    await start();
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
    await start();
    const answer = await of.call('post', '/requests', {
      body: { subscription: 'nope', provider: 'AWS', settings: {} },
    });
    expect(refusalOf(answer)).toMatchObject({
      status: 400,
      fields: [{ path: 'body.subscription', message: expect.any(String) }],
    });
  });
});

describe('what is asked for', () => {
  it.each<[string, object, string, RegExp]>([
    ['no name', { name: undefined }, 'settings.name', /name/],
    ['no purpose', { purpose: ' ' }, 'settings.purpose', /what it is for/],
    ['a short account', { account: '123' }, 'settings.account', /12 digits/],
    [
      'another team as its owner',
      { owner: 'group:default/shipping' },
      'settings.owner',
      /one of your groups: group:default\/payments/,
    ],
    [
      'a person as its owner',
      { owner: ASKER },
      'settings.owner',
      /one of your groups/,
    ],
    [
      'a service of another team',
      { entityRef: 'component:default/warehouse' },
      'settings.entityRef',
      /one of your groups owns/,
    ],
    [
      'a service that there is not',
      { entityRef: 'component:default/nope' },
      'settings.entityRef',
      /that you can see/,
    ],
    [
      'a system that there is not',
      { system: 'system:default/nope' },
      'settings.system',
      /system of the catalog/,
    ],
    [
      'a component as its system',
      { system: 'component:default/checkout' },
      'settings.system',
      /system of the catalog/,
    ],
    [
      'a region of another partition',
      { regions: ['cn-north-1'] },
      'settings.regions',
      /no region of aws/,
    ],
    [
      'an application',
      { applicationId: AZURE_SETTINGS.applicationId },
      'settings.applicationId',
      /no setting of AWS/,
    ],
    [
      'a name that a connector has',
      { name: 'PAYMENTS-LEDGER-PROD ' },
      'settings.name',
      /another connector/,
    ],
  ])('with %s is not submitted', async (_, differs, path, message) => {
    await start();
    simulator.current.control.addConnector({ name: 'payments-ledger-prod' });
    await of.sync();
    const draft = await of.draft('AWS', { ...AWS_SETTINGS, ...differs });
    const refused = refusalOf(
      await of.call('post', `/requests/${draft.id}/submit`, {
        body: {},
        version: draft.version,
      }),
    );
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.fields).toContainEqual({
      path: `body.${path}`,
      message: expect.stringMatching(message),
    });
    expect(await of.read(draft.id)).toEqual(draft);
  });

  it('takes only what CloudView takes where it is created through it', async () => {
    await start({ subscription: { createThrough: 'cloudView' } });
    const draft = await of.draft('AWS', {
      ...AWS_SETTINGS,
      activation: ['VM'],
      regions: ['eu-west-1'],
    });
    const refused = refusalOf(
      await of.call('post', `/requests/${draft.id}/submit`, {
        body: {},
        version: draft.version,
      }),
    );
    expect(refused.fields?.map(({ path }) => path).sort()).toEqual([
      'body.settings.activation',
      'body.settings.regions',
    ]);
  });

  it('is checked while it is typed', async () => {
    await start();
    expect(await check({})).toMatchObject({
      problems: expect.arrayContaining([
        { path: 'settings.account', message: expect.any(String) },
      ]),
      conflicts: [],
    });
    const arn = 'arn:aws:iam::999999999999:role/qualys';
    expect(await check(AWS_SETTINGS, { arn })).toEqual({
      problems: [
        { path: 'arn', message: expect.stringMatching(/048213570001/) },
      ],
      conflicts: [],
    });
    expect(await check(AWS_SETTINGS, { arn: ARN })).toEqual({
      problems: [],
      conflicts: [],
    });
  });

  it('is told what it collides with, and who may see that, with what', async () => {
    await start();
    simulator.current.control.addConnector({
      name: 'Somebody’s',
      provider: 'AWS',
      awsAccountId: AWS_SETTINGS.account,
      arn: ARN,
    });
    await of.sync();
    const request = await of.submitted();
    expect(request.conflicts).toEqual([{ kind: 'accountConnected' }]);
    const [known] = (await of.read(request.id, APPROVER)).conflicts;
    expect(known).toMatchObject({
      kind: 'accountConnected',
      connector: { name: 'Somebody’s', entityRef: expect.any(String) },
    });
    const { conflicts } = await check(
      { ...AWS_SETTINGS, owner: 'group:default/shipping' },
      { arn: ARN },
      OTHER,
    );
    // Of the request of another team, no more than that there is one.
    expect(conflicts.map(({ kind }) => kind).sort()).toEqual([
      'accountConnected',
      'accountRequested',
      'arnConnected',
      'nameTaken',
    ]);
    expect(JSON.stringify(conflicts)).not.toContain(request.id);
    expect(JSON.stringify(conflicts)).not.toContain('Somebody');
  });
});

describe('the form', () => {
  it('is told what it can choose from', async () => {
    await start();
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

  it('is no use to who may not ask', async () => {
    await start();
    for (const path of [
      '/requests/choices',
      '/requests/choices/main',
      '/external-id?subscription=main',
    ]) {
      const answer = await of.call('get', path, { as: GUEST });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    for (const path of ['/requests', '/requests/check']) {
      const answer = await of.call('post', path, {
        as: GUEST,
        body: { subscription: 'main', provider: 'AWS', settings: {} },
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('has the role of each partition', async () => {
    await start();
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
    const template = await of.call('get', `/requests/${draft.id}/template`);
    expect(template.status).toBe(200);
    expect(template.text).toContain(draft.access.externalId);
  });
});

describe('what Qualys signs in with', () => {
  const give = (
    { id, version }: { id: string; version: string },
    body: object,
    as?: Person,
  ) => of.call('post', `/requests/${id}/access`, { as, body, version });

  it('can be given at once by who has it already', async () => {
    await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const given = of.details(await give(draft, { arn: ARN }));
    expect(given).toMatchObject({ state: 'draft', access: { arn: ARN } });
    const submitted = await of.act(given, 'submit');
    const approved = await of.act(submitted, 'approve', { as: APPROVER });
    expect(approved.events.map(({ to }) => to)).toEqual([
      'draft',
      'submitted',
      'approved',
    ]);
  });

  it('goes with the account that it is for', async () => {
    await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const given = of.details(await give(draft, { arn: ARN }));
    const elsewhere = of.details(
      await of.call('put', `/requests/${draft.id}`, {
        body: { settings: { ...AWS_SETTINGS, account: '048213570002' } },
        version: given.version,
      }),
    );
    expect(elsewhere.access.arn).toBeUndefined();
  });

  it('is encrypted, and told to nobody', async () => {
    const knex = await databases.init(database);
    of = await startRequestsBackend({ knex, simulator: simulator.current });
    const azure = await of.draft('AZURE', AZURE_SETTINGS);
    const gcp = await of.draft('GCP', GCP_SETTINGS);
    const answers = [
      await give(azure, {
        authenticationKey: AZURE_KEY,
        keyExpiresOn: '2030-12-31',
      }),
      await give(gcp, { keyFile: GCP_KEY_FILE }),
    ];
    expect(answers.map(({ body }) => body.access)).toEqual([
      { keyHeld: true, keyExpiresOn: '2030-12-31' },
      { keyHeld: true },
    ]);
    const rows = await knex('connector_requests').select();
    const everything = JSON.stringify([
      rows,
      await knex('connector_request_events').select(),
      answers.map(({ body }) => body),
      of.told(),
    ]);
    expect(everything).not.toContain(AZURE_KEY);
    expect(everything).not.toContain('nobody-may-see-this');
    expect(rows.map(({ secret }) => secret)).toEqual([
      expect.stringMatching(/^v1\.k1\./),
      expect.stringMatching(/^v1\.k1\./),
    ]);
    await of.act(await of.read(azure.id), 'cancel');
    const [{ secret }] = await knex('connector_requests').where({
      id: azure.id,
    });
    expect(secret).toBeNull();
  });

  it.each<[string, 'AWS' | 'AZURE' | 'GCP', object, object, string]>([
    ['nothing', 'AWS', AWS_SETTINGS, {}, 'body.arn'],
    [
      'a role of another account',
      'AWS',
      AWS_SETTINGS,
      { arn: 'arn:aws:iam::999999999999:role/qualys' },
      'body.arn',
    ],
    [
      'a role of another partition',
      'AWS',
      AWS_SETTINGS,
      { arn: 'arn:aws-cn:iam::048213570001:role/qualys' },
      'body.arn',
    ],
    [
      'a user',
      'AWS',
      AWS_SETTINGS,
      { arn: ARN.replace('role/', 'user/') },
      'body.arn',
    ],
    [
      'a key for AWS',
      'AWS',
      AWS_SETTINGS,
      { arn: ARN, authenticationKey: AZURE_KEY },
      'body.authenticationKey',
    ],
    ['a role for Azure', 'AZURE', AZURE_SETTINGS, { arn: ARN }, 'body.arn'],
    [
      'a key file for Azure',
      'AZURE',
      AZURE_SETTINGS,
      { keyFile: GCP_KEY_FILE },
      'body.keyFile',
    ],
    [
      'the key file of another project',
      'GCP',
      { ...GCP_SETTINGS, account: 'other-project' },
      { keyFile: GCP_KEY_FILE },
      'body.keyFile',
    ],
    ['a file', 'GCP', GCP_SETTINGS, { keyFile: '{}' }, 'body.keyFile'],
  ])(
    'is not taken where it is %s',
    async (_, provider, settings, body, path) => {
      await start();
      const draft = await of.draft(provider, settings);
      const refused = refusalOf(await give(draft, body));
      expect(refused).toMatchObject({ status: 400 });
      expect(refused.fields?.map(field => field.path)).toContain(path);
      expect(await of.read(draft.id)).toEqual(draft);
      expect(JSON.stringify(refused) + of.told()).not.toContain(AZURE_KEY);
    },
  );

  it('is not taken where the portal could not encrypt it, and says what to do', async () => {
    await start({ qualys: { requests: { encryption: { keys: [] } } } });
    const draft = await of.draft('AZURE', AZURE_SETTINGS);
    expect(
      refusalOf(await give(draft, { authenticationKey: AZURE_KEY })),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('qualys.requests.encryption.keys'),
    });
    const submit = await of.call('post', `/requests/${draft.id}/submit`, {
      body: {},
      version: draft.version,
    });
    expect(refusalOf(submit)).toMatchObject({
      status: 409,
      message: expect.stringContaining('qualys.requests.encryption.keys'),
    });
  });

  it('is given by those whose request it is', async () => {
    await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    expect((await give(draft, { arn: ARN }, OTHER)).status).toBe(404);
    expect((await give(draft, { arn: ARN }, COLLEAGUE)).status).toBe(200);
  });
});

describe('the list of requests', () => {
  it('shows each what they may see', async () => {
    await start();
    const mine = await of.submitted();
    const others = await of.draft(
      'AWS',
      { ...AWS_SETTINGS, name: 'Shipping', owner: 'group:default/shipping' },
      OTHER,
    );
    const seen = async (as: Person, query = '') => {
      const { body } = await of.call('get', `/requests${query}`, { as });
      const { items } = requestListSchema.strict().parse(body);
      return items.map(({ id }) => id).sort();
    };
    expect(await seen(ASKER)).toEqual([mine.id]);
    expect(await seen(COLLEAGUE)).toEqual([mine.id]);
    expect(await seen(COLLEAGUE, '?scope=mine')).toEqual([]);
    expect(await seen(OTHER)).toEqual([others.id]);
    expect(await seen(GUEST)).toEqual([]);
    expect(await seen(APPROVER)).toEqual([mine.id, others.id].sort());
    expect(await seen(APPROVER, '?state=submitted')).toEqual([mine.id]);
    for (const as of [OTHER, GUEST] as const) {
      const answer = await of.call('get', `/requests/${mine.id}`, { as });
      expect(answer.status).toBe(404);
    }
  });
});
