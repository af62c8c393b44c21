import { testDatabases } from '../__testUtils__/databases';
import {
  APPROVER,
  ASKER,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  GUEST,
  startRequestsBackend,
  type Person,
  type RequestsBackend,
} from '../__testUtils__/requests';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(10);
const [[database]] = databases.eachSupportedId();
let of: RequestsBackend;

beforeEach(async () => {
  of = await startRequestsBackend({
    knex: await databases.init(database),
    simulator: simulator.current,
  });
});
afterEach(() => of.stop());

describe('the actions, in the registry of a backend', () => {
  const shownTo = async (person: Person) =>
    (await of.actions(person)).body.actions.map(
      ({ name }: { name: string }) => name,
    );

  it('are shown to those who may use them', async () => {
    const ofEverybody = [
      'get-connector',
      'explain-connector-error',
      'list-connector-requests',
      'get-connector-request',
      'decide-connector-request',
    ];
    const ofAskers = ['preview-connector-request', 'file-connector-request'];
    expect((await shownTo(GUEST)).sort()).toEqual([...ofEverybody].sort());
    expect((await shownTo(ASKER)).sort()).toEqual(
      [...ofEverybody, ...ofAskers].sort(),
    );
    expect((await shownTo(APPROVER)).sort()).toEqual(
      [...ofEverybody, ...ofAskers, 'list-connectors'].sort(),
    );
    expect(
      (await of.actions(GUEST, { name: 'list-connectors', input: {} })).status,
    ).toBe(404);
  });

  it('say in their errors what is wrong, and what to do', async () => {
    const settings = { ...AWS_SETTINGS, account: '12' };
    const input = {
      subscription: 'main',
      provider: 'AWS',
      settings,
      idempotencyKey: 'over-http-1',
    };
    const { status, body } = await of.actions(ASKER, {
      name: 'file-connector-request',
      input,
    });
    expect({ status, ...body.error }).toMatchObject({
      status: 400,
      name: 'InputError',
      message: expect.stringMatching(/^input\.settings\.account: .*12 digits/),
    });
  });

  it('never repeat a secret that somebody hands over', async () => {
    const { status, text } = await of.actions(ASKER, {
      name: 'file-connector-request',
      input: {
        subscription: 'main',
        provider: 'AZURE',
        settings: AZURE_SETTINGS,
        authenticationKey: AZURE_KEY,
        idempotencyKey: 'over-http-2',
      },
    });
    expect(status).toBe(400);
    expect(text).toContain('on the page of the request alone');
    expect(text).not.toContain(AZURE_KEY);
    expect(of.told()).not.toContain(AZURE_KEY);
  });
});
