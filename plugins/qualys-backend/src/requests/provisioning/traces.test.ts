import { testDatabases } from '../../__testUtils__/databases';
import {
  setUpProvisioning,
  type Provisioning,
} from '../../__testUtils__/provisioning';
import { APPROVER, ASKER } from '../../__testUtils__/requests';
import { useSimulator } from '../../__testUtils__/simulator';
import type { RequestDecision, RequestRecord } from '../store';

jest.setTimeout(120_000);

const databases = testDatabases();
const simulator = useSimulator(0);

const AT = '2026-01-01T00:00:00.000Z';

describe('what is kept of a connector that is created for a request', () => {
  let of: Provisioning;
  beforeEach(async () => {
    of = await setUpProvisioning({
      knex: await databases.init('SQLITE_3'),
      simulator: simulator.current,
    });
  });
  afterEach(() => of.stop());

  const history = async () =>
    (await of.history.list({ type: 'connector', limit: 100 })).items;
  const audited = () =>
    of.auditor.createEvent.mock.calls
      .map(([{ eventId, meta }]) => ({ eventId, ...meta }))
      .filter(({ eventId }) => eventId === 'settings-change');
  const decided = async (request: RequestRecord, decision: RequestDecision) => {
    await of.store.note(request, { decision });
    return of.now(request);
  };

  it.each([
    [
      'assetManagement',
      'somebody',
      { approved: true, by: APPROVER, at: AT, reason: 'It is theirs' },
      { approver: APPROVER },
      `approved by ${APPROVER}: It is theirs`,
    ],
    [
      'cloudView',
      'a rule',
      { approved: true, rule: 'Sandbox accounts', at: AT },
      { rule: 'Sandbox accounts' },
      'approved by the rule Sandbox accounts',
    ],
    [
      'assetManagement',
      'nobody, for whoever asked may create connectors',
      { approved: true, by: ASKER, direct: true, at: AT },
      { approver: ASKER, direct: true },
      'created without a decision by whoever may',
    ],
  ] as const)(
    'says through %s that it was agreed to by %s, in the audit and in the history',
    async (createThrough, _, decision, meta, words) => {
      const request = await decided(await of.ask({ createThrough }), decision);
      await of.work();
      await of.later();
      const { connectorId } = await of.now(request);
      expect(await of.now(request)).toMatchObject({ state: 'active' });
      expect(audited()).toEqual([
        {
          eventId: 'settings-change',
          action: 'create',
          type: 'connector',
          subscription: 'main',
          objectId: '',
          entityRef: 'component:default/checkout',
          connectorRequest: request.id,
          requester: ASKER,
          ...meta,
        },
      ]);
      expect(await history()).toEqual([
        {
          id: expect.any(String),
          at: expect.any(String),
          actor: ASKER,
          entityRef: 'component:default/checkout',
          type: 'connector',
          subscription: 'main',
          objectId: connectorId,
          action: 'create',
          outcome: 'done',
          changes: [],
          reason: `Asked for in the request ${request.id}, ${words}`,
          settings: {
            name: request.settings.name,
            pollingFrequency: { hours: 4, minutes: 0 },
            disabled: false,
          },
        },
      ]);
    },
  );

  it('holds what was mended, too, and that it was created once', async () => {
    const request = await of.ask({
      provider: 'AZURE',
      secret: 'revoked-key',
      createThrough: 'cloudView',
    });
    await of.work();
    await of.later();
    await of.store.move(
      await of.now(request),
      [{ action: 'retry', actor: ASKER }],
      { nextLookAt: new Date().toISOString() },
    );
    await of.work();
    await of.later();
    const { connectorId } = await of.now(request);
    expect(audited()).toMatchObject([
      { action: 'create', objectId: '' },
      { action: 'renewCredentials', objectId: connectorId },
      { action: 'run', objectId: connectorId },
    ]);
    expect(await history()).toHaveLength(1);
    // Nothing of the key is told.
    expect(JSON.stringify([audited(), await history()])).not.toContain(
      'revoked-key',
    );
  });

  it('holds that it was created although it was gone before it was seen', async () => {
    const request = await of.ask();
    of.control.addFault({
      match: { path: '/get/am/' },
      kind: 'status',
      status: 200,
      body: { ServiceResponse: { responseCode: 'OBJECT_NOT_FOUND' } },
    });
    await of.work();
    const now = await of.now(request);
    expect(now).toMatchObject({
      state: 'failed',
      problem: { code: 'connectorGone' },
    });
    expect(await history()).toMatchObject([
      { action: 'create', objectId: `am-aws-${now.assetManagementId}` },
    ]);
  });

  it('says in the audit that it could not be created', async () => {
    const event = { success: jest.fn(), fail: jest.fn() };
    of.auditor.createEvent.mockResolvedValueOnce(event);
    of.control.addFault({
      match: { path: '/create/' },
      kind: 'status',
      status: 200,
      body: { ServiceResponse: { responseCode: 'INVALID_REQUEST' } },
    });
    await of.ask();
    await of.work();
    expect(event.success).not.toHaveBeenCalled();
    expect(event.fail.mock.calls).toMatchObject([
      [{ error: { kind: 'invalid' } }],
    ]);
    expect(await history()).toEqual([]);
  });

  it('creates nothing that the audit cannot take note of', async () => {
    of.auditor.createEvent.mockRejectedValue(new Error('the audit is down'));
    const request = await of.ask();
    await of.work();
    expect(of.sent()).toEqual([]);
    expect(await of.now(request)).toMatchObject({ state: 'provisioning' });
    expect(await of.now(request)).not.toHaveProperty('createSentAt');
  });
});
