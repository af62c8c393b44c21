import { requestFindingsSchema } from 'backstage-plugin-qualys-common';
import {
  APPROVER,
  ARN,
  ASKER,
  AWS_SETTINGS,
  AZURE_SETTINGS,
  OTHER,
  refusalOf,
  useRequestsBackend,
  type Person,
  type RequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { simulator, start } = useRequestsBackend(24);

const check = async (
  of: RequestsBackend,
  settings: object,
  more: object = {},
  as?: Person,
) => {
  const { body } = await of.call('post', '/requests/check', {
    as,
    body: { subscription: 'main', provider: 'AWS', settings, ...more },
  });
  return requestFindingsSchema.strict().parse(body);
};

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
    const of = await start();
    simulator.current.control.addConnector({ name: 'payments-ledger-prod' });
    await of.sync();
    const draft = await of.draft('AWS', { ...AWS_SETTINGS, ...differs });
    const refused = refusalOf(await of.attempt(draft, 'submit'));
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.fields).toContainEqual({
      path: `body.${path}`,
      message: expect.stringMatching(message),
    });
    expect(await of.read(draft.id)).toEqual(draft);
  });

  it('takes only what CloudView takes where it is created through it', async () => {
    const of = await start({ subscription: { createThrough: 'cloudView' } });
    const draft = await of.draft('AWS', {
      ...AWS_SETTINGS,
      activation: ['VM'],
      regions: ['eu-west-1'],
    });
    const refused = refusalOf(await of.attempt(draft, 'submit'));
    expect(refused.fields?.map(({ path }) => path).sort()).toEqual([
      'body.settings.activation',
      'body.settings.regions',
    ]);
  });

  it('is checked while it is typed', async () => {
    const of = await start();
    expect(await check(of, {})).toMatchObject({
      problems: expect.arrayContaining([
        { path: 'settings.account', message: expect.any(String) },
      ]),
      conflicts: [],
    });
    const arn = 'arn:aws:iam::999999999999:role/qualys';
    expect(await check(of, AWS_SETTINGS, { arn })).toEqual({
      problems: [
        { path: 'arn', message: expect.stringMatching(/048213570001/) },
      ],
      conflicts: [],
    });
    expect(await check(of, AWS_SETTINGS, { arn: ARN })).toEqual({
      problems: [],
      conflicts: [],
    });
  });

  it('is told what it collides with, and who may see that, with what', async () => {
    const of = await start();
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
      of,
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
