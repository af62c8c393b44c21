import { testDatabases } from '../__testUtils__/databases';
import {
  APPROVER,
  AWS_SETTINGS,
  startRequestsBackend,
  type RequestsBackend,
} from '../__testUtils__/requests';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(0);
const [[database]] = databases.eachSupportedId();
let of: RequestsBackend;

const start = async (
  config?: Parameters<typeof startRequestsBackend>[0]['config'],
) => {
  of = await startRequestsBackend({
    knex: await databases.init(database),
    simulator: simulator.current,
    config,
  });
};
afterEach(() => of.stop());

const conflictsOf = async () => {
  const { id } = await of.submitted();
  return (await of.read(id, APPROVER)).conflicts;
};

describe('what a request collides with', () => {
  it('tells a connector of the whole organisation from one of its own', async () => {
    await start();
    const { control } = simulator.current;
    const awsAccountId = AWS_SETTINGS.account;
    control.addAssetDataConnector({
      name: 'All accounts',
      awsAccountId,
      isAttachedToOrgConnector: true,
    });
    control.addAssetDataConnector({ name: 'This account', awsAccountId });
    await of.sync();
    const conflicts = await conflictsOf();
    expect(
      conflicts.map(({ kind, connector }) => [kind, connector?.name]).sort(),
    ).toEqual([
      ['accountConnected', 'This account'],
      ['accountConnectedByOrganization', 'All accounts'],
    ]);
  });

  it('is a rule that gives it to somebody else, and none that gives it to who asks', async () => {
    const rules = (owner: string) => ({
      qualys: {
        ownership: {
          rules: [{ match: { account: AWS_SETTINGS.account }, owner }],
          default: 'group:default/platform',
        },
      },
    });
    await start(rules('group:default/shipping'));
    expect(await conflictsOf()).toEqual([
      { kind: 'ownedByRule', owner: 'group:default/shipping' },
    ]);
    await of.stop();
    await start(rules(AWS_SETTINGS.owner));
    expect(await conflictsOf()).toEqual([]);
  });

  it('is nothing of a connector of another account, nor of a draft of the same', async () => {
    await start();
    simulator.current.control.addAssetDataConnector({
      awsAccountId: '048213570099',
    });
    await of.sync();
    await of.draft('AWS', { ...AWS_SETTINGS, name: 'Draft' });
    expect(await conflictsOf()).toEqual([]);
  });
});
