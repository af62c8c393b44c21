import { connectorState, connectorWarning } from 'qualys-model';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { all, connectorId, errorOf, FAST } from '../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../client';
import { KEY_FILE, SETTINGS } from './__testUtils__/writes';

describe('connectors of a simulated platform', () => {
  let simulator: Simulator;
  let client: QualysClient;

  beforeAll(async () => {
    simulator = await startSimulator({ connectors: 0 });
    const { urls, credentials } = simulator;
    client = createQualysClient({ urls, credentials, retries: FAST });
  });
  beforeEach(() => simulator.control.reset());
  afterAll(async () => {
    await client.close();
    await simulator.stop();
  });

  const clouds = () => {
    const { aws, azure, gcp } = client.cloudConnectors;
    return [
      {
        cloud: aws,
        create: () => aws.create(SETTINGS.aws),
        rename: (id: string) =>
          aws.update(id, { ...SETTINGS.aws, name: 'Renamed' }),
      },
      {
        cloud: azure,
        create: () => azure.create(SETTINGS.azure),
        rename: (id: string) =>
          azure.update(id, { ...SETTINGS.azure, name: 'Renamed' }),
      },
      {
        cloud: gcp,
        create: () => gcp.create(SETTINGS.gcp),
        rename: (id: string) =>
          gcp.update(id, { name: 'Renamed', configFile: KEY_FILE }),
      },
    ];
  };

  it('are created, read, renamed, switched, run and deleted', async () => {
    for (const { cloud, create, rename } of clouds()) {
      const created = await create();
      expect(connectorState(created)).toBe('pending');
      expect(await cloud.get(created.id)).toEqual(created);
      expect(await all<{ id: string }>(cloud.list())).toEqual([created]);

      expect(await rename(created.id)).toMatchObject({
        id: created.id,
        name: 'Renamed',
        account: created.account,
      });

      await cloud.disable(created.id);
      expect(await cloud.get(created.id)).toMatchObject({ disabled: true });
      await cloud.enable([created.id]);
      expect(await cloud.get(created.id)).toMatchObject({ disabled: false });
      await cloud.run(created.id);

      await cloud.delete(created.id);
      expect(await errorOf(cloud.get(created.id))).toMatchObject({
        kind: 'notFound',
      });
    }
  });

  it('carry a warning while they are new, and come alive', async () => {
    const { aws } = client.cloudConnectors;
    const created = await aws.create(SETTINGS.aws);
    expect(connectorWarning(created)).toBe('50004');
    expect(created.account).toBe('123456789012');

    simulator.control.advanceClock(24 * 3600 * 1000);
    const alive = await aws.get(created.id);
    expect(connectorState(alive)).toBe('success');
    expect(alive.error).toBeUndefined();
  });

  it('keep their remediation where an update leaves it', async () => {
    const { aws } = client.cloudConnectors;
    const on = { ...SETTINGS.aws, remediationEnabled: true };
    const { id } = await aws.create(on);
    expect(await aws.update(id, SETTINGS.aws)).toMatchObject({
      remediationEnabled: true,
    });
    const off = { ...SETTINGS.aws, remediationEnabled: false };
    expect(await aws.update(id, off)).toMatchObject({
      remediationEnabled: false,
    });
  });

  it('are all kept where one of the ids is unknown', async () => {
    for (const { cloud, create } of clouds()) {
      const { id } = await create();
      for (const verb of ['delete', 'enable', 'disable', 'run'] as const) {
        const error = await errorOf(cloud[verb]([id, connectorId(9)]));
        expect(['invalid', 'notFound']).toContain(error.kind);
      }
      expect(await cloud.get(id)).toMatchObject({ id, disabled: false });
    }
  });

  it('are there once after an answer that was lost', async () => {
    for (const { cloud, create } of clouds()) {
      simulator.control.addFault({
        match: { method: 'POST' },
        kind: 'applied',
        times: 1,
      });
      expect(await errorOf(create())).toMatchObject({ kind: 'outcomeUnknown' });
      expect(await all<{ id: string }>(cloud.list())).toHaveLength(1);
    }
  });

  it.each(['kept', 'refused'] as const)(
    'of Azure are updated without a key, which Qualys may have %s',
    async azureUpdateWithoutKey => {
      simulator.control.setBehaviours({ azureUpdateWithoutKey });
      const { azure } = client.cloudConnectors;
      const { id } = await azure.create(SETTINGS.azure);
      const { authenticationKey, ...settings } = SETTINGS.azure;
      const outcome = await azure.update(id, settings).catch(error => error);
      expect(outcome).toMatchObject(
        azureUpdateWithoutKey === 'kept' ? { id } : { kind: 'invalid' },
      );
      expect(await azure.update(id, SETTINGS.azure)).toMatchObject({ id });
    },
  );

  it('have a template for the role of each partition', async () => {
    const { aws } = client.cloudConnectors;
    const { externalId } = SETTINGS.aws;
    for (const partition of ['aws', 'aws-us-gov', 'aws-cn'] as const) {
      const template = await aws.cloudFormationTemplate({
        externalId,
        partition,
      });
      expect(JSON.parse(template)).toHaveProperty('Resources');
      expect(template).toContain(`arn:${partition}:iam::`);
      expect(template).toContain(externalId);
    }
  });
});
