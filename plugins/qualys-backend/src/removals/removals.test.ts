import { mockServices } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import {
  errorBodySchema,
  heldBackListSchema,
  removalDecidedSchema,
  statusSchema,
  type HeldBackRemoval,
} from 'backstage-plugin-qualys-common';
import {
  asPlugin,
  simulated,
  startQualysBackend,
} from '../__testUtils__/backend';
import { testDatabases } from '../__testUtils__/databases';
import { standIn } from '../__testUtils__/services';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(120_000);

const PATH = '/subscriptions/main/removals';

describe('a held-back removal', () => {
  const databases = testDatabases();
  const simulator = useSimulator(120);
  const denied = new Set<string>();
  const send = jest.fn(async (_notification: object) => {});
  let backend: Awaited<ReturnType<typeof startQualysBackend>>;
  let gone: string[];

  const sync = () => backend.scheduler.triggerTask('qualys-sync-main');

  const idsOf = async (provider: string): Promise<string[]> => {
    const { body } = await backend.get(
      `/connectors?provider=${provider}&limit=200`,
    );
    return body.items.map(({ id }: { id: string }) => id);
  };

  const removeInQualys = (ids: string[]) =>
    ids.forEach(id => simulator.current.control.removeConnector(id));

  const current = async (): Promise<HeldBackRemoval[]> => {
    const { body } = await backend.get('/status');
    return statusSchema.parse(body).subscriptions[0].heldBack;
  };

  const decide = (action: string, body: object) =>
    backend.post(`${PATH}/${action}`).send(body);

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    beforeEach(async () => {
      denied.clear();
      send.mockReset();
      backend = await startQualysBackend({
        knex: await databases.init(databaseId),
        subscriptions: { main: simulated(simulator.current) },
        qualys: { notify: ['platform'], pagePath: '/security' },
        features: [
          standIn(notificationService, { send }),
          mockServices.permissions.mock({
            authorize: async (requests: AuthorizePermissionRequest[]) =>
              requests.map(({ permission }) => ({
                result: denied.has(permission.name)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
              })),
          }).factory,
        ],
      });
      await sync();
      gone = (await idsOf('AWS')).slice(0, 20);
      removeInQualys(gone);
      await sync();
      backend.events.publish.mockClear();
    });
    afterEach(() => backend.stop());

    it('is shown with its run, its reason and its connectors', async () => {
      const { body } = await backend.get('/status');
      const [subscription] = statusSchema.parse(body).subscriptions;
      expect(subscription.runs[0]).toMatchObject({
        outcome: 'complete',
        removed: 0,
        heldBack: 20,
      });
      expect(subscription.heldBack).toMatchObject([
        {
          provider: 'AWS',
          state: 'waiting',
          connectors: 20,
          reason: { code: 'tooMany' },
        },
      ]);

      const first = await backend.get(`${PATH}?provider=AWS&limit=15`);
      const page = heldBackListSchema.parse(first.body);
      expect(page).toMatchObject({
        removals: subscription.heldBack,
        totalItems: 20,
      });
      const rest = await backend.get(
        `${PATH}?provider=AWS&limit=15&cursor=${page.nextCursor}`,
      );
      const ids = [...page.items, ...heldBackListSchema.parse(rest.body).items];
      expect(ids.map(({ id }) => id).sort()).toEqual([...gone].sort());
    });

    it('is told of once, to those who decide', async () => {
      await sync();
      await sync();
      expect(send).toHaveBeenCalledTimes(1);
      expect(send).toHaveBeenCalledWith({
        recipients: { type: 'entity', entityRef: ['group:default/platform'] },
        payload: expect.objectContaining({
          title: '20 AWS connectors are missing in Qualys (Example Corp)',
          description: expect.stringContaining('no longer see them'),
          link: '/security/syncs',
        }),
      });
      const warnings = backend.logs.filter(
        ({ level, text }) => level === 'warn' && text.includes('20 AWS'),
      );
      expect(warnings).toHaveLength(1);

      // One more is another removal, in the same place.
      removeInQualys((await idsOf('AWS')).slice(20, 21));
      send.mockRejectedValueOnce(new Error('nobody listens'));
      await sync();
      await sync();
      await sync();
      expect(send).toHaveBeenCalledTimes(3);
      const scopes = send.mock.calls.map(
        ([notification]) =>
          (notification as { payload: { scope: string } }).payload.scope,
      );
      expect(new Set(scopes)).toEqual(new Set(['qualys-removals:main:AWS']));
    });

    it('goes when it is confirmed: the catalog is told, and the audit says whose it was', async () => {
      const [{ version }] = await current();
      const body = { provider: 'AWS', version, reason: ' Moved away ' };
      const answer = await decide('confirm', body);
      expect(answer.status).toBe(200);
      expect(removalDecidedSchema.parse(answer.body)).toEqual({
        subscription: 'main',
        provider: 'AWS',
        connectors: 20,
      });

      await backend.get(`/connectors/main/${gone[0]}`).expect(404);
      expect(await current()).toEqual([]);
      const snapshot = await backend.get(
        '/snapshot?limit=200',
        asPlugin('catalog'),
      );
      // One more is in Asset Management alone.
      expect(snapshot.body.items).toHaveLength(101);
      const announced = backend.events.publish.mock.calls.filter(
        ([{ topic }]) => topic === 'qualys.mirror',
      );
      expect(announced).toHaveLength(1);
      expect(backend.events.publish).toHaveBeenCalledWith({
        topic: 'qualys.mirror',
        eventPayload: {
          subscription: 'main',
          revision: snapshot.body.revision,
        },
      });
      expect(backend.auditor.createEvent).toHaveBeenLastCalledWith(
        expect.objectContaining({
          eventId: 'removal-decide',
          severityLevel: 'medium',
          meta: {
            subscription: 'main',
            action: 'confirm',
            provider: 'AWS',
            version,
            reason: 'Moved away',
          },
        }),
      );
      expect(backend.audited.success).toHaveBeenLastCalledWith({
        meta: { connectors: 20, connectorIds: expect.arrayContaining(gone) },
      });
    });

    it('stays when it is dismissed, with the name of who said so', async () => {
      const [{ version }] = await current();
      await decide('dismiss', { provider: 'AWS', version }).expect(200);
      await sync();
      expect(await current()).toMatchObject([
        { state: 'dismissed', connectors: 20, decidedBy: 'user:default/mock' },
      ]);
      await backend.get(`/connectors/main/${gone[0]}`).expect(200);
      expect(backend.events.publish).not.toHaveBeenCalled();
      expect(send).toHaveBeenCalledTimes(1);

      await decide('confirm', { provider: 'AWS', version }).expect(200);
      await backend.get(`/connectors/main/${gone[0]}`).expect(404);
    });

    it('is not decided about by who saw another one, and they are told the present one', async () => {
      const [{ version }] = await current();
      removeInQualys((await idsOf('AWS')).slice(20, 22));
      await sync();
      for (const action of ['confirm', 'dismiss']) {
        const refused = await decide(action, { provider: 'AWS', version });
        expect(refused.status).toBe(409);
        const { error } = errorBodySchema.strict().parse(refused.body);
        expect(error).toMatchObject({
          code: 'conflict',
          message: expect.stringContaining('look at them again'),
        });
        const now = heldBackListSchema.parse(error.current);
        expect(now.removals).toEqual(await current());
        expect(now.totalItems).toBe(22);
      }
      await backend.get(`/connectors/main/${gone[0]}`).expect(200);
      expect(backend.audited.fail).toHaveBeenCalledTimes(2);
    });

    it('is nothing to decide about once it is decided, or has returned', async () => {
      const [{ version }] = await current();
      simulator.current.control.reset();
      await sync();
      expect(await current()).toEqual([]);
      const refused = await decide('confirm', { provider: 'AWS', version });
      expect(refused.status).toBe(409);
      expect(refused.body.error).toMatchObject({
        message: expect.stringContaining('they have returned'),
        current: { removals: [], items: [], totalItems: 0 },
      });
      await backend.get(`/connectors/main/${gone[0]}`).expect(200);
    });

    it('is for those with the permission, and for users alone', async () => {
      const [{ version }] = await current();
      const body = { provider: 'AWS', version };
      for (const action of ['confirm', 'dismiss']) {
        denied.add('qualys.removal.decide');
        const refused = await decide(action, body);
        expect(refused.status).toBe(403);
        expect(refused.body.error.message).toContain('qualys.removal.decide');
        denied.clear();
        await backend
          .post(`${PATH}/${action}`, asPlugin('catalog'))
          .send(body)
          .expect(403);
      }
      expect(backend.audited.fail).toHaveBeenCalledTimes(2);
      expect(await current()).toHaveLength(1);

      denied.add('qualys.connector.read');
      await backend.get(PATH).expect(403);
    });

    it.each([
      [PATH, 'confirm', { provider: 'AWS' }, 400],
      [PATH, 'dismiss', { provider: 'OCI', version: 'x' }, 400],
      [PATH, 'confirm', { provider: 'AWS', version: 'x', all: true }, 400],
      [PATH, 'confirm', { provider: 'GCP', version: 'x' }, 409],
      [
        '/subscriptions/other/removals',
        'confirm',
        { provider: 'AWS', version: 'x' },
        404,
      ],
    ])('refuses %s/%s with %j: %i', async (path, action, body, status) => {
      const answer = await backend.post(`${path}/${action}`).send(body);
      expect(answer.status).toBe(status);
    });

    it('cannot be read of a subscription that there is none of', async () => {
      const other = await backend.get('/subscriptions/other/removals');
      expect(other.status).toBe(404);
      const nonsense = await backend.get(`${PATH}?cursor=nonsense`);
      expect(nonsense.status).toBe(400);
    });
  });
});
