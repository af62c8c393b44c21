import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { isPermission } from '@backstage/plugin-permission-common';
import { connectorListSchema } from 'backstage-plugin-qualys-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  APPROVER,
  ARN,
  ASKER,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  COLLEAGUE,
  GUEST,
  LONER,
  OTHER,
  startRequestsBackend,
  type Person,
  type RequestsBackend,
} from '../__testUtils__/requests';
import { standIn } from '../__testUtils__/services';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(24);
const [[database]] = databases.eachSupportedId();
let of: RequestsBackend;
let registry: ReturnType<typeof actionsRegistryServiceMock>;

beforeEach(async () => {
  registry = actionsRegistryServiceMock();
  of = await startRequestsBackend({
    knex: await databases.init(database),
    simulator: simulator.current,
    features: [standIn(actionsRegistryServiceRef, registry)],
  });
});
afterEach(() => of.stop());

const AWS = { subscription: 'main', provider: 'AWS', settings: AWS_SETTINGS };
const AZURE = {
  subscription: 'main',
  provider: 'AZURE',
  settings: AZURE_SETTINGS,
};

/** Runs an action as somebody, and gives what it answers. */
async function run(name: string, input: object, person: Person = ASKER) {
  const { output } = await registry.invoke({
    id: `test:${name}`,
    input: input as never,
    credentials: mockCredentials.user(person),
  });
  return output as Record<string, any>;
}

const file = (wanted: object, key: string, person?: Person) =>
  run('file-connector-request', { ...wanted, idempotencyKey: key }, person);

const get = (id: string, person?: Person) =>
  run('get-connector-request', { id }, person);

const decide = (
  { id, version }: Record<string, unknown>,
  decision: object,
  person: Person = APPROVER,
) => run('decide-connector-request', { id, version, ...decision }, person);

describe('the actions', () => {
  it('say what they are: which read, which destroy, which can be run again', async () => {
    const { actions } = await registry.list();
    const kinds = Object.fromEntries(
      actions.map(({ name, attributes }) => [
        name,
        Object.entries(attributes)
          .filter(([, holds]) => holds)
          .map(([attribute]) => attribute)
          .sort(),
      ]),
    );
    const reads = ['idempotent', 'readOnly'];
    expect(kinds).toEqual({
      'list-connectors': reads,
      'get-connector': reads,
      'explain-connector-error': reads,
      'preview-connector-request': reads,
      'file-connector-request': ['idempotent'],
      'list-connector-requests': reads,
      'get-connector-request': reads,
      'decide-connector-request': ['destructive'],
    });
    for (const { visibilityPermission } of registry.actions.values()) {
      expect(
        visibilityPermission && 'resourceType' in visibilityPermission,
      ).toBeFalsy();
    }
    expect(
      isPermission(
        registry.actions.get('test:list-connectors')!.visibilityPermission!,
        { name: 'qualys.connector.read' } as never,
      ),
    ).toBe(true);
  });

  it.each<[string, object]>([
    ['list-connectors', {}],
    ['get-connector', { subscription: 'main', id: 'x' }],
    ['explain-connector-error', { subscription: 'main', id: 'x' }],
    ['preview-connector-request', AWS],
    ['file-connector-request', { ...AWS, idempotencyKey: 'by-a-service' }],
    ['list-connector-requests', {}],
    ['get-connector-request', { id: 'x' }],
    [
      'decide-connector-request',
      { id: 'x', version: '1', decision: 'approve' },
    ],
  ])('of %s serve users alone', async (name, input) => {
    for (const credentials of [
      mockCredentials.service('plugin:mcp-actions'),
      mockCredentials.none(),
    ]) {
      await expect(
        registry.invoke({
          id: `test:${name}`,
          input: input as never,
          credentials,
        }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: 'The actions of Qualys are for users alone',
      });
    }
  });

  it('do not take what they do not know', async () => {
    const { actions } = await registry.list();
    for (const { name, schema } of actions) {
      expect({ name, open: schema.input.additionalProperties }).toEqual({
        name,
        open: false,
      });
    }
  });
});

