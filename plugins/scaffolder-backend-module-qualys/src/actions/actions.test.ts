import qualysPlugin from 'backstage-plugin-qualys-backend';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import {
  APPROVER,
  ASKER,
  startPortal,
  type Portal,
} from '../__testUtils__/portal';

jest.setTimeout(60_000);

let portal: Portal;
beforeEach(async () => {
  portal = await startPortal(qualysPlugin);
});
afterEach(() => portal.stop());

const REQUEST = 'qualys:connector:request';
const AWAIT = 'qualys:connector:await';

const settings = {
  name: 'Payments sandbox',
  purpose: 'To see what is open in the sandbox',
  owner: 'group:default/payments',
  account: '048213570001',
  partition: 'aws',
};
const AWS = { subscription: 'main', provider: 'AWS', settings };
const { partition: _, ...plain } = settings;
const GCP = {
  subscription: 'main',
  provider: 'GCP',
  settings: { ...plain, account: 'payments-prod' },
};
const ARN = 'arn:aws:iam::048213570001:role/qualys';

const request = (input: object = AWS, step: object = {}) =>
  portal.run(REQUEST, { input, ...step });

describe('the actions', () => {
  it('have examples that their own schemas take', () => {
    const used = [...portal.actions.values()].flatMap(({ examples = [] }) =>
      examples.flatMap(({ example }) => parse(example).steps),
    );
    expect(new Set(used.map(({ action }) => action))).toEqual(
      new Set(portal.actions.keys()),
    );
    for (const { action, input } of used) {
      const { schema } = portal.actions.get(action)!;
      expect(validate(input, schema!.input!).errors).toEqual([]);
    }
  });

  it('have no place for what they do not know', () => {
    for (const { id, schema } of portal.actions.values()) {
      const input = { ...AWS, authenticationKey: 'secret-of-the-app' };
      expect({ id, isTaken: validate(input, schema!.input!).valid }).toEqual({
        id,
        isTaken: false,
      });
    }
  });
});

describe('qualys:connector:request', () => {
  it('submits a request for AWS, and says where it is and what the role needs', async () => {
    const { outputs } = await request();
    const [filed] = await portal.requests();
    expect(filed).toMatchObject({
      state: 'submitted',
      requester: ASKER,
      settings,
    });
    expect(outputs).toEqual({
      requestId: filed.id,
      url: `https://portal.example.com/qualys/requests/${filed.id}`,
      state: 'submitted',
      externalId: filed.access.externalId,
      trustPolicy: expect.stringContaining(filed.access.externalId),
    });
  });

  it('hands over a role that is there already', async () => {
    await request({ ...AWS, arn: ARN });
    const [filed] = await portal.requests();
    expect(filed).toMatchObject({ state: 'submitted', access: { arn: ARN } });
  });

  it('leaves a request for GCP a draft, with a link to where the key is entered', async () => {
    const { outputs, lines } = await request(GCP);
    expect(outputs).toMatchObject({ state: 'draft' });
    expect(lines.join()).toContain(`enter the key on ${outputs.url}`);
  });

  it('files nothing twice, whether its checkpoint was kept or lost', async () => {
    const checkpoints = new Map();
    const first = await request(AWS, { checkpoints });
    const { act } = portal;
    await act(first.outputs.requestId as string, 'approve', APPROVER);
    // With the checkpoint the outputs are those of the first run.
    expect((await request(AWS, { checkpoints })).outputs).toEqual(
      first.outputs,
    );
    const lost = await request(
      Object.fromEntries(Object.entries(AWS).reverse()),
    );
    expect(lost.outputs).toMatchObject({
      requestId: first.outputs.requestId,
      state: 'awaitingAccess',
    });
    expect(await portal.requests()).toHaveLength(1);
  });

  it('files another one for another step, task, or input', async () => {
    const named = (name: string, account: string) => ({
      ...AWS,
      settings: { ...settings, name, account },
    });
    await request(named('One', '048213570001'));
    await request(named('Two', '048213570002'), { stepId: 'step-2' });
    await request(named('Three', '048213570003'), { taskId: 'task-2' });
    await request(named('Four', '048213570004'));
    expect(await portal.requests()).toHaveLength(4);
  });

  it('keeps nothing in a dry run, and says what is wrong', async () => {
    expect((await request(AWS, { isDryRun: true })).outputs).toEqual({
      url: 'https://portal.example.com/qualys/requests',
      state: 'submitted',
    });
    await expect(
      request(
        { ...AWS, settings: { ...settings, owner: 'group:default/other' } },
        { isDryRun: true },
      ),
    ).rejects.toThrow(
      'input.settings.owner: must be one of your groups: group:default/payments',
    );
    expect(await portal.requests()).toEqual([]);
  });

  it('says what is wrong in terms of its input, and keeps nothing', async () => {
    await expect(
      request({ ...AWS, settings: { ...settings, account: '12' } }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^input\.settings\.account: .*12 digits/),
    });
    await expect(request({ ...AWS, subscription: 'no' })).rejects.toThrow(
      'input.subscription: must be one of the configured subscriptions: main',
    );
    await request();
    await expect(request(AWS, { taskId: 'task-2' })).rejects.toThrow(
      'input.settings.name: is the name of another connector or of another request',
    );
    expect(await portal.requests()).toHaveLength(1);
  });

  it('takes what was left empty as not given', async () => {
    await request({ ...AWS, settings: { ...settings, system: '' }, arn: '' });
    expect((await portal.requests())[0].settings).toEqual(settings);
  });

  it.each<[string, object, object]>([
    [
      'a field for one',
      { ...GCP, settings: { ...GCP.settings, keyFile: 'hidden-key-file' } },
      {},
    ],
    [
      'a secret of the task in a text',
      { ...GCP, settings: { ...GCP.settings, purpose: 'see hidden-key' } },
      { secrets: { key: 'hidden-key' } },
    ],
    [
      'a private key in a text',
      {
        ...GCP,
        settings: {
          ...GCP.settings,
          description: '-----BEGIN PRIVATE KEY-----\nhidden-key',
        },
      },
      {},
    ],
  ])('refuses %s', async (_what, input, step) => {
    const error = await request(input, step).catch(thrown => thrown);
    expect(error.name).toBe('InputError');
    expect(error.message).not.toContain('hidden-key');
    expect(await portal.requests()).toEqual([]);
  });
});

