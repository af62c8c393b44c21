import { entitySummarySchema } from 'backstage-plugin-qualys-common';
import { refusalOf } from '../__testUtils__/answers';
import { setDate } from '../__testUtils__/date';
import {
  HUB_PATH,
  NEW,
  OWN,
  REASON,
  row,
  sorted,
  THEIR_ROW,
  THEIRS,
  useHubBackend,
} from '../__testUtils__/securityHub';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const simulator = useSimulator(0);
const hub = useHubBackend(simulator);

afterEach(() => jest.useRealTimers());

describe('what a team sees of Security Hub', () => {
  it('is the rows of its own accounts, read once', async () => {
    const all = await Promise.all([hub.current.read(), hub.current.read()]);
    expect(await hub.current.read()).toEqual({
      subscription: 'main',
      id: '34',
      version: expect.any(String),
      name: 'Commerce',
      accounts: [OWN, NEW],
      rows: [row(OWN)],
      shared: true,
      asOf: expect.any(String),
    });
    expect(all[0]).toEqual(all[1]);
    expect(hub.current.calls()).toEqual(['GET get/34/vm/']);
  });

  it('is read afresh for the forms of those who may change it', async () => {
    const start = Date.now();
    const passTo = (ms: number) => setDate(start + ms);
    const fresh = (path: string) => hub.current.get(`${path}?fresh=true`);
    const GET = 'GET get/34/vm/';
    passTo(0);
    await hub.current.read();
    passTo(4_000);
    await fresh(HUB_PATH).expect(200);
    await fresh('/security-hub/main/34').expect(200);
    expect(hub.current.calls()).toEqual([GET]);
    passTo(6_000);
    await fresh(HUB_PATH).expect(200);
    expect(hub.current.calls()).toEqual([GET, GET]);
    passTo(30_000);
    await fresh('/security-hub/main/34').expect(200);
    expect(hub.current.calls()).toEqual([GET, GET, GET]);

    passTo(31_000);
    const list = () => hub.current.get('/security-hub/main').expect(200);
    await list();
    passTo(40_000);
    await list();
    expect(hub.current.calls()).toHaveLength(4);
    await fresh('/security-hub/main').expect(200);
    expect(hub.current.calls()).toHaveLength(5);

    passTo(60_000);
    hub.current.denied.add('qualys.securityHub.update');
    expect(refusalOf(await fresh(HUB_PATH)).status).toBe(403);
    expect(hub.current.calls()).toHaveLength(5);
  });

  it('stands in the summary of the entity, where Qualys need not be asked', async () => {
    const summaryOf = async () => {
      const { body } = await hub.current.get(
        '/entities/component/default/checkout',
      );
      return entitySummarySchema.strict().parse(body).securityHub;
    };
    const claimed = {
      subscription: 'main',
      objectId: '34',
      accounts: [
        { awsAccount: OWN, state: 'accepted' },
        { awsAccount: NEW, state: 'accepted' },
        { awsAccount: THEIRS, state: 'open' },
      ],
    };
    expect(await summaryOf()).toEqual([claimed]);
    expect(hub.current.calls()).toEqual([]);
    const integration = await hub.current.read();
    expect(await summaryOf()).toEqual([{ ...claimed, integration }]);
  });

  it('is nothing through a copied annotation, or of another integration', async () => {
    const copied = HUB_PATH.replace('checkout', 'copycat');
    const refusals = [
      await hub.current.get(copied),
      await hub.current.send('put', copied, { rows: [] }, 'x'),
      await hub.current.get(HUB_PATH.replace('/34', '/35')),
      await hub.current.get(HUB_PATH.replace('/34', '/034')),
      await hub.current.get(HUB_PATH.replace('/main/', '/other/')),
    ].map(refusalOf);
    expect(refusals[0]).toMatchObject({ status: 404, code: 'notFound' });
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(hub.current.calls()).toEqual([]);
  });

  it('is an error with its reason where Qualys cannot be read, and has no hosts in it', async () => {
    const { control, urls } = simulator.current;
    control.addFault({ match: { path: 'securityhub' }, kind: 'html' });
    const refusal = refusalOf(await hub.current.get(HUB_PATH));
    expect(refusal).toMatchObject({ status: 503, code: 'unexpectedAnswer' });
    expect(refusal.message).not.toContain(new URL(urls.api).host);
  });

  it('is not found where Qualys has no such integration', async () => {
    simulator.current.control.reset();
    expect(refusalOf(await hub.current.get(HUB_PATH))).toMatchObject({
      status: 404,
      code: 'notFound',
    });
  });
});

