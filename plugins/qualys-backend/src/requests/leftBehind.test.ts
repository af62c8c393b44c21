import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { approvedRequest } from '../__testUtils__/provisioning';
import { ASKER } from '../__testUtils__/requests';
import { openDatabase } from '../database';
import { createSecretBox } from '../secrets';
import { leftBehind, mayBeCreated } from './leftBehind';
import { createUpkeep } from './provisioning/upkeep';
import { createRequestStore, type RequestStore } from './store';
import { createRequestTeller } from './tell';
import { toConnectorRequest } from './view';

const databases = testDatabases();

const SENT = { createSentAt: '2026-01-01T00:00:00.000Z' };
const PLATFORM = 'group:default/platform';

describe('what a request leaves in Qualys', () => {
  it.each([
    ['nothing, where nothing was sent', {}, false, undefined],
    ['what may be there', SENT, true, /not known whether it did/],
    [
      'what Asset Management calls by its id',
      { ...SENT, assetManagementId: '7' },
      false,
      /connector 7 stays/,
    ],
    ['a connector', { connectorId: 'c' }, false, /connector c stays/],
  ])('is %s', (_, record, isUncertain, words) => {
    expect(mayBeCreated(record)).toBe(isUncertain);
    expect(leftBehind(record)?.message ?? '').toMatch(words ?? /^$/);
  });
});

describe('a request that expires', () => {
  let knex: Knex;
  let store: RequestStore;
  const notifications = { send: jest.fn(async () => {}) };

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await openDatabase({ getClient: async () => knex } as never);
    store = createRequestStore(knex);
    notifications.send.mockClear();
  });

  const expired = async (traces: object) => {
    const request = await approvedRequest(store);
    const { record: begun } = await store.move(request, [
      { action: 'provision' },
    ]);
    await store.move(begun, [{ action: 'fail' }], {
      ...traces,
      submittedAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() - 1000).toISOString(),
    });
    const logger = mockServices.logger.mock();
    await createUpkeep({
      box: createSecretBox([]),
      logger,
      store,
      tell: createRequestTeller({
        events: mockServices.events.mock(),
        logger,
        notifications,
        pagePath: '/qualys',
        recipients: [PLATFORM],
        signals: { publish: async () => {} },
      }),
    })();
    return (await store.get(request.id))!;
  };
  const told = () =>
    (
      notifications.send.mock.calls as unknown as [
        { recipients: { entityRef: string[] }; payload: object },
      ][]
    )
      .map(([{ recipients, payload }]) => ({
        to: recipients.entityRef.join(),
        ...payload,
      }))
      // Who is told first does not matter.
      .sort((a, b) => b.to.localeCompare(a.to));

  it('says to those who look after connectors what it may leave', async () => {
    const record = await expired(SENT);
    expect(record).toMatchObject({ state: 'expired' });
    const events = await store.events(record.id);
    expect(events.at(-1)).toMatchObject({
      action: 'expire',
      problem: { message: expect.stringContaining('not known whether it did') },
    });
    const says = {
      title: expect.stringContaining('has expired'),
      description: expect.stringContaining('look for it in Qualys'),
    };
    expect(told()).toMatchObject([
      { to: ASKER, ...says },
      { to: PLATFORM, ...says },
    ]);
    const nobody = { mayUpdate: () => false, mayDecide: () => false };
    expect(toConnectorRequest(record, nobody)).toMatchObject({
      mayBeCreated: true,
    });
  });

  it('speaks of nothing where it leaves nothing', async () => {
    const record = await expired({});
    expect(JSON.stringify(told())).not.toContain('in Qualys');
    expect((await store.events(record.id)).at(-1)).not.toHaveProperty(
      'problem',
    );
    const nobody = { mayUpdate: () => false, mayDecide: () => false };
    expect(toConnectorRequest(record, nobody)).not.toHaveProperty(
      'mayBeCreated',
    );
  });
});
