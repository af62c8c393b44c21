import { mockServices } from '@backstage/backend-test-utils';
import { azureConnector } from '../../__testUtils__/connectors';
import { testDatabases } from '../../__testUtils__/databases';
import { freshMirror } from '../../__testUtils__/mirror';
import { createKeyReminder } from './reminders';
import { createCredentialsStore } from './store';

jest.setTimeout(60_000);

const databases = testDatabases();
const [[database]] = databases.eachSupportedId();

const keyOf = (id: string) => ({ subscription: 'main', id });

/** Two connectors whose keys expire in five days and in six. */
async function start() {
  const knex = await databases.init(database);
  const mirror = await freshMirror(knex);
  await mirror.applyScan({
    subscription: 'main',
    provider: 'AZURE',
    cloudView: {
      connectors: [
        azureConnector({ id: 'a', name: 'A' }),
        azureConnector({ id: 'b', name: 'B' }),
      ],
      coverage: 'whole',
    },
    at: new Date(),
  });
  const credentials = createCredentialsStore(knex);
  for (const [id, days] of [
    ['a', 5],
    ['b', 6],
  ] as const) {
    const expiresOn = new Date(Date.now() + days * 86_400_000)
      .toISOString()
      .slice(0, 10);
    await credentials.put(keyOf(id), { expiresOn });
  }
  const send = jest.fn(async (_: unknown) => {});
  const remind = (
    overrides: Partial<Parameters<typeof createKeyReminder>[0]> = {},
  ) =>
    createKeyReminder({
      bindings: { acceptedOf: async () => [] },
      credentials,
      days: [7],
      logger: mockServices.logger.mock(),
      mirror,
      notifications: { send } as never,
      pagePath: '/qualys',
      recipients: ['group:default/platform'],
      ...overrides,
    })();
  const titles = () =>
    send.mock.calls.map(
      ([sent]) => (sent as { payload: { title: string } }).payload.title,
    );
  return { credentials, remind, send, titles };
}

describe('reminders of keys that expire', () => {
  it('are kept for those who are to be told later, where there is nobody yet', async () => {
    const { remind, titles } = await start();
    await remind({ recipients: [] });
    expect(titles()).toEqual([]);
    await remind();
    expect(titles()).toEqual([
      'The key of the connector A expires in 5 days',
      'The key of the connector B expires in 6 days',
    ]);
  });

  it('of one key do not fail with those of another', async () => {
    const { credentials, remind, send, titles } = await start();
    send.mockRejectedValueOnce(new Error('no notifications here'));
    await remind({
      credentials: {
        ...credentials,
        release: async () => {
          throw new Error('no database here');
        },
      },
    });
    expect(titles()).toEqual([
      'The key of the connector A expires in 5 days',
      'The key of the connector B expires in 6 days',
    ]);
  });
});
