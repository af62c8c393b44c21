import {
  securityHubIntegrationSchema,
  securityHubListSchema,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../__testUtils__/answers';
import {
  HUB_PATH,
  NEW,
  OWN,
  REASON,
  row,
  ROWS,
  THEIRS,
  useHubBackend,
} from '../__testUtils__/securityHub';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const simulator = useSimulator(0);
const LIST = '/security-hub/main';
const ONE = `${LIST}/34`;
const hub = useHubBackend(simulator);

async function readOne(path = ONE) {
  const { status, body } = await hub.current.get(path);
  expect({ status, body }).toMatchObject({ status: 200 });
  return securityHubIntegrationSchema.strict().parse(body);
}

async function readList() {
  const { body } = await hub.current.get(LIST);
  return securityHubListSchema.parse(body).items;
}

/** Changes the integration from the state that it has now. */
async function change(
  method: 'put' | 'post',
  path: string,
  body: object,
  of = ONE,
) {
  const { version } = await readOne(of);
  simulator.current.control.clearJournal();
  return hub.current.send(method, `${of}${path}`, body, version);
}

const writes = () =>
  hub.current.calls().filter(call => !call.startsWith('GET'));

const REFUSED = {
  ServiceResponse: {
    responseCode: 'INVALID_REQUEST',
    responseErrorDetails: { errorMessage: 'Not now' },
  },
};

/** As many rows as may be given, each with as many regions as AWS opens at once. */
const MANY = Array.from({ length: 1000 }, (_, n) =>
  row(String(200_000_000_000 + n), {
    regions: [
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
      'ca-central-1',
      'sa-east-1',
      'eu-central-1',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'eu-north-1',
      'ap-south-1',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-southeast-1',
      'ap-southeast-2',
    ],
  }),
);

describe('the integrations of Security Hub', () => {
  it('are shown whole', async () => {
    expect(await readOne()).toMatchObject({ id: '34', rows: ROWS });
    expect(await readList()).toEqual([
      expect.objectContaining({ id: '34', name: 'Commerce', rows: ROWS }),
    ]);
    expect(refusalOf(await hub.current.get(`${LIST}/35`)).status).toBe(404);
    expect(refusalOf(await hub.current.get(`${LIST}/..%2Fvm`)).status).toBe(
      400,
    );
    expect(refusalOf(await hub.current.get('/security-hub/x/34')).status).toBe(
      404,
    );
  });

  it('are for those who manage them alone', async () => {
    const { version } = await readOne();
    hub.current.denied.add('qualys.securityHub.manage');
    simulator.current.control.clearJournal();
    const typed = { name: 'Commerce', reason: REASON };
    for (const answer of [
      await hub.current.get(LIST),
      await hub.current.get(ONE),
      await hub.current.send('post', LIST, { name: 'New', rows: [row(NEW)] }),
      await hub.current.send('put', ONE, { rows: [] }, version),
      await hub.current.send('put', `${ONE}/name`, { name: 'New' }, version),
      await hub.current.send('post', `${ONE}/accounts/delete`, typed, version),
      await hub.current.send('post', `${ONE}/delete`, typed, version),
    ]) {
      expect(refusalOf(answer)).toMatchObject({
        status: 403,
        message: expect.stringContaining('qualys.securityHub.manage'),
      });
    }
    expect(hub.current.calls()).toEqual([]);
  });

  it('change from a known state alone', async () => {
    const rename = (version?: string) =>
      hub.current.send('put', `${ONE}/name`, { name: 'New' }, version);
    expect(refusalOf(await rename()).status).toBe(428);
    expect(refusalOf(await rename('old'))).toMatchObject({
      status: 412,
      current: { name: 'Commerce' },
    });
    expect(writes()).toEqual([]);
  });
});

describe('creating an integration', () => {
  const create = (name = 'New', rows = [row(NEW)]) =>
    hub.current.send('post', LIST, { name, rows });

  it('creates and configures it, and keeps it in the history under its id', async () => {
    const { status, body } = await create();
    expect(status).toBe(200);
    const made = securityHubIntegrationSchema.parse(body);
    expect(made).toMatchObject({ name: 'New', rows: [row(NEW)] });
    expect(hub.current.calls()).toEqual([
      'GET get/',
      'POST add',
      `POST add/${made.id}/vm`,
      `GET get/${made.id}/vm/`,
    ]);
    expect(await hub.current.history('/history')).toEqual([
      expect.objectContaining({
        entityRef: '',
        type: 'securityHubIntegration',
        objectId: made.id,
        action: 'create',
        outcome: 'done',
      }),
    ]);
    expect(hub.current.held()).toHaveLength(ROWS.length);
    expect(await readList()).toHaveLength(2);
  });

  it('takes as many rows as may be given, also to configure it again', async () => {
    const { status, body } = await create('New', MANY);
    expect(status).toBe(200);
    const made = securityHubIntegrationSchema.parse(body);
    expect(made.rows).toHaveLength(MANY.length);
    const changed = MANY.map(each => ({ ...each, minSeverity: 2 }));
    const answer = await change(
      'put',
      '',
      { rows: changed },
      `${LIST}/${made.id}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.body.rows).toEqual(
      expect.arrayContaining([changed[0], changed.at(-1)]),
    );
  });

  it('is refused for a name that is taken, and for rows that are wrong', async () => {
    expect(refusalOf(await create('Commerce'))).toMatchObject({
      status: 400,
      fields: [{ path: 'body.name' }],
    });
    expect(
      refusalOf(await create('New', [row(NEW, { minSeverity: 9 })])),
    ).toMatchObject({
      status: 400,
      fields: [{ path: 'body.rows.0.minSeverity' }],
    });
    expect(refusalOf(await create('New', [])).status).toBe(400);
    expect(writes()).toEqual([]);
  });

  it('can be resumed, or the integration deleted, where it was not configured', async () => {
    const { control } = simulator.current;
    control.addFault({
      match: { method: 'POST', path: '/vm' },
      kind: 'status',
      status: 200,
      body: REFUSED,
      times: 1,
    });
    const { status, steps, current } = refusalOf(await create());
    expect(status).toBe(400);
    expect(steps?.map(({ state }) => state)).toEqual([
      'done',
      'failed',
      'notDone',
    ]);
    const { id, rows } = securityHubIntegrationSchema.parse(current);
    expect(rows).toEqual([]);
    const [entry] = await hub.current.history('/history');
    expect(entry).toMatchObject({ objectId: id, outcome: 'partly', steps });

    const made = `${LIST}/${id}`;
    const resumed = await change('put', '', { rows: [row(NEW)] }, made);
    expect(resumed.status).toBe(200);
    expect(writes()).toEqual([`POST add/${id}/vm`]);
    expect(hub.current.held(id)).toEqual([row(NEW)]);

    const deleted = await change(
      'post',
      '/delete',
      { name: 'New', reason: REASON },
      made,
    );
    expect(deleted.body).toEqual({ deleted: true });
    expect(writes()).toEqual([`DELETE delete/${id}`]);
    expect(refusalOf(await hub.current.get(made)).status).toBe(404);
    expect((await readList()).map(each => each.id)).toEqual(['34']);
  });

  it.each(['INVALID_REQUEST', 'OBJECT_NOT_FOUND'])(
    'shows one that was not configured, though Qualys answers %s for it alone',
    async responseCode => {
      const { control } = simulator.current;
      control.addSecurityHubIntegration({ id: '41', name: 'Empty', rows: [] });
      control.addFault({
        match: { path: '/get/integration/amazon/securityhub/41' },
        kind: 'status',
        status: 200,
        body: { ServiceResponse: { ...REFUSED.ServiceResponse, responseCode } },
      });
      expect(await readOne(`${LIST}/41`)).toMatchObject({
        name: 'Empty',
        rows: [],
      });
    },
  );

  it('finds the integration where only the answer was lost', async () => {
    simulator.current.control.addFault({
      match: { method: 'POST', path: '/add/' },
      kind: 'applied',
      times: 1,
    });
    const { status } = await create();
    expect(status).toBe(200);
    expect(writes().filter(call => call === 'POST add')).toHaveLength(1);
    expect(await readList()).toHaveLength(2);
  });
});

describe('changing an integration', () => {
  it('configures its rows', async () => {
    const rows = [row(OWN), row(NEW), row(THEIRS, { regions: ['eu-west-1'] })];
    const { status, body } = await change('put', '', { rows });
    expect({ status, body }).toMatchObject({ status: 200 });
    expect(body.rows).toEqual(expect.arrayContaining(rows));
    expect(writes()).toEqual(['PUT update/34/vm']);
  });

  it('wants a reason for a weakening, and no permission on an entity', async () => {
    hub.current.denied.add('qualys.settings.weaken');
    const rows = [row(OWN)];
    expect(refusalOf(await change('put', '', { rows }))).toMatchObject({
      status: 400,
      fields: [{ path: 'body.reason' }],
    });
    const { status } = await change('put', '', { rows, reason: REASON });
    expect(status).toBe(200);
    expect(hub.current.held()).toEqual([row(OWN)]);
  });

  it.each([undefined, 'applied'] as const)(
    'renames it once, and shows the new name (fault: %s)',
    async kind => {
      if (kind) {
        const match = { path: '/update/' };
        simulator.current.control.addFault({ match, kind, times: 1 });
      }
      const { status, body } = await change('put', '/name', { name: 'New' });
      expect({ status, name: body.name }).toEqual({ status: 200, name: 'New' });
      expect(writes()).toEqual(['POST update/34']);
      expect(await readOne()).toMatchObject({ name: 'New', rows: ROWS });
      expect((await readList())[0].name).toBe('New');
    },
  );

  it('refuses a name that could not be read back', async () => {
    const name = 'a, integrationId=5';
    const answer = await change('put', '/name', { name });
    expect(refusalOf(answer)).toMatchObject({
      status: 400,
      fields: [{ path: 'body.name' }],
    });
  });
});

describe('deleting in Security Hub', () => {
  it.each(['/delete', '/accounts/delete'])(
    'takes the name, typed, and a reason for %s',
    async path => {
      const wrong = await change('post', path, {
        name: 'commerce',
        reason: REASON,
      });
      expect(refusalOf(wrong)).toMatchObject({
        status: 400,
        fields: [{ path: 'body.name' }],
      });
      const silent = await change('post', path, { name: 'Commerce' });
      expect(refusalOf(silent)).toMatchObject({
        status: 400,
        fields: [{ path: 'body.reason' }],
      });
      expect(writes()).toEqual([]);
    },
  );

  const typed = { name: 'Commerce', reason: REASON };

  it.each([
    ['needsBody', 2],
    ['ignoresBody', 1],
    ['refusesBody', 1],
  ] as const)(
    'takes all accounts out where the call %s',
    async (securityHubDeleteAccounts, calls) => {
      simulator.current.control.setBehaviours({ securityHubDeleteAccounts });
      const { status, body } = await change('post', '/accounts/delete', typed);
      expect({ status, rows: body.rows }).toEqual({ status: 200, rows: [] });
      expect(hub.current.held()).toEqual([]);
      expect(writes()).toEqual(Array(calls).fill('POST delete/34/vm'));
    },
  );

  it.each([undefined, 'applied'] as const)(
    'deletes the integration once (fault: %s)',
    async kind => {
      if (kind) {
        const match = { path: '/delete/' };
        simulator.current.control.addFault({ match, kind, times: 1 });
      }
      const { status } = await change('post', '/delete', typed);
      expect(status).toBe(200);
      expect(writes()).toEqual(['DELETE delete/34']);
      expect(hub.current.held()).toBeUndefined();
      expect(await hub.current.history('/history')).toEqual([
        expect.objectContaining({
          action: 'delete',
          outcome: 'done',
          reason: REASON,
        }),
      ]);
      // What the teams were shown before is gone with it.
      const { status: seen } = await hub.current.get(HUB_PATH);
      expect(seen).toBe(404);
    },
  );
});
