/*
 * What the client costs for each call, against bare undici that makes the same
 * request and parses the same answer: processor time of this process. The
 * simulator is in another one.
 */
import { createQualysClient } from 'qualys-client';
import { Agent, request } from 'undici';
import { cpuByTurns, type Figure } from './figures';
import { startSimulatorProcess } from './simulatorProcess';

const CALLS = 400;
const ROUNDS = 30;

/** The benchmark. */
export async function* run(): AsyncGenerator<Figure[]> {
  const simulator = await startSimulatorProcess();
  const { username, password } = simulator.credentials;
  const client = createQualysClient({
    urls: simulator.urls,
    credentials: simulator.credentials,
    // So many calls that none has to wait.
    limits: { share: 1, families: { cloudView: { perHour: 1_000_000 } } },
  });
  const dispatcher = new Agent({ connections: 10 });
  try {
    const { aws } = client.cloudConnectors;
    const [{ id }] = await aws
      .list({ pageSize: 1 })
      .pages()
      [Symbol.asyncIterator]()
      .next()
      .then(({ value }) => value.items);
    const url = `${simulator.urls.cloudView}/cloudview-api/rest/v1/aws/connectors/${id}`;
    const authorization = `Basic ${Buffer.from(
      `${username}:${password}`,
    ).toString('base64')}`;
    const headers = { accept: 'application/json', authorization };

    const figures = await cpuByTurns(
      ROUNDS,
      async () => {
        for (let call = 0; call < CALLS; call++) await aws.get(id);
      },
      async () => {
        for (let call = 0; call < CALLS; call++) {
          const { body } = await request(url, { headers, dispatcher });
          await body.json();
        }
      },
    );
    yield [
      {
        what: 'a call of the client, against bare undici (processor time)',
        unit: 'ms',
        value: figures.value / CALLS,
        baseline: figures.baseline / CALLS,
      },
    ];
  } finally {
    await client.close();
    await dispatcher.destroy();
    await simulator.stop();
  }
}