describe('a change of a team in Security Hub', () => {
  const change = [row(OWN, { regions: ['eu-west-1', 'us-east-1'] }), row(NEW)];

  it.each(['replaces', 'merges'] as const)(
    'sends the whole, and nothing else, where a write %s',
    async securityHubPut => {
      simulator.current.control.setBehaviours({ securityHubPut });
      const { status, body } = await hub.current.change(change, REASON);
      expect({ status, body }).toMatchObject({
        status: 200,
        body: { rows: expect.arrayContaining(change) },
      });
      const calls = ['GET get/34/vm/', 'PUT update/34/vm', 'GET get/34/vm/'];
      expect(hub.current.calls()).toEqual(calls);
      expect(hub.current.bodies()).toEqual([
        {
          vmConfigs: [
            {
              minSeverity: 4,
              baseCategory: 'Confirmed',
              awsAccounts: [Number(THEIRS)],
              regions: ['eu-west-1'],
            },
            {
              minSeverity: 3,
              baseCategory: 'Confirmed',
              awsAccounts: [OWN],
              regions: ['eu-west-1', 'us-east-1'],
            },
            {
              minSeverity: 3,
              baseCategory: 'Confirmed',
              awsAccounts: [Number(NEW)],
              regions: ['eu-west-2', 'eu-west-1'],
            },
          ],
        },
      ]);
      expect(hub.current.held()).toEqual(sorted([THEIR_ROW, ...change]));
      expect((await hub.current.read()).rows).toEqual(body.rows);
      expect(hub.current.calls()).toEqual(calls);
    },
  );

  it.each(
    (['replaces', 'merges'] as const).flatMap(securityHubPut =>
      (['needsBody', 'ignoresBody', 'refusesBody'] as const).flatMap(
        securityHubDeleteAccounts =>
          (['damaged', 'intact'] as const).map(securityHubStrings => ({
            securityHubPut,
            securityHubDeleteAccounts,
            securityHubStrings,
          })),
      ),
    ),
  )('takes an account out and leaves all others where %j', async behaviours => {
    simulator.current.control.setBehaviours(behaviours);
    const { status, body } = await hub.current.change([row(NEW)], REASON);
    expect({ status, body }).toMatchObject({ status: 200 });
    expect(hub.current.held()).toEqual(sorted([THEIR_ROW, row(NEW)]));
    const stays = behaviours.securityHubPut === 'merges';
    expect(hub.current.calls()).toEqual([
      'GET get/34/vm/',
      'PUT update/34/vm',
      'GET get/34/vm/',
      ...(stays ? ['POST delete/34/vm/regions', 'GET get/34/vm/'] : []),
    ]);
    const [{ steps, outcome }] = await hub.current.history();
    expect(outcome).toBe('done');
    expect(steps?.map(({ state }) => state)).toEqual([
      'done',
      'done',
      ...(stays ? ['done', 'done'] : ['notNeeded', 'notNeeded']),
    ]);

    // And the next change goes well, too, whatever is left of the account.
    expect((await hub.current.change([row(OWN)], REASON)).status).toBe(200);
    expect(hub.current.held()).toEqual(sorted([THEIR_ROW, row(OWN)]));
  });

  it('takes the only account out through its regions alone', async () => {
    const { control } = simulator.current;
    control.reset();
    control.addSecurityHubIntegration({
      id: '34',
      name: 'Alone',
      rows: [row(OWN)],
    });
    expect((await hub.current.change([], REASON)).status).toBe(200);
    expect(hub.current.held()).toEqual([]);
    expect(hub.current.calls()).toEqual([
      'GET get/34/vm/',
      'POST delete/34/vm/regions',
      'GET get/34/vm/',
    ]);
  });

  it('keeps what others have changed since it was read', async () => {
    const { control } = simulator.current;
    const { version } = await hub.current.read();
    const theirs = row(THEIRS, { minSeverity: 1, regions: ['us-west-2'] });
    control.reset();
    control.addSecurityHubIntegration({
      id: '34',
      name: 'Commerce',
      rows: [row(OWN), theirs],
    });
    const { status } = await hub.current.send(
      'put',
      HUB_PATH,
      { rows: [row(OWN, { minSeverity: 2 })] },
      version,
    );
    expect(status).toBe(200);
    expect(hub.current.held()).toEqual(
      sorted([theirs, row(OWN, { minSeverity: 2 })]),
    );
  });

  it('leaves what Qualys holds as it is, whatever it is', async () => {
    const { control } = simulator.current;
    const read = control.securityHubIntegration('34')!;
    control.addFault({
      match: { path: '/get/' },
      kind: 'status',
      status: 200,
      body: {
        ServiceResponse: {
          responseCode: 'SUCCESS',
          data: [
            `{name=Commerce, integrationId=34, customerId=${read.customerId}, vmConfigs=[{awsAccountId=${OWN}, severity=3, category=Practice, regions=[eu-west-2, eu-west-1]}]}`,
          ],
        },
      },
    });
    // The simulator knows no such category, and refuses it.
    const answer = await hub.current.change(
      [row(OWN, { baseCategory: 'Practice', regions: ['eu-west-1'] })],
      REASON,
    );
    expect(refusalOf(answer).fields).toBeUndefined();
    expect(hub.current.bodies()).toEqual([
      {
        vmConfigs: [
          expect.objectContaining({
            baseCategory: 'Practice',
            regions: ['eu-west-1'],
          }),
        ],
      },
    ]);
  });

  it('that changes nothing sends nothing', async () => {
    const { status } = await hub.current.change([
      row(OWN, { regions: ['eu-west-1', 'eu-west-2'] }),
    ]);
    expect(status).toBe(200);
    expect(hub.current.calls()).toEqual(['GET get/34/vm/']);
    expect(await hub.current.history()).toEqual([]);
  });

  it('is kept in the history of the entity with what it did', async () => {
    await hub.current.change([row(OWN, { minSeverity: 4 })], REASON);
    expect(await hub.current.history()).toEqual([
      {
        id: expect.any(String),
        at: expect.any(String),
        actor: 'user:default/mock',
        entityRef: 'component:default/checkout',
        type: 'securityHubIntegration',
        subscription: 'main',
        objectId: '34',
        action: 'update',
        outcome: 'done',
        changes: [
          {
            setting: `${OWN}.minSeverity`,
            effect: 'weakening',
            before: 3,
            after: 4,
          },
        ],
        steps: [
          { step: { kind: 'write', awsAccounts: [OWN] }, state: 'done' },
          { step: { kind: 'readBack' }, state: 'done' },
        ],
        reason: REASON,
        settings: { rows: [row(OWN, { minSeverity: 4 })] },
      },
    ]);
    expect(
      await hub.current.history('/entities/component/default/orders/history'),
    ).toEqual([]);
    expect(
      await hub.current.history(
        '/entities/component/default/orders/history?type=securityHubIntegration&subscription=main&objectId=34',
      ),
    ).toEqual([]);
    expect(hub.current.audited.success).toHaveBeenCalledTimes(1);
    expect(hub.current.events.publish).toHaveBeenCalledWith(
      expect.objectContaining({
        topic: 'qualys.settings',
        eventPayload: expect.objectContaining({
          type: 'securityHubIntegration',
          id: '34',
          weakening: true,
        }),
      }),
    );
  });
});
