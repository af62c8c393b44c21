import { cloudConnectorSchema, type CloudConnector } from 'qualys-model';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { all, errorOf, FAST } from '../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../client';
import type { CloudConnectors } from './resources';

describe('against a simulated platform', () => {
  let simulator: Simulator;
  let client: QualysClient;

  beforeAll(async () => {
    simulator = await startSimulator({ connectors: 400, seed: 3 });
    const { urls, credentials } = simulator;
    client = createQualysClient({ urls, credentials, retries: FAST });
  });
  beforeEach(() => simulator.control.reset());
  afterAll(async () => {
    await client.close();
    await simulator.stop();
  });

  const clouds = (): CloudConnectors<CloudConnector>[] => {
    const { aws, azure, gcp } = client.cloudConnectors;
    return [aws, azure, gcp];
  };
  const everything = async () =>
    (await Promise.all(clouds().map(cloud => all(cloud.list())))).flat();

  it('reads every connector once, each fit for the domain', async () => {
    const connectors = await everything();

    expect(connectors).toHaveLength(400);
    expect(new Set(connectors.map(({ id }) => id)).size).toBe(400);
    for (const connector of connectors) {
      expect(cloudConnectorSchema.parse(connector)).toEqual(connector);
    }
    expect(connectors.every(({ lastSyncedOn }) => lastSyncedOn)).toBe(true);
  });

  it('reads one connector as the list shows it, and its errors', async () => {
    for (const cloud of clouds()) {
      const listed = await all(cloud.list());
      const failing = listed.find(
        ({ reportedState }) => reportedState === 'ERROR',
      )!;
      expect(await cloud.get(failing.id)).toEqual(failing);
      const errors = await all(cloud.errors(failing.id, { pageSize: 1 }));
      expect(errors.length).toBeGreaterThan(0);
      expect(errors[0].occurredOn).toMatch(/^\d{4}-\d\d-\d\dT/);
    }
  });

  it.each([
    ['status', 'unavailable'],
    ['reset', 'unavailable'],
    ['cut', 'unavailable'],
    ['html', 'unexpectedAnswer'],
    ['malformed', 'unexpectedAnswer'],
  ] as const)(
    'throws where a page in the middle fails: %s',
    async (kind, errorKind) => {
      simulator.control.addFault({
        match: { host: 'cloudView', query: { pageNo: '1' } },
        kind,
        ...(kind === 'status' && { status: 503 }),
      });
      const seen: string[] = [];
      const error = await errorOf(
        (async () => {
          for await (const { id } of client.cloudConnectors.aws.list()) {
            seen.push(id);
          }
        })(),
      );
      expect(error).toMatchObject({ name: 'QualysError', kind: errorKind });
      expect(seen).toHaveLength(50);
    },
  );

  it('heals where that happens once', async () => {
    simulator.control.addFault({
      match: { query: { pageNo: '1' } },
      kind: 'cut',
      times: 3,
    });
    expect(await everything()).toHaveLength(400);
  });
});
