import type { CreateThrough } from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import { testDatabases } from '../../__testUtils__/databases';
import {
  expectOneThoughLost,
  KEYS,
  setUpProvisioning,
  type Provisioning,
} from '../../__testUtils__/provisioning';
import { AZURE_KEY, GCP_KEY_FILE } from '../../__testUtils__/requests';
import { useSimulator } from '../../__testUtils__/simulator';
import { onPostgres } from '../../__testUtils__/twoBackends';
import { createSecretBox } from '../../secrets';
import type { RequestRecord } from '../store';

jest.setTimeout(120_000);

const databases = testDatabases();
const simulator = useSimulator(0);

const WAYS: [CreateThrough, CloudProvider][] = [
  ['assetManagement', 'AWS'],
  ['assetManagement', 'AZURE'],
  ['assetManagement', 'GCP'],
  ['cloudView', 'AWS'],
  ['cloudView', 'AZURE'],
  ['cloudView', 'GCP'],
];

const BAD: Record<CloudProvider, object> = {
  AWS: { arn: 'arn:aws:iam::048213570001:role/missing-role' },
  AZURE: { secret: 'revoked-key' },
  GCP: { secret: GCP_KEY_FILE.replace('nobody-may', 'revoked-nobody-may') },
};

describe('the provisioning of requests', () => {
  let of: Provisioning;

  const start = async (
    database: Parameters<typeof databases.init>[0] = 'SQLITE_3',
    more: Partial<Parameters<typeof setUpProvisioning>[0]> = {},
  ) => {
    of = await setUpProvisioning({
      knex: await databases.init(database),
      simulator: simulator.current,
      ...more,
    });
  };
  afterEach(() => of.stop());

  const retry = async (request: RequestRecord) => {
    await of.store.move(
      await of.now(request),
      [{ action: 'retry', actor: 'user:default/asker' }],
      { nextLookAt: new Date().toISOString(), expiresAt: null },
    );
    await of.work();
  };

  /** Gives a request other access and has it tried again, as people do. */
  const mend = async (
    request: RequestRecord,
    access: { arn?: string; secret?: string },
  ) => {
    const { record } = await of.store.move(
      await of.now(request),
      [{ action: 'giveAccess', actor: 'user:default/asker' }],
      access,
    );
    await retry(record);
  };
  const resealed = (request: RequestRecord, key: string) => ({
    secret: createSecretBox(KEYS).seal(key, { about: request.id }),
  });
  const actions = async (request: RequestRecord) =>
    (await of.store.events(request.id)).map(({ action }) => action);

  describe.each(WAYS)('through %s, of %s', (createThrough, provider) => {
    it.each(databases.eachSupportedId())(
      'creates the connector once, follows it, and hands it over, on %s',
      async database => {
        await start(database);
        const request = await of.ask({
          provider,
          createThrough,
          ...(provider !== 'AWS' && { keyExpiresOn: '2031-05-06' }),
        });
        await of.work();
        const verifying = await of.now(request);
        expect(verifying).toMatchObject({
          state: 'verifying',
          connectorId: expect.any(String),
          reportedState: 'PENDING',
        });
        // It is in the mirror and in the catalog already, with its owner.
        const key = { subscription: 'main', id: verifying.connectorId! };
        expect(await of.mirror.get(key)).toMatchObject({
          provider,
          account: request.settings.account,
          name: request.settings.name,
          state: 'pending',
          owner: 'group:default/payments',
          ownerRule: 'Requested by the team',
        });
        expect(of.announce).toHaveBeenCalled();

        await of.later();
        const active = await of.now(request);
        expect(active).toMatchObject({ state: 'active' });
        expect(active).not.toHaveProperty('secret');
        expect(active).not.toHaveProperty('problem');
        expect(active).not.toHaveProperty('nextLookAt');
        expect(await actions(request)).toEqual([
          'submit',
          'approve',
          'provision',
          'verify',
          'activate',
        ]);
        expect(await of.mirror.get(key)).toMatchObject({ state: 'success' });
        expect(
          await of.bindings.decidedOf({
            type: 'connector',
            subscription: 'main',
            objectId: key.id,
          }),
        ).toMatchObject([
          {
            entityRef: 'component:default/checkout',
            owner: 'group:default/payments',
            state: 'accepted',
            decidedBy: 'user:default/asker',
          },
        ]);
        expect(await of.credentials.get(key)).toEqual(
          provider === 'AWS' ? undefined : { expiresOn: '2031-05-06' },
        );
        expect(await of.connectors()).toMatchObject([
          { id: key.id, provider, name: request.settings.name },
        ]);
        expect(of.sent()).toHaveLength(1);
      },
    );

    it('says that the cloud refuses it, and succeeds once that is mended', async () => {
      await start();
      const request = await of.ask({
        provider,
        createThrough,
        ...BAD[provider],
      });
      await of.work();
      // The code beside the state that CloudView alone shows, of AWS alone.
      const showsCode = provider === 'AWS' && createThrough === 'cloudView';
      const { problem: yet } = await of.now(request);
      expect(yet?.said).toBe(showsCode ? '50004' : undefined);
      expect(yet?.message ?? '').toMatch(
        showsCode ? 'could not assume the role yet' : /^$/,
      );
      await of.later();
      const failed = await of.now(request);
      expect(failed).toMatchObject({
        state: 'failed',
        reportedState: 'ERROR',
        problem: {
          code: 'accessRefused',
          advice: expect.stringContaining('Then try again.'),
          said: expect.stringMatching(/AccessDenied|AuthorizationFailed|403/),
        },
        expiresAt: expect.any(String),
      });
      expect(failed).not.toHaveProperty('nextLookAt');
      const events = await of.store.events(request.id);
      expect(events.at(-1)).toMatchObject({
        action: 'fail',
        problem: { code: 'accessRefused' },
      });

      await mend(
        request,
        provider === 'AWS'
          ? { arn: 'arn:aws:iam::048213570001:role/qualys' }
          : resealed(request, provider === 'AZURE' ? AZURE_KEY : GCP_KEY_FILE),
      );
      expect(await of.now(request)).toMatchObject({ state: 'verifying' });
      await of.later();
      expect(await of.now(request)).toMatchObject({ state: 'active' });
      expect(await of.connectors()).toHaveLength(1);
    });
  });

  it.each([
    ['assetManagement', 'AWS', 'applied'],
    ['cloudView', 'AZURE', 'applied'],
    ['assetManagement', 'GCP', 'reset'],
    ['cloudView', 'AWS', 'cut'],
  ] as const)(
    'creates it once through %s, of %s, whichever answer is lost (%s)',
    async (createThrough, provider, kind) => {
      await start();
      await expect(
        expectOneThoughLost(of, { createThrough, provider, kind }),
      ).resolves.toBeUndefined();
    },
  );

  it('tells one that was not let in from one that was', async () => {
    await start();
    const request = await of.ask();
    await of.work();
    const { connectorId } = await of.now(request);
    of.control.updateConnector(connectorId!, {
      state: 'ERROR',
      error: 'Throttling: Rate exceeded',
    });
    await of.later();
    expect((await of.now(request)).problem).toMatchObject({
      code: 'readFailed',
      said: 'Throttling: Rate exceeded',
    });
  });

  it('does not take a state from before it was run again for news', async () => {
    await start();
    const request = await of.ask({
      arn: 'arn:aws:iam::048213570001:role/missing-role',
    });
    await of.work();
    await of.later();
    const { connectorId } = await of.now(request);
    expect(await of.now(request)).toMatchObject({ state: 'failed' });
    // Qualys takes the run, and has not got round to it.
    of.control.addFault({
      match: { path: '/run/' },
      kind: 'status',
      status: 200,
      body: { ServiceResponse: { responseCode: 'SUCCESS', count: 1 } },
    });
    await retry(request);
    expect(await of.now(request)).toMatchObject({ state: 'verifying' });
    of.control.updateConnector(connectorId!, { state: 'SUCCESS' });
    await of.later();
    expect(await of.now(request)).toMatchObject({ state: 'active' });
  });

  it('ends where Qualys does not come to it in time, and goes on when told to', async () => {
    await start();
    const request = await of.ask();
    await of.work();
    await of.pendingFor(request, 2 * 3_600_000);
    expect(await of.now(request)).toMatchObject({
      state: 'failed',
      problem: {
        code: 'stillPending',
        message: 'Qualys has not read the account within 60 minutes',
      },
    });
    await retry(request);
    await of.later();
    expect(await of.now(request)).toMatchObject({ state: 'active' });
    expect(await of.connectors()).toHaveLength(1);
  });

  it('says where the connector was deleted meanwhile, and creates it anew when told to', async () => {
    await start();
    const request = await of.ask();
    await of.work();
    of.control.removeConnector((await of.now(request)).connectorId!);
    await of.later();
    expect(await of.now(request)).toMatchObject({
      state: 'failed',
      problem: { code: 'connectorGone' },
    });
    await retry(request);
    await of.later();
    expect(await of.now(request)).toMatchObject({ state: 'active' });
    expect(await of.connectors()).toHaveLength(1);
  });

  describe.each(['assetManagement', 'cloudView'] as const)(
    'what is there already, through %s',
    createThrough => {
      it('is no obstacle where it is another role of the account', async () => {
        await start();
        of.control.addConnector({
          awsAccountId: '048213570001',
          arn: 'arn:aws:iam::048213570001:role/other',
        });
        const request = await of.ask({ createThrough });
        await of.work();
        await of.later();
        expect(await of.now(request)).toMatchObject({ state: 'active' });
        expect(await of.connectors()).toHaveLength(2);
      });

      it.each([
        ['AWS', { awsAccountId: '048213570001' }, 'the same role already'],
        [
          'GCP',
          { projectId: 'payments-prod', name: 'payments on gcp' },
          'a connector of the same name already',
        ],
      ] as const)(
        'is somebody else’s, and nothing is sent: %s',
        async (provider, connector, said) => {
          await start();
          of.control.addConnector({
            provider,
            ...connector,
            ...(provider === 'AWS' && {
              arn: 'arn:aws:iam::048213570001:role/qualys',
            }),
          } as never);
          const request = await of.ask({ provider, createThrough });
          await of.work();
          expect(await of.now(request)).toMatchObject({
            state: 'failed',
            problem: {
              code: 'conflict',
              message: expect.stringContaining(said),
            },
          });
          expect(of.sent()).toEqual([]);
        },
      );
    },
  );

  describe('what Qualys refuses', () => {
    const refuse = (body: object, status = 200) =>
      of.control.addFault({
        match: { path: '/create/' },
        kind: 'status',
        status,
        body,
      });
    const answer = (responseCode: string, errorMessage: string) => ({
      ServiceResponse: {
        responseCode,
        responseErrorDetails: { errorMessage },
      },
    });

    it('is said where it is the settings', async () => {
      await start();
      refuse(answer('INVALID_REQUEST', 'runFrequency is too low'));
      const request = await of.ask();
      await of.work();
      expect(await of.now(request)).toMatchObject({
        state: 'failed',
        problem: {
          code: 'settingsRefused',
          said: expect.stringContaining('runFrequency is too low'),
        },
      });
      // Nothing was created, so that nothing has to be waited for.
      expect(await of.now(request)).not.toHaveProperty('createSentAt');
      of.control.clearFaults();
      await retry(request);
      await of.later();
      expect(await of.now(request)).toMatchObject({ state: 'active' });
    });

    it('is said in other words where it is the portal’s own user', async () => {
      await start();
      of.control.setUserRights(simulator.current.credentials.username, {
        isManager: false,
      });
      const request = await of.ask();
      await of.work();
      const { problem } = await of.now(request);
      expect(problem).toMatchObject({
        code: 'portalRefused',
        message:
          'Qualys does not allow this to the portal’s own account; the platform team can find out why',
      });
    });

    it('is waited for where it is but a limit', async () => {
      await start();
      of.control.addFault({
        match: { path: '/create/' },
        kind: 'limit',
        code: 429,
        secondsToWait: 1234,
        times: 1,
      });
      const request = await of.ask();
      await of.work();
      const waiting = await of.now(request);
      expect(waiting).toMatchObject({
        state: 'provisioning',
        problem: {
          message: expect.stringMatching(
            /^Qualys limits its API at present; the portal goes on by itself in \d+ minutes$/,
          ),
        },
      });
      expect(waiting.problem).not.toHaveProperty('code');
      const ms = Date.parse(waiting.nextLookAt!) - Date.now();
      expect(ms).toBeGreaterThan(1_000_000);
    });
  });

  describe('a key that the portal holds', () => {
    const other = { id: 'k2', secret: Buffer.alloc(32, 9) };

    it('has to be given again where it cannot be read', async () => {
      await start('SQLITE_3', { keys: [other] });
      const request = await of.ask({ provider: 'AZURE' });
      await of.work();
      expect(await of.now(request)).toMatchObject({
        state: 'failed',
        problem: {
          code: 'secretUnreadable',
          message: expect.stringContaining('not configured any more'),
        },
      });
      expect(of.sent()).toEqual([]);
    });

    it('is no use where it was tampered with, and stops nobody else', async () => {
      await start();
      const request = await of.ask({ provider: 'GCP' });
      const stolen = await of.ask({
        provider: 'GCP',
        settings: { name: 'Another', account: 'other-project' },
      });
      await of.store.note(request, { secret: stolen.secret });
      await of.work();
      expect((await of.now(request)).problem?.code).toBe('secretUnreadable');
      expect(await of.now(stolen)).toMatchObject({ state: 'verifying' });
    });

    it('is encrypted anew with the present key, and works with it', async () => {
      await start('SQLITE_3', { keys: [other, ...KEYS] });
      const request = await of.ask({ provider: 'AZURE' });
      await of.upkeep();
      const { secret } = await of.now(request);
      expect(secret).not.toBe(request.secret);
      expect(secret).toMatch(/^v1\.k2\./);
      await of.upkeep();
      expect((await of.now(request)).secret).toBe(secret);
      await of.work();
      await of.later();
      expect(await of.now(request)).toMatchObject({ state: 'active' });
    });

    it('is wiped, and the request over, where nobody does anything in time', async () => {
      await start();
      const request = await of.ask({ provider: 'AZURE', ...BAD.AZURE });
      await of.work();
      await of.later();
      expect((await of.now(request)).secret).toBeDefined();
      await of.upkeep();
      expect(await of.now(request)).toMatchObject({ state: 'failed' });
      const past = new Date(Date.now() - 1000).toISOString();
      await of.store.note(await of.now(request), { expiresAt: past });
      of.tell.mockClear();
      await of.upkeep();
      const expired = await of.now(request);
      expect(expired).toMatchObject({ state: 'expired' });
      expect(expired).not.toHaveProperty('secret');
      expect(of.tell.mock.calls.map(([{ state }]) => state)).toEqual([
        'expired',
      ]);
    });
  });

  it('creates fifty in the order in which they were agreed to', async () => {
    await start();
    const requests = [];
    for (let index = 0; index < 50; index++) {
      const account = String(100_000_000_000 + index);
      requests.push(
        await of.ask({
          createThrough: index % 2 === 0 ? 'assetManagement' : 'cloudView',
          settings: { name: `Account ${index}`, account },
          arn: `arn:aws:iam::${account}:role/qualys`,
        }),
      );
    }
    await of.work();
    const created = of.control
      .journal()
      .filter(
        ({ method, path }) =>
          method === 'POST' && /\/create\/|\/aws\/connectors$/.test(path),
      )
      .map(({ body }) => /Account (\d+)/.exec(JSON.stringify(body))?.[1]);
    expect(created).toEqual(requests.map((_, index) => String(index)));
    await of.later();
    for (const request of requests) {
      expect(await of.now(request)).toMatchObject({ state: 'active' });
    }
    // One list serves all that were never sent.
    const lists = of.control
      .journal()
      .filter(
        ({ method, path }) => method === 'GET' && /connectors$/.test(path),
      );
    expect(lists).toHaveLength(1);
  });

  onPostgres()('with several workers on one database', () => {
    it('nothing is done twice', async () => {
      await start('POSTGRES_18');
      const workers = [of.provisioner(), of.provisioner()];
      const requests = [];
      for (let index = 0; index < 12; index++) {
        const account = `project-${index}x`;
        requests.push(
          await of.ask({
            provider: 'GCP',
            settings: { name: account, account },
            secret: GCP_KEY_FILE.replaceAll('payments-prod', account),
          }),
        );
      }
      const all = async () => {
        await Promise.all(workers.map(each => each.wake()));
        await Promise.all(workers.map(each => each.idle()));
      };
      await all();
      await of.later();
      await all();
      for (const request of requests) {
        expect(await of.now(request)).toMatchObject({ state: 'active' });
        expect(await actions(request)).toEqual([
          'submit',
          'approve',
          'provision',
          'verify',
          'activate',
        ]);
      }
      expect(await of.connectors()).toHaveLength(12);
      await Promise.all(workers.map(each => each.stop()));
    });
  });
});
