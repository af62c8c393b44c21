/*
 * Five hundred requests for connectors that are agreed to at once: how long it
 * takes until all of them are active, against a bare client that creates as
 * many and reads each once; in which order they are created; how many calls
 * each of them takes; and what the queue costs while all of them wait, against
 * a bare route that makes the same authentication and authorisation.
 */
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  qualysStatusReadPermission,
  type ConnectorRequestDetails,
  type RequestList,
} from 'backstage-plugin-qualys-common';
import { setTimeout as pause } from 'node:timers/promises';
import { createQualysClient } from 'qualys-client';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { byTurns, type Figure } from './figures';
import {
  bareRoute,
  onEachDatabase,
  simulated,
  startPortal,
  type BenchDatabase,
  type Portal,
} from './portal';
import { catalogConfig, LIMITS } from './sync/subscription';
import { rememberTasks } from './sync/tasks';

const REQUESTS = 500;
const ROUNDS = 200;
const OWNER = 'group:default/bench';
const API = '/qualys/v1/requests';
const CREATED = '/create/am/awsassetdataconnector';

// A connector asks for an owner among the groups of whoever asks.
const inTheGroup = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async () => ({
      userEntityRef: 'user:default/guest',
      ownershipEntityRefs: ['user:default/guest', OWNER],
    }),
  }),
});

const accountOf = (index: number) => `${100_000_000_000 + index}`;
const nameOf = (index: number) => `bench-${index}`;
const arnOf = (index: number) => `arn:aws:iam::${accountOf(index)}:role/bench`;

/** Asks for a connector, gives its role and submits it. */
async function submit(
  portal: Portal,
  index: number,
): Promise<ConnectorRequestDetails> {
  const draft = await portal.send<ConnectorRequestDetails>('POST', API, {
    subscription: 'main',
    provider: 'AWS',
    settings: {
      name: nameOf(index),
      account: accountOf(index),
      partition: 'aws',
      owner: OWNER,
      purpose: 'To see how long it takes',
    },
  });
  const act = (
    { id, version }: ConnectorRequestDetails,
    action: string,
    body: object,
  ) =>
    portal.send<ConnectorRequestDetails>(
      'POST',
      `${API}/${id}/${action}`,
      body,
      version,
    );
  const given = await act(draft, 'access', { arn: arnOf(index) });
  return act(given, 'submit', {});
}

async function countOf(portal: Portal, state: string): Promise<number> {
  const { totalItems } = await portal.get<RequestList>(
    `${API}?state=${state}&limit=1`,
  );
  return totalItems;
}

async function untilActive(portal: Portal): Promise<void> {
  while ((await countOf(portal, 'active')) < REQUESTS) {
    const failed = await countOf(portal, 'failed');
    if (failed > 0) throw new Error(`${failed} requests have failed`);
    await pause(100);
  }
}

/** Creates as many connectors with a bare client, and reads each once. */
async function createBare({ urls, credentials }: Simulator): Promise<number> {
  const client = createQualysClient({ urls, credentials, limits: LIMITS });
  const began = performance.now();
  try {
    const { aws } = client.assetDataConnectors;
    for (let index = 0; index < REQUESTS; index++) {
      const { id } = await aws.create({
        name: `bare-${index}`,
        arn: arnOf(REQUESTS + index),
        externalId: `USPOD01-4765-bare${index + 10_000}`,
        allRegions: true,
      });
      await aws.get(id);
    }
  } finally {
    await client.close();
  }
  return performance.now() - began;
}

/** How many connectors were created before one that was agreed to earlier. */
function outOfOrder(simulator: Simulator, agreed: readonly string[]): number {
  const places = simulator.control
    .journal()
    .filter(({ path }) => path.includes(CREATED))
    .map(({ body }) => {
      const name = /bench-\d+/.exec(JSON.stringify(body))?.[0];
      return agreed.indexOf(name ?? '');
    });
  return places.filter((place, nth) => nth > 0 && place < places[nth - 1])
    .length;
}

async function inDatabase(database: BenchDatabase): Promise<Figure[]> {
  const simulator = await startSimulator({
    connectors: 0,
    seed: 1,
    settleSeconds: 1,
  });
  const tasks = rememberTasks();
  const portal = await startPortal({
    database: database.config,
    config: {
      ...catalogConfig(),
      qualys: {
        requests: { allowSelfApproval: true },
        subscriptions: {
          main: {
            ...simulated(simulator, { hours: 1 }),
            externalId: { pod: 'USPOD01', subscriptionId: '4765' },
            limits: { ...LIMITS },
          },
        },
      },
    },
    features: [
      import('backstage-plugin-qualys-backend'),
      bareRoute(qualysStatusReadPermission),
      inTheGroup,
      tasks.feature,
    ],
  });
  try {
    const submitted: ConnectorRequestDetails[] = [];
    for (let index = 0; index < REQUESTS; index++) {
      submitted.push(await submit(portal, index));
    }
    const bare = () => portal.touch('/bare/');
    const queue = await byTurns(
      ROUNDS,
      () => portal.touch(`${API}?state=submitted&order=oldest&limit=50`),
      bare,
    );

    simulator.control.clearJournal();
    const began = performance.now();
    const agreed: string[] = [];
    for (const { id, version, settings } of submitted) {
      await portal.send('POST', `${API}/${id}/approve`, {}, version);
      agreed.push(settings.name!);
    }
    await untilActive(portal);
    const taken = performance.now() - began;
    const calls = simulator.control.journal();
    const creations = calls.filter(({ path }) => path.includes(CREATED));
    const refused = calls.filter(
      ({ status }) => status === 409 || status === 429,
    );
    const late = outOfOrder(simulator, agreed);
    const floor = await createBare(simulator);
    const of = `${REQUESTS} requests that were agreed to at once, ${database.name}`;
    return [
      {
        what: `the queue of ${REQUESTS}, a page of 50 of them, against a bare route, ${database.name}`,
        unit: 'ms',
        ...queue,
      },
      {
        what: `from the first approval until all are active, against a bare client, of ${of}`,
        unit: 's',
        value: taken / 1000,
        baseline: floor / 1000,
      },
      {
        what: `calls to Qualys, against one creation and one reading each, of ${of}`,
        unit: 'calls',
        value: calls.length,
        baseline: 2 * REQUESTS,
      },
      {
        what: `connectors that were created, of ${of}`,
        unit: 'connectors',
        value: creations.length,
        baseline: REQUESTS,
        atMost: REQUESTS,
      },
      {
        what: `connectors that were created out of order, of ${of}`,
        unit: 'connectors',
        value: late,
        baseline: 0,
        atMost: 0,
      },
      {
        what: `calls that Qualys refused since there were too many, of ${of}`,
        unit: 'calls',
        value: refused.length,
        baseline: 0,
        atMost: 0,
      },
    ];
  } finally {
    await portal.stop();
    await simulator.stop();
  }
}

/** Measures on both databases. */
export const run = () => onEachDatabase(inDatabase);
