import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import {
  APPROVER,
  AZURE_KEY,
  AZURE_SETTINGS,
  startRequestsBackend,
  type RequestsBackend,
} from '../__testUtils__/requests';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(0);
const [[database]] = databases.eachSupportedId();
let knex: Knex;
let of: RequestsBackend;

beforeEach(async () => {
  knex = await databases.init(database);
  of = await startRequestsBackend({ knex, simulator: simulator.current });
});
afterEach(() => of.stop());

const held = async () => {
  const [{ secret }] = await knex('connector_requests').select('secret');
  return secret !== null;
};

// That it becomes active is tried with the whole way to there.
const ENDS: Record<string, (request: ConnectorRequestDetails) => Promise<any>> =
  {
    rejected: request =>
      of.act(request, 'reject', {
        as: APPROVER,
        body: { reason: 'Not this one' },
      }),
    cancelled: request => of.act(request, 'cancel'),
    expired: async ({ id }) => {
      const past = new Date(Date.now() - 1000).toISOString();
      await knex('connector_requests').where({ id }).update({
        expires_at: past,
      });
      await of.scheduler.triggerTask('qualys-requests-upkeep');
    },
  };

describe('the key that a request holds', () => {
  it.each(Object.keys(ENDS))('is wiped where it is %s', async state => {
    const draft = await of.draft('AZURE', AZURE_SETTINGS);
    const given = await of.act(draft, 'access', {
      body: { authenticationKey: AZURE_KEY },
    });
    const request = await of.act(given, 'submit');
    expect(await held()).toBe(true);
    await ENDS[state](request);
    expect(await of.read(request.id)).toMatchObject({
      state,
      access: { keyHeld: false },
    });
    expect(await held()).toBe(false);
  });

  it('stays where the request is taken back, and goes with the account that it is for', async () => {
    const draft = await of.draft('AZURE', AZURE_SETTINGS);
    const given = await of.act(draft, 'access', {
      body: { authenticationKey: AZURE_KEY },
    });
    const back = await of.act(await of.act(given, 'submit'), 'withdraw');
    expect(await held()).toBe(true);
    await of.call('put', `/requests/${back.id}`, {
      body: {
        settings: {
          ...AZURE_SETTINGS,
          applicationId: '1b1f6471-1bf0-4dda-aec3-cb9272f09590',
        },
      },
      version: back.version,
    });
    expect(await held()).toBe(false);
  });
});