describe('qualys:connector:await', () => {
  const file = async (input: object = AWS) =>
    (await request(input)).outputs.requestId as string;
  const wait = (id: string, step: object = {}) =>
    portal.run(AWAIT, {
      input: { requestId: id, timeout: { seconds: 1 } },
      ...step,
    });

  it('ends as still pending where nobody has decided in time', async () => {
    const { outputs } = await wait(await file());
    expect(outputs).toEqual({
      state: 'submitted',
      stillPending: true,
      active: false,
    });
  });

  it('ends at once where the request has come to its end', async () => {
    const id = await file();
    await portal.act(id, 'reject', APPROVER, { reason: 'Not this account' });
    const { outputs } = await portal.run(AWAIT, {
      input: { requestId: id, timeout: { minutes: 5 } },
    });
    expect(outputs).toEqual({
      state: 'rejected',
      stillPending: false,
      active: false,
    });
  });

  it('tells of requests of whoever runs the template alone', async () => {
    const id = await file();
    await expect(wait(id, { user: APPROVER })).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('ends with the task', async () => {
    const id = await file();
    const task = new AbortController();
    const waiting = portal.run(AWAIT, {
      input: { requestId: id, timeout: { minutes: 5 } },
      signal: task.signal,
    });
    task.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not wait for long, nor in a dry run', async () => {
    await expect(
      portal.run(AWAIT, {
        input: { requestId: 'x', timeout: { minutes: 6 } },
      }),
    ).rejects.toThrow('input.timeout: must be between');
    expect(
      (await portal.run(AWAIT, { input: {}, isDryRun: true })).outputs,
    ).toMatchObject({ stillPending: true });
  });
});

describe('qualys:external-id:create', () => {
  it('makes one that a task which runs again keeps', async () => {
    const checkpoints = new Map();
    const make = () =>
      portal.run('qualys:external-id:create', {
        input: { subscription: 'main', partition: 'aws-us-gov' },
        checkpoints,
      });
    const { outputs } = await make();
    expect(outputs).toEqual({
      externalId: expect.stringMatching(/^USPOD01-4765-[A-Za-z0-9]{13}$/),
      principalAccount: expect.stringMatching(/^\d{12}$/),
      customerOwned: false,
      trustPolicy: expect.stringContaining('arn:aws-us-gov:iam::'),
    });
    expect((await make()).outputs).toEqual(outputs);
    checkpoints.clear();
    expect((await make()).outputs.externalId).not.toBe(outputs.externalId);
  });
});
