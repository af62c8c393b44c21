import {
  APPROVER,
  ARN,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  COLLEAGUE,
  GCP_KEY_FILE,
  GCP_SETTINGS,
  OTHER,
  refusalOf,
  useRequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(24);

describe('what Qualys signs in with', () => {
  it('can be given at once by who has it already', async () => {
    const of = await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const given = await of.act(draft, 'access', { body: { arn: ARN } });
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
    const of = await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    const given = await of.act(draft, 'access', { body: { arn: ARN } });
    const elsewhere = of.details(
      await of.call('put', `/requests/${draft.id}`, {
        body: { settings: { ...AWS_SETTINGS, account: '048213570002' } },
        version: given.version,
      }),
    );
    expect(elsewhere.access.arn).toBeUndefined();
  });

  it('is encrypted, and told to nobody', async () => {
    const of = await start();
    const { knex } = of;
    const azure = await of.draft('AZURE', AZURE_SETTINGS);
    const gcp = await of.draft('GCP', GCP_SETTINGS);
    const answers = [
      await of.attempt(azure, 'access', {
        body: { authenticationKey: AZURE_KEY, keyExpiresOn: '2030-12-31' },
      }),
      await of.attempt(gcp, 'access', { body: { keyFile: GCP_KEY_FILE } }),
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
      const of = await start();
      const draft = await of.draft(provider, settings);
      const refused = refusalOf(await of.attempt(draft, 'access', { body }));
      expect(refused).toMatchObject({ status: 400 });
      expect(refused.fields?.map(field => field.path)).toContain(path);
      expect(await of.read(draft.id)).toEqual(draft);
      expect(JSON.stringify(refused) + of.told()).not.toContain(AZURE_KEY);
    },
  );

  it('is not taken where the portal could not encrypt it, and says what to do', async () => {
    const of = await start({
      qualys: { requests: { encryption: { keys: [] } } },
    });
    const draft = await of.draft('AZURE', AZURE_SETTINGS);
    expect(
      refusalOf(
        await of.attempt(draft, 'access', {
          body: { authenticationKey: AZURE_KEY },
        }),
      ),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('qualys.requests.encryption.keys'),
    });
    const submit = await of.attempt(draft, 'submit');
    expect(refusalOf(submit)).toMatchObject({
      status: 409,
      message: expect.stringContaining('qualys.requests.encryption.keys'),
    });
  });

  it('is given by those whose request it is', async () => {
    const of = await start();
    const draft = await of.draft('AWS', AWS_SETTINGS);
    expect(
      (await of.attempt(draft, 'access', { as: OTHER, body: { arn: ARN } }))
        .status,
    ).toBe(404);
    expect(
      (await of.attempt(draft, 'access', { as: COLLEAGUE, body: { arn: ARN } }))
        .status,
    ).toBe(200);
  });
});