describe('connectors through actions', () => {
  beforeEach(() => of.sync());

  const all = async () =>
    connectorListSchema.parse(
      (await of.call('get', '/connectors?limit=100', { as: APPROVER })).body,
    ).items;

  it('are listed for those who may see all of them', async () => {
    const connectors = await all();
    const page = await run('list-connectors', { limit: 5 }, APPROVER);
    expect(page.totalItems).toBe(connectors.length);
    expect(page.connectors).toHaveLength(5);
    const next = await run(
      'list-connectors',
      { limit: 5, cursor: page.nextCursor },
      APPROVER,
    );
    const [first] = next.connectors;
    expect(page.connectors).not.toContainEqual(first);
    expect(first).toMatchObject({
      id: connectors[5].id,
      entityRef: connectors[5].entityRef,
      url: expect.stringMatching(/^\/catalog\/default\/resource\//),
    });
    await expect(run('list-connectors', {})).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: 'You need the permission qualys.connector.read',
    });
  });

  it('are told one by one, without their external IDs', async () => {
    const connectors = await all();
    const aws = connectors.find(({ provider }) => provider === 'AWS')!;
    const { subscription, id } = aws;
    const told = await run('get-connector', { subscription, id }, APPROVER);
    expect(told).toMatchObject({ id, name: aws.name, state: aws.state });
    expect(JSON.stringify(told)).not.toContain(
      'externalId' in aws ? aws.externalId : undefined,
    );
    const refusal = {
      name: 'NotFoundError',
      message: 'There is no such connector, or you may not see it',
    };
    await expect(
      run('get-connector', { subscription, id }, GUEST),
    ).rejects.toMatchObject(refusal);
    await expect(
      run('get-connector', { subscription, id: 'nobody' }, APPROVER),
    ).rejects.toMatchObject(refusal);
    await expect(
      run('get-connector', { subscription: 'No!', id }, APPROVER),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: 'input.subscription: must be the id of a subscription',
    });
  });

  it('that Qualys cannot read are explained, with what Qualys says', async () => {
    const failing = (await all()).find(
      ({ state, provider }) => state === 'error' && provider === 'AWS',
    )!;
    const { subscription, id } = failing;
    const told = await run(
      'explain-connector-error',
      { subscription, id },
      APPROVER,
    );
    expect(told).toMatchObject({
      connector: { id },
      summary: 'AWS does not let Qualys assume the role of the connector.',
      advice: expect.arrayContaining([
        expect.stringContaining('external ID of the connector exactly'),
      ]),
      moreErrors: false,
    });
    expect(told.errors[0].error).toContain('sts:AssumeRole');
    await expect(
      run('explain-connector-error', { subscription, id }, GUEST),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});

describe('requests through actions', () => {
  it('are previewed, and nothing of it is kept', async () => {
    expect(await run('preview-connector-request', AWS)).toEqual({
      ready: true,
      problems: [],
      conflicts: [],
    });
    const { ready, problems } = await run('preview-connector-request', {
      ...AWS,
      settings: { ...AWS_SETTINGS, account: '12', purpose: ' ' },
    });
    expect(ready).toBe(false);
    expect(problems.map(({ path }: { path: string }) => path)).toEqual([
      'settings.purpose',
      'settings.account',
    ]);
    expect(await run('list-connector-requests', {})).toMatchObject({
      totalItems: 0,
    });
    await expect(
      run('preview-connector-request', AWS, GUEST),
    ).rejects.toMatchObject({
      message:
        'You need the permission qualys.request.create, or qualys.request.update or qualys.request.decide on a request',
    });
  });

  it('are filed and submitted once for each key, with what the role needs', async () => {
    const filed = await file(AWS, 'sandbox-1');
    expect(filed).toMatchObject({
      state: 'submitted',
      requester: ASKER,
      url: `/qualys/requests/${filed.id}`,
      externalId: expect.stringMatching(/^USPOD01-4765-/),
      trustPolicy: expect.stringContaining(filed.externalId),
    });
    expect(await file(AWS, 'sandbox-1')).toEqual(filed);
    const { totalItems } = await run('list-connector-requests', {
      scope: 'mine',
    });
    expect(totalItems).toBe(1);
    // The key of one is not the key of another.
    const other = { ...AWS_SETTINGS, name: 'Another', account: '048213570002' };
    expect(
      (await file({ ...AWS, settings: other }, 'sandbox-1', COLLEAGUE)).id,
    ).not.toBe(filed.id);
    await expect(
      file({ ...AWS, settings: other }, 'sandbox-1'),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('take another key'),
    });
  });

  it('are one request where they are filed at the same moment', async () => {
    const filed = await Promise.all(
      Array.from({ length: 4 }, () => file({ ...AWS, arn: ARN }, 'at-once-1')),
    );
    expect(new Set(filed.map(({ id }) => id)).size).toBe(1);
    expect(await get(filed[0].id)).toMatchObject({
      state: 'submitted',
      arn: ARN,
    });
  });

  it('of Azure and GCP stay drafts, whose key is entered on their page', async () => {
    const filed = await file(AZURE, 'azure-one-1');
    expect(filed).toMatchObject({
      state: 'draft',
      next: expect.stringContaining(`Open /qualys/requests/${filed.id}`),
    });
    for (const wanted of [
      { ...AZURE, authenticationKey: AZURE_KEY },
      { ...AZURE, settings: { ...AZURE_SETTINGS, keyFile: AZURE_KEY } },
    ]) {
      const error = await file(wanted, 'azure-two-1').catch(thrown => thrown);
      expect(error).toMatchObject({ name: 'InputError' });
      expect(error.message).toContain('on the page of the request alone');
      expect(error.message).not.toContain(AZURE_KEY);
    }
    expect(of.told()).not.toContain(AZURE_KEY);
    await expect(
      file({ ...AZURE, arn: ARN }, 'azure-three'),
    ).rejects.toMatchObject({
      message: 'input.arn: is of AWS connectors alone',
    });
  });

  it('that could not be submitted are not begun', async () => {
    await file(AWS, 'sandbox-1');
    await expect(
      file(
        { ...AWS, settings: { ...AWS_SETTINGS, account: '048213570009' } },
        'same-name-1',
      ),
    ).rejects.toMatchObject({
      name: 'InputError',
      message:
        'input.settings.name: is the name of another connector or of another request',
    });
    await expect(
      file(
        { ...AWS, settings: { ...AWS_SETTINGS, name: 'Other', owner: OTHER } },
        'no-group-1',
      ),
    ).rejects.toMatchObject({
      message: expect.stringContaining('input.settings.owner: must be one of'),
    });
    expect(await run('list-connector-requests', {})).toMatchObject({
      totalItems: 1,
    });
  });

  it('are seen by those whom they concern', async () => {
    const { id } = await file(AWS, 'sandbox-1');
    const seenBy = async (person: Person) =>
      (await run('list-connector-requests', {}, person)).totalItems;
    const people: Person[] = [ASKER, COLLEAGUE, APPROVER, OTHER];
    expect(await Promise.all(people.map(seenBy))).toEqual([1, 1, 1, 0]);
    await expect(seenBy(GUEST)).rejects.toMatchObject({
      message: 'You need the permission qualys.request.read',
    });
    await expect(get(id, LONER)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await get(id, APPROVER)).toMatchObject({
      may: expect.arrayContaining(['approve', 'reject']),
    });
  });

  it('are decided by those who may, and by nobody about their own', async () => {
    const filed = await file(AWS, 'sandbox-1');
    await expect(
      decide(filed, { decision: 'approve' }, ASKER),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: 'You need the permission qualys.request.decide',
    });
    const own = await file(
      {
        ...AWS,
        settings: {
          ...AWS_SETTINGS,
          name: 'Own',
          account: '048213570003',
          owner: 'group:default/platform',
          entityRef: undefined,
        },
      },
      'own-one-1',
      APPROVER,
    );
    await expect(decide(own, { decision: 'approve' })).rejects.toMatchObject({
      message:
        'Nobody decides about what they have asked for or written themselves',
    });
    const approved = await decide(filed, { decision: 'approve' });
    expect(approved).toMatchObject({
      state: 'awaitingAccess',
      next: expect.stringContaining('enter its ARN there'),
    });
    expect(of.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        meta: { id: filed.id, action: 'approve', by: APPROVER },
      }),
    );
  });

  it('are rejected with a reason, and only as they were seen', async () => {
    const filed = await file(AWS, 'sandbox-1');
    await expect(decide(filed, { decision: 'reject' })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('input.reason'),
    });
    await expect(
      decide(
        { ...filed, version: '1' },
        { decision: 'reject', reason: 'Not this account' },
      ),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('has changed since it was read'),
    });
    expect(
      await decide(filed, { decision: 'reject', reason: 'Not this account' }),
    ).toMatchObject({ state: 'rejected' });
    await expect(
      decide(await get(filed.id), { decision: 'approve' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });
});

describe('the state of a request, for the scaffolder', () => {
  const ask = (id: string, requester: string, subject: string) =>
    of.asService(`/requests/${id}/state?requester=${requester}`, subject);

  it('is told to it alone, of the requests of one requester', async () => {
    const { id } = await file(AWS, 'sandbox-1');
    const { status, body } = await ask(id, ASKER, 'plugin:scaffolder');
    expect({ status, body }).toEqual({
      status: 200,
      body: { id, state: 'submitted' },
    });
    expect((await ask(id, OTHER, 'plugin:scaffolder')).status).toBe(404);
    expect((await ask(id, ASKER, 'plugin:catalog')).status).toBe(403);
    const asUser = await of.call(
      'get',
      `/requests/${id}/state?requester=${ASKER}`,
      { as: APPROVER },
    );
    expect(asUser.status).toBe(403);
  });
});
