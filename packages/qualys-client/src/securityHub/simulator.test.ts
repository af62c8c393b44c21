import {
  securityHubIntegrationSchema,
  toSecurityHubConfigurations,
} from 'qualys-model';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { FAST } from '../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../client';

const row = (awsAccount: string, regions = ['eu-west-2', 'eu-west-1']) => ({
  awsAccount,
  minSeverity: 3,
  baseCategory: 'Confirmed' as const,
  regions,
});
const ACCOUNTS = ['111111111111', '012345678901', '333333333333'];

describe('Security Hub on a simulated platform', () => {
  let simulator: Simulator;
  let client: QualysClient;

  beforeAll(async () => {
    simulator = await startSimulator({ seed: 5 });
    const { urls, credentials } = simulator;
    client = createQualysClient({ urls, credentials, retries: FAST });
  });
  beforeEach(() => simulator.control.reset());
  afterAll(async () => {
    await client.close();
    await simulator.stop();
  });

  /** The integration, as it is read back. */
  async function readBack(id: string) {
    const { integrations } = await client.securityHub.get(id);
    expect(integrations).toHaveLength(1);
    return securityHubIntegrationSchema.parse(integrations[0]);
  }

  it('goes through the life of an integration with a name like syntax', async () => {
    const name = 'Team A: x=1, {y}, [z], vmConfigs=[';
    const { id } = await client.securityHub.create(name);
    await client.securityHub.configure(
      id,
      toSecurityHubConfigurations(ACCOUNTS.map(account => row(account))),
    );

    expect(await readBack(id)).toMatchObject({
      id,
      name,
      rows: ACCOUNTS.map(account => row(account)),
    });

    await client.securityHub.rename(id, `${name}]}}`);
    await client.securityHub.deleteRegions(id, [
      { awsAccounts: ['012345678901'], regions: ['eu-west-1'] },
    ]);
    const { name: renamed, rows } = await readBack(id);
    expect(renamed).toBe(`${name}]}}`);
    expect(rows).toContainEqual(row('012345678901', ['eu-west-2']));

    const { integrations } = await client.securityHub.list();
    expect(integrations.map(integration => integration.id)).toContain(id);

    await client.securityHub.delete(id);
    const left = await client.securityHub.list();
    expect(left.integrations.map(integration => integration.id)).not.toContain(
      id,
    );
  });
});
