import { nextRequestState } from 'backstage-plugin-qualys-common';
import { testDatabases } from '../../__testUtils__/databases';
import {
  setUpProvisioning,
  type Provisioning,
} from '../../__testUtils__/provisioning';
import { useSimulator } from '../../__testUtils__/simulator';
import type { RequestRecord } from '../store';

jest.setTimeout(120_000);

const databases = testDatabases();
const simulator = useSimulator(0);

const HOUR = 3_600_000;
const ONE_CALL = {
  limits: {
    share: 1,
    reserve: 0,
    families: { qps: { perHour: 1, concurrency: 1 } },
  },
  // What is done in the background may wait for so long.
  schedule: { frequency: { hours: 12 }, timeout: { hours: 6 } },
};

describe('a request that cannot get on', () => {
  const running: Provisioning[] = [];
  const start = async (
    options: Partial<Parameters<typeof setUpProvisioning>[0]> = {},
  ) => {
    const of = await setUpProvisioning({
      knex: await databases.init('SQLITE_3'),
      simulator: simulator.current,
      ...options,
    });
    running.push(of);
    return of;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map(each => each.stop()));
  });

  /** Asks for a connector to an account of its own. */
  const ask = (of: Provisioning, index: number, subscription = 'main') => {
    const account = String(100_000_000_000 + index);
    return of.ask({
      subscription,
      settings: { name: `Account ${account} of ${subscription}`, account },
      arn: `arn:aws:iam::${account}:role/qualys`,
    });
  };
  const expectEnded = (request: RequestRecord) => {
    expect(request).toMatchObject({
      state: 'failed',
      problem: { code: 'portalRefused' },
      expiresAt: expect.any(String),
    });
    expect(request).not.toHaveProperty('nextLookAt');
    // From here somebody can go on, or end it.
    expect(nextRequestState(request.state, 'cancel')).toBe('cancelled');
  };

  it('waits for those who run the portal to give it its rights back', async () => {
    const of = await start();
    const { username } = simulator.current.credentials;
    of.control.setUserRights(username, { isManager: false });
    const request = await of.ask();
    await of.work();
    expect(await of.now(request)).toMatchObject({
      state: 'provisioning',
      problem: {
        message:
          'Qualys does not allow this to the portal’s own account; the platform team can find out why; the portal tries again by itself',
        retryAt: expect.any(String),
      },
    });
    expect(of.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(request.id),
    );
    of.control.setUserRights(username, { isManager: true });
    await of.later();
    await of.later();
    expect(await of.now(request)).toMatchObject({ state: 'active' });
  });

  it('is not active before all of it is handed over, and ends after a day', async () => {
    const put = jest.fn(async () => {
      throw new Error('the database is away');
    });
    const of = await start({ credentials: { put } });
    const request = await of.ask({
      provider: 'AZURE',
      keyExpiresOn: '2031-05-06',
    });
    await of.work();
    await of.later();
    expect(await of.now(request)).toMatchObject({
      state: 'verifying',
      secret: expect.any(String),
      problem: {
        message: expect.stringContaining('went wrong in the portal itself'),
      },
    });
    // As long as it has not lasted for so long, it goes on.
    await of.pendingFor(request, 23 * HOUR);
    expect(await of.now(request)).toMatchObject({ state: 'verifying' });
    await of.pendingFor(request, 25 * HOUR);
    expectEnded(await of.now(request));
  });

  it.each([
    ['subscription', 'former', ['GCP']],
    ['cloud', 'main', ['AWS', 'AZURE']],
  ])(
    'ends after a day where its %s was taken out of the configuration',
    async (_, subscription, clouds) => {
      const of = await start({ subscription: { clouds } });
      const request = await of.ask({ provider: 'GCP', subscription });
      await of.work();
      expect(await of.now(request)).toMatchObject({
        state: 'approved',
        problem: {
          message: expect.stringContaining('not configured any more'),
        },
        nextLookAt: expect.any(String),
      });
      await of.pendingFor(request, 25 * HOUR);
      const ended = await of.now(request);
      expectEnded(ended);
      const events = await of.store.events(request.id);
      expect(events.map(({ action }) => action)).toEqual([
        'submit',
        'approve',
        'provision',
        'fail',
      ]);
      // The key is held no longer than the request.
      const past = new Date(Date.now() - 1000).toISOString();
      await of.store.note(ended, { expiresAt: past });
      await of.upkeep();
      expect(await of.now(request)).toMatchObject({ state: 'expired' });
      expect(await of.now(request)).not.toHaveProperty('secret');
    },
  );

  it('says until when it waits for its turn, and so do those after it', async () => {
    const of = await start({ subscription: ONE_CALL, others: ['other'] });
    const [first, second, third] = [
      await ask(of, 1),
      await ask(of, 2),
      await ask(of, 3),
    ];
    const ofOther = await ask(of, 4, 'other');
    await of.work();
    const now = await of.now(first);
    // One call was enough to look whether it is there.
    expect(now).toMatchObject({
      state: 'provisioning',
      looks: 0,
      problem: {
        message: expect.stringMatching(
          /^Qualys limits its API at present; the portal goes on by itself in (60 minutes|1 hour)$/,
        ),
      },
    });
    // Nothing was sent, so that nothing has to be looked for.
    expect(now).not.toHaveProperty('createSentAt');
    const until = Date.parse(now.problem!.retryAt!);
    expect(until).toBeGreaterThan(Date.now() + HOUR / 2);
    for (const each of [second, third]) {
      const after = await of.now(each);
      expect(after.problem).toEqual(now.problem);
      expect(Math.abs(Date.parse(after.nextLookAt!) - until)).toBeLessThan(
        2_000,
      );
    }
    // Nobody waits for the subscription of others.
    expect(await of.now(ofOther)).toMatchObject({ state: 'verifying' });
    expect(of.sent()).toHaveLength(1);
  });

  it('holds up nobody in another subscription while it waits for its turn', async () => {
    const of = await start({
      subscription: ONE_CALL,
      others: ['other'],
      // It waits in line, as it does once it has said so.
      times: { silentWaitMs: 2 * HOUR },
    });
    for (let index = 0; index < 6; index++) await ask(of, index);
    const ofOther = await ask(of, 7, 'other');
    const isThere = new Promise<void>(resolve => {
      of.tell.mockImplementation((record: RequestRecord) => {
        if (record.id === ofOther.id && record.state === 'verifying') resolve();
      });
    });
    const worker = of.provisioner();
    void worker.wake();
    await isThere;
    const rows = await of
      .knex('connector_requests')
      .where({ subscription: 'main' })
      .whereNotNull('lease_holder');
    expect(rows).toHaveLength(4);
    await worker.stop();
  });

  it('is left to a backend that has the key which it was encrypted with', async () => {
    const knex = await databases.init('SQLITE_3');
    const before = await start({
      knex,
      keys: [{ id: 'k0', secret: Buffer.alloc(32, 9) }],
    });
    const request = await before.ask({ provider: 'AZURE' });
    await before.work();
    expect(await before.now(request)).toMatchObject({
      state: 'provisioning',
      problem: { message: expect.stringContaining('not all backends') },
    });
    expect(before.sent()).toEqual([]);
    const after = await start({ knex });
    await after.later();
    await after.later();
    expect(await after.now(request)).toMatchObject({ state: 'active' });
  });
});
