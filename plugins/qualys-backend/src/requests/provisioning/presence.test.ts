import { testDatabases } from '../../__testUtils__/databases';
import {
  setUpProvisioning,
  type Provisioning,
} from '../../__testUtils__/provisioning';
import { GCP_KEY_FILE } from '../../__testUtils__/requests';
import { useSimulator } from '../../__testUtils__/simulator';

jest.setTimeout(120_000);

const databases = testDatabases();
const simulator = useSimulator(0);

describe('whether the connector of a request is there', () => {
  let of: Provisioning;
  beforeEach(async () => {
    of = await setUpProvisioning({
      knex: await databases.init('SQLITE_3'),
      simulator: simulator.current,
    });
  });
  afterEach(() => of.stop());

  it('goes by the moment where nothing but its name tells whose it is', async () => {
    const ask = (account: string) =>
      of.ask({
        provider: 'GCP',
        createThrough: 'cloudView',
        settings: { name: `Connector of ${account}`, account },
        secret: GCP_KEY_FILE.replaceAll('payments-prod', account),
      });
    await ask('payments-first');
    await of.work();
    const account = 'payments-second';
    // Between the list that was read for the one and the turn of the other.
    of.control.addConnector({
      provider: 'GCP',
      projectId: account,
      name: `Connector of ${account}`,
    } as never);
    const request = await ask(account);
    const before = of.sent().length;
    await of.work();
    expect(await of.now(request)).toMatchObject({
      state: 'failed',
      problem: {
        code: 'conflict',
        message: expect.stringContaining('of the same name already'),
      },
    });
    expect(of.sent()).toHaveLength(before);
  });

  it('is not, where Asset Management only marks it as deleted', async () => {
    const request = await of.ask();
    await of.work();
    const { assetManagementId, connectorId } = await of.now(request);
    const marked = {
      id: Number(assetManagementId),
      name: request.settings.name,
      awsAccountId: request.settings.account,
      connectorState: 'SUCCESS',
      disabled: 'false',
      isDeleted: 'true',
      cloudviewUuid: connectorId,
    };
    of.control.addFault({
      match: { path: '/get/am/' },
      kind: 'status',
      status: 200,
      body: {
        ServiceResponse: {
          responseCode: 'SUCCESS',
          count: 1,
          data: [{ AwsAssetDataConnector: marked }],
        },
      },
    });
    await of.later();
    expect(await of.now(request)).toMatchObject({
      state: 'failed',
      problem: { code: 'connectorGone' },
    });
  });
});
