import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { ResponseError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  connectorErrorListSchema,
  connectorListSchema,
  errorBodySchema,
  mirroredConnectorSchema,
  catalogStateSchema,
  snapshotChangesSchema,
  snapshotGoneSchema,
  snapshotPageSchema,
  syncStartedSchema,
} from 'backstage-plugin-qualys-common';
import request from 'supertest';
import {
  asPlugin,
  simulated,
  startQualysBackend,
} from './__testUtils__/backend';
import { useSimulator } from './__testUtils__/simulator';

jest.setTimeout(60_000);

type Backend = Awaited<ReturnType<typeof startQualysBackend>>;

/** The error in an answer, which must have the shape that the API promises. */
function errorOf({ body, status }: request.Response) {
  const parsed = errorBodySchema.strict().parse(body);
  expect(parsed.response.statusCode).toBe(status);
  return parsed.error;
}

describe('the routes', () => {
  const simulator = useSimulator(60);
  let backend: Backend;
  let ids: string[];

  const subscriptions = () => ({ main: simulated(simulator.current) });

  beforeAll(async () => {
    backend = await startQualysBackend({ subscriptions: subscriptions() });
    await backend.scheduler.triggerTask('qualys-sync-main');
    const { body } = await backend.get('/connectors?limit=200');
    ids = connectorListSchema.parse(body).items.map(({ id }) => id);
  });
  afterAll(() => backend.stop());

  it('give pages of connectors, and what a filter leaves of them', async () => {
    const first = await backend.get('/connectors?limit=25&sort=-lastSyncedOn');
    expect(first.status).toBe(200);
    expect(first.headers['cache-control']).toBe('no-store');
    const page = connectorListSchema.parse(first.body);
    expect(page).toMatchObject({ totalItems: 60 });
    expect(page.items).toHaveLength(25);

    const second = await backend.get(
      `/connectors?limit=25&sort=-lastSyncedOn&cursor=${page.nextCursor}`,
    );
    const next = connectorListSchema.parse(second.body).items;
    expect(next).toHaveLength(25);
    expect(page.items.map(({ id }) => id)).not.toContain(next[0].id);

    const { body } = await backend.get('/connectors?provider=AZURE');
    const azure = connectorListSchema.parse(body);
    expect(azure.totalItems).toBeLessThan(60);
    expect(azure.items.every(({ provider }) => provider === 'AZURE')).toBe(
      true,
    );
  });

  it('give one connector, or say that there is none', async () => {
    const { body } = await backend.get(`/connectors/main/${ids[0]}`);
    expect(mirroredConnectorSchema.parse(body)).toMatchObject({
      id: ids[0],
      subscription: 'main',
    });
    for (const path of [
      '/connectors/main/nobody',
      `/connectors/other/${ids[0]}`,
      '/nothing-here',
    ]) {
      expect(errorOf(await backend.get(path))).toMatchObject({
        name: 'NotFoundError',
        code: 'notFound',
      });
    }
  });

  it.each<[string, string[]]>([
    ['/connectors?limit=0', ['query.limit']],
    ['/connectors?limit=many', ['query.limit']],
    ['/connectors?sort=password', ['query.sort']],
    ['/connectors?state=odd', ['query.state']],
    ['/connectors?q=a&q=b', ['query.q']],
    ['/connectors?q[a]=b', ['query.q']],
    ['/connectors?colour=red', ['query']],
    ['/connectors/MAIN/x', ['params.subscription']],
    ['/connectors/main/%00', ['params.id']],
    [`/connectors/main/${'x'.repeat(300)}`, ['params.id']],
    ['/connectors/main/%E0%A4%A', []],
    ['/connectors?cursor=nonsense', []],
    ['/status?verbose=1', ['query']],
  ])('refuse %s', async (path, fields) => {
    const answer = await backend.get(path);
    expect(answer.status).toBe(400);
    const error = errorOf(answer);
    expect(error).toMatchObject({ name: 'InputError', code: 'invalid' });
    expect(error.fields?.map(each => each.path) ?? []).toEqual(
      expect.arrayContaining(fields),
    );
  });

  it('answer errors in the way that Backstage reads them', async () => {
    const answer = await backend.get('/connectors/main/nobody');
    const error = await ResponseError.fromResponse({
      ok: false,
      status: answer.status,
      statusText: 'Not Found',
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () => answer.text,
      json: async () => answer.body,
    } as unknown as Response);
    expect(error.cause).toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('main/nobody'),
    });
  });

  it('want somebody to be signed in', async () => {
    for (const path of ['/status', '/connectors', '/snapshot']) {
      const { status } = await backend.get(path, mockCredentials.none.header());
      expect(status).toBe(401);
    }
  });

  describe('for errors', () => {
    it('ask Qualys once, however many ask', async () => {
      const { control } = simulator.current;
      const [id] = ids;
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          backend.get(`/connectors/main/${id}/errors`),
        ),
      );
      await backend.get(`/connectors/main/${id}/errors`);
      for (const { body, status } of answers) {
        expect(status).toBe(200);
        expect(connectorErrorListSchema.parse(body)).toEqual(answers[0].body);
      }
      const calls = control
        .journal()
        .filter(call => call.path.endsWith('/errors'));
      expect(calls).toHaveLength(1);
    });

    it('give the newest, and say that there are more', async () => {
      const { connectorId } = simulator.current.control.addConnector({
        provider: 'AWS',
        state: 'ERROR',
        errors: Array.from({ length: 650 }, (_, n) => ({ error: `E${n}` })),
      });
      await backend.scheduler.triggerTask('qualys-sync-main');
      const { body } = await backend.get(
        `/connectors/main/${connectorId}/errors`,
      );
      const list = connectorErrorListSchema.parse(body);
      expect(list.items).toHaveLength(500);
      expect(list.truncated).toBe(true);
      const times = list.items.map(({ occurredOn }) => occurredOn ?? '');
      expect(times).toEqual([...times].sort().reverse());
    });

    it('say why there is no answer, or why it is an old one', async () => {
      const { control } = simulator.current;
      const id = ids[1];
      const now = jest.spyOn(Date, 'now');
      const at = Date.now();

      control.addFault({
        match: { path: '/errors' },
        kind: 'status',
        status: 401,
      });
      const refused = await backend.get(`/connectors/main/${id}/errors`);
      expect(refused.status).toBe(503);
      expect(errorOf(refused)).toMatchObject({
        code: 'authentication',
        message:
          'Qualys refuses the portal’s own account; the platform team can find out why',
      });

      // Nobody else waits for the same failure.
      control.clearFaults();
      control.clearJournal();
      await backend.get(`/connectors/main/${id}/errors`).expect(503);
      expect(control.journal()).toEqual([]);

      // Further attempts could lock the user in Qualys, whatever they ask for.
      now.mockReturnValue(at + 299_000);
      for (const other of [id, ids[2], ids[3]]) {
        const { body } = await backend
          .get(`/connectors/main/${other}/errors`)
          .expect(503);
        expect(body.error.code).toBe('authentication');
      }
      expect(control.journal()).toEqual([]);

      now.mockReturnValue(at + 301_000);
      const { body: good } = await backend
        .get(`/connectors/main/${id}/errors`)
        .expect(200);

      now.mockReturnValue(at + 420_000);
      control.addFault({
        match: { path: '/errors' },
        kind: 'status',
        status: 500,
      });
      const { body: old } = await backend
        .get(`/connectors/main/${id}/errors`)
        .expect(200);
      expect(connectorErrorListSchema.parse(old)).toEqual({
        ...good,
        staleBecause: 'Qualys cannot be reached at present',
      });
      now.mockRestore();
    });
  });

  describe('for the catalog', () => {
    it('give a snapshot page by page', async () => {
      const catalog = asPlugin('catalog');
      const first = await backend.get('/snapshot?limit=40', catalog);
      expect(first.status).toBe(200);
      const page = snapshotPageSchema.parse(first.body);
      expect(page.items).toHaveLength(40);
      expect(page.subscriptions).toEqual(['main']);
      const second = await backend.get(
        `/snapshot?limit=40&revision=${page.revision}&cursor=${page.nextCursor}`,
        catalog,
      );
      const rest = snapshotPageSchema.parse(second.body);
      expect(rest.revision).toBe(page.revision);
      expect(rest.nextCursor).toBeUndefined();

      const moved = await backend.get(
        `/snapshot?revision=${page.revision + 1}`,
        catalog,
      );
      expect(errorOf(moved)).toMatchObject({ code: 'conflict' });
    });

    it('tell what has changed since, and what has gone', async () => {
      const catalog = asPlugin('catalog');
      const { body } = await backend.get('/snapshot?limit=1', catalog);
      const now = await backend.get(
        `/snapshot/changes?since=${body.revision}`,
        catalog,
      );
      expect(snapshotChangesSchema.parse(now.body)).toEqual({
        revision: body.revision,
        tooMany: false,
        changed: [],
        removed: [],
      });
      const gone = await backend.get('/snapshot/gone', catalog);
      expect(snapshotGoneSchema.parse(gone.body)).toEqual({ removed: [] });
      const answer = await backend.get('/snapshot/changes', catalog);
      expect(answer.status).toBe(400);
    });

    it('take what it made of them, and show it in the status', async () => {
      expect((await backend.get('/status')).body.catalog).toBeUndefined();
      const report = {
        revision: 3,
        entities: 70,
        skipped: 1,
        skippedEntities: [{ subscription: 'main', id: 'x', message: 'no' }],
        leftOut: 0,
      };
      const taken = await backend
        .put('/catalog', asPlugin('catalog'))
        .send(report);
      expect(taken.status).toBe(200);
      const { body } = await backend.get('/status');
      expect(catalogStateSchema.parse(body.catalog)).toMatchObject(report);

      const bad = await backend
        .put('/catalog', asPlugin('catalog'))
        .send({ ...report, entities: -1 });
      expect(errorOf(bad)).toMatchObject({ code: 'invalid' });
      const other = await backend
        .put('/catalog', asPlugin('scaffolder'))
        .send(report);
      expect(other.status).toBe(403);
    });

    it('tell the catalog who is bringing it to a snapshot, until they are done', async () => {
      const say = async (by: string, done: boolean) => {
        const said = await backend
          .put('/catalog/applying', asPlugin('catalog'))
          .send({ by, done });
        expect(said.status).toBe(200);
        const { body } = await backend.get(
          '/snapshot?limit=1',
          asPlugin('catalog'),
        );
        const { applying } = snapshotPageSchema.parse(body);
        expect(said.body).toEqual(applying === undefined ? {} : { applying });
        return applying;
      };
      expect(await say('one', false)).toBe('one');
      expect(await say('other', false)).toBe('other');
      // Who was taken for dead does not speak for the one after.
      expect(await say('one', true)).toBe('other');
      expect(await say('other', true)).toBeUndefined();
      const refused = await backend
        .put('/catalog/applying', asPlugin('scaffolder'))
        .send({ by: 'one', done: false });
      expect(refused.status).toBe(403);
    });

    it.each(['/snapshot/changes?since=0', '/snapshot/gone'])(
      'give %s to nobody else',
      async path => {
        for (const header of [
          mockCredentials.user.header(),
          asPlugin('scaffolder'),
        ]) {
          expect((await backend.get(path, header)).status).toBe(403);
        }
      },
    );

    it('give it to nobody else', async () => {
      for (const header of [
        mockCredentials.user.header(),
        mockCredentials.service.header(),
        asPlugin('scaffolder'),
      ]) {
        const answer = await backend.get('/snapshot', header);
        expect(answer.status).toBe(403);
        expect(errorOf(answer)).toMatchObject({ code: 'permission' });
      }
    });
  });

  describe('that start a sync', () => {
    it('record who asked, and audit it', async () => {
      backend.audited.success.mockClear();
      const header = mockCredentials.user.header('user:default/ada');
      const answer = await backend.post('/subscriptions/main/sync', header);
      expect(answer.status).toBe(200);
      expect(syncStartedSchema.parse(answer.body)).toEqual({
        subscription: 'main',
        alreadyRunning: false,
      });
      const { body } = await backend.get('/status');
      expect(body.subscriptions[0].runs[0].trigger).toBe('user:default/ada');
      expect(backend.auditor.createEvent).toHaveBeenLastCalledWith(
        expect.objectContaining({
          eventId: 'sync-run',
          severityLevel: 'medium',
          meta: { subscription: 'main' },
        }),
      );
      expect(backend.audited.success).toHaveBeenCalledTimes(1);

      await backend.scheduler.triggerTask('qualys-sync-main');
      const later = await backend.get('/status');
      expect(later.body.subscriptions[0].runs[0].trigger).toBe('schedule');
    });

    it('know no other subscription, and say so in the audit, too', async () => {
      backend.audited.fail.mockClear();
      const answer = await backend.post('/subscriptions/other/sync');
      expect(errorOf(answer)).toMatchObject({ code: 'notFound' });
      expect(backend.audited.fail).toHaveBeenCalledTimes(1);
    });

    it('are for users only', async () => {
      for (const header of [
        asPlugin('catalog'),
        mockCredentials.service.header(),
      ]) {
        const answer = await backend.post('/subscriptions/main/sync', header);
        expect(answer.status).toBe(403);
        expect(errorOf(answer)).toMatchObject({ code: 'permission' });
      }
    });

    it('say that one runs already', async () => {
      const { control } = simulator.current;
      const other = await startQualysBackend({
        subscriptions: {
          main: {
            ...simulated(simulator.current),
            schedule: {
              frequency: { hours: 1 },
              timeout: { minutes: 1 },
              initialDelay: { milliseconds: 1 },
            },
          },
        },
        scheduler: schedulerServiceFactory,
      });
      control.clearJournal();
      control.addFault({ match: {}, kind: 'slow', delayMs: 3_000, times: 1 });
      const running = async () => {
        const { body } = await other.get('/status');
        return body.subscriptions[0].runs[0]?.outcome;
      };
      await until(async () => (await running()) === 'running');
      const { body } = await other.post('/subscriptions/main/sync');
      expect(body).toEqual({ subscription: 'main', alreadyRunning: true });
      await until(async () => (await running()) === 'complete');
      const { body: status } = await other.get('/status');
      expect(status.subscriptions[0].runs).toHaveLength(1);
      expect(status.subscriptions[0].runs[0].trigger).toBe('schedule');
      await other.stop();
    });
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe('without permission', () => {
  const simulator = useSimulator(5);

  it('every route refuses, and names what is missing', async () => {
    const backend = await startQualysBackend({
      subscriptions: { main: simulated(simulator.current) },
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    await backend.scheduler.triggerTask('qualys-sync-main');
    simulator.current.control.clearJournal();

    for (const [path, permission] of [
      ['/status', 'qualys.status.read'],
      ['/connectors', 'qualys.connector.read'],
      ['/connectors/main/x', 'qualys.connector.read'],
      ['/connectors/main/x/errors', 'qualys.connector.read'],
    ]) {
      const answer = await backend.get(path);
      expect(answer.status).toBe(403);
      expect(errorOf(answer)).toEqual({
        name: 'NotAllowedError',
        code: 'permission',
        message: expect.stringContaining(permission),
      });
    }
    const answer = await backend.post('/subscriptions/main/sync');
    expect(answer.status).toBe(403);
    expect(errorOf(answer).message).toContain('qualys.sync.run');
    expect(backend.audited.fail).toHaveBeenCalledTimes(1);
    expect(simulator.current.control.journal()).toEqual([]);
    await backend.stop();
  });
});

describe('a configuration that cannot be right', () => {
  it.each([
    ['platform', { platform: 'qg2' }, { username: 'u', password: 'p' }],
    [
      'credentials.username',
      { platform: 'US2' },
      { username: 'u:colon', password: 'hunter2' },
    ],
  ])(
    'keeps the backend from starting, and names %s',
    async (key, location, credentials) => {
      const failure = await startQualysBackend({
        subscriptions: { main: { ...location, credentials } },
      }).then(
        () => undefined,
        error => String(error),
      );
      expect(failure).toContain(`qualys.subscriptions.main.${key}`);
      expect(failure).not.toContain('hunter2');
    },
  );
});
