import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  CreateThrough,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { CloudProvider } from 'qualys-model';
import type { Simulator } from 'qualys-simulator';
import { createBindingStore } from '../bindings/createBindingStore';
import { createQualysClients } from '../clients';
import { readSubscriptions } from '../config';
import { createCredentialsStore, createTakeOver } from '../connectors';
import { openDatabase } from '../database';
import {
  createDescribing,
  createOwnership,
  readOwnershipRules,
} from '../ownership';
import { createPlacementStore } from '../placements';
import { createHandover } from '../requests/provisioning/handover';
import { createUpkeep } from '../requests/provisioning/upkeep';
import { createProvisioner } from '../requests/provisioning/worker';
import {
  createRequestStore,
  type RequestRecord,
  type RequestStore,
} from '../requests/store';
import { createSecretBox, type EncryptionKey } from '../secrets';
import { simulated } from './backend';
import { catalogEntity } from './claims';
import { openMirror } from './mirror';
import {
  APPROVER,
  ARN,
  ASKER,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  GCP_KEY_FILE,
  GCP_SETTINGS,
} from './requests';
import { auditing } from './services';

/** The key that the portal of these tests encrypts with. */
export const KEYS: EncryptionKey[] = [
  { id: 'k1', secret: Buffer.alloc(32, 7) },
];

const HOUR = 3_600_000;

const SETTINGS: Record<CloudProvider, RequestDraftSettings> = {
  AWS: AWS_SETTINGS,
  AZURE: AZURE_SETTINGS,
  GCP: GCP_SETTINGS,
};

const SECRETS: Record<CloudProvider, string | undefined> = {
  AWS: undefined,
  AZURE: AZURE_KEY,
  GCP: GCP_KEY_FILE,
};

/** What a request asks for, of which the rest is usual. */
export interface Wanted {
  provider?: CloudProvider;
  createThrough?: CreateThrough;
  settings?: RequestDraftSettings;
  arn?: string;
  /** The key of Azure, or the key file of GCP. */
  secret?: string;
  keyExpiresOn?: string;
}

let ordinal = 0;

/** Files a request and approves it, with all that Qualys signs in with. */
export async function approvedRequest(
  store: RequestStore,
  wanted: Wanted = {},
): Promise<RequestRecord> {
  const { provider = 'AWS', createThrough = 'assetManagement' } = wanted;
  const { secret = SECRETS[provider], keyExpiresOn } = wanted;
  ordinal += 1;
  const { record: draft } = await store.create({
    subscription: 'main',
    provider,
    createThrough,
    requester: ASKER,
    settings: { ...SETTINGS[provider], ...wanted.settings },
    ...(provider === 'AWS' && {
      externalId: `USPOD01-4765-${String(ordinal).padStart(9, '0')}`,
    }),
  });
  const box = createSecretBox(KEYS);
  const { record } = await store.move(
    draft,
    [
      { action: 'submit', actor: ASKER },
      { action: 'approve', actor: APPROVER },
    ],
    {
      ...(provider === 'AWS'
        ? { arn: wanted.arn ?? ARN }
        : { secret: box.seal(secret!, { about: draft.id }) }),
      ...(keyExpiresOn !== undefined && { keyExpiresOn }),
      nextLookAt: new Date().toISOString(),
    },
  );
  return record;
}

/**
 * Lets as much time go by for the requests in a database as it takes until
 * each of them is due, whoever looked after it before.
 */
export async function timeGoesBy(knex: Knex, ms = HOUR / 60): Promise<void> {
  const earlier = (time: string | null) =>
    time === null ? null : new Date(Date.parse(time) - ms).toISOString();
  const waiting = await knex('connector_requests').whereNotNull('next_look_at');
  for (const { id, updated_at, create_sent_at } of waiting) {
    await knex('connector_requests')
      .where({ id })
      .update({
        next_look_at: earlier(new Date().toISOString()),
        updated_at: earlier(updated_at),
        create_sent_at: earlier(create_sent_at),
      });
  }
}

/** What provisions requests on a simulated Qualys, when a test says so. */
export async function setUpProvisioning(options: {
  knex: Knex;
  simulator: Simulator;
  keys?: EncryptionKey[];
  ownership?: object;
}) {
  const { knex, simulator, keys = KEYS } = options;
  await openDatabase({ getClient: async () => knex } as never);
  const subscriptions = readSubscriptions(
    mockServices.rootConfig({
      data: {
        qualys: {
          subscriptions: {
            main: {
              ...simulated(simulator),
              limits: {
                share: 1,
                reserve: 0,
                families: {
                  qps: { perHour: 100_000, concurrency: 10 },
                  cloudView: { perHour: 100_000, concurrency: 10 },
                },
              },
            },
          },
        },
      },
    }),
  );
  const hooks: (() => Promise<void>)[] = [];
  const clients = createQualysClients({
    subscriptions,
    lifecycle: mockServices.lifecycle.mock({
      addShutdownHook: hook => void hooks.push(async () => hook()),
    }),
    hooksOf: () => [],
  });
  const logger = mockServices.logger.mock();
  const placements = createPlacementStore(knex);
  const mirror = openMirror(knex, {
    describing: createDescribing({
      ownership: createOwnership({
        rules: readOwnershipRules(
          mockServices.rootConfig({
            data: {
              qualys: {
                ownership: JSON.parse(JSON.stringify(options.ownership ?? {})),
              },
            },
          }),
        ),
        logger,
      }),
      placements,
    }),
  });
  await mirror.noteConfigured();
  const announce = jest.fn(async () => {});
  const takeOver = createTakeOver({ announce, logger, mirror });
  const bindings = createBindingStore(knex);
  const credentials = createCredentialsStore(knex);
  const store = createRequestStore(knex);
  const tell = jest.fn();
  const box = createSecretBox(keys);

  const provisioner = () =>
    createProvisioner({
      box,
      clients,
      expireAfterMs: HOUR,
      handover: createHandover({
        auditor: auditing().auditor,
        auth: mockServices.auth(),
        bindings,
        catalog: catalogServiceMock({
          entities: [
            catalogEntity('checkout', { owner: 'group:default/payments' }),
          ],
        }),
        credentials,
        logger,
        mirror,
        placements,
      }),
      logger,
      store,
      takeOver,
      tell,
      // Nothing comes back by itself.
      times: { firstLookMs: HOUR, longestLookMs: HOUR },
    });
  const worker = provisioner();

  return {
    store,
    mirror,
    bindings,
    credentials,
    tell,
    logger,
    announce,
    provisioner,
    control: simulator.control,
    upkeep: createUpkeep({ box, logger, store, tell }),
    ask: (wanted?: Wanted) => approvedRequest(store, wanted),
    now: async ({ id }: Pick<RequestRecord, 'id'>) => (await store.get(id))!,
    /** Does all that is due now. */
    async work() {
      await worker.wake();
      await worker.idle();
    },
    /** The same once all that is waited for has come. */
    async later() {
      simulator.control.advanceClock(HOUR / 30);
      await timeGoesBy(knex);
      await worker.wake();
      await worker.idle();
    },
    /** A connector has been pending for so long, and is looked at again. */
    async pendingFor({ id }: Pick<RequestRecord, 'id'>, ms: number) {
      const past = new Date(Date.now() - ms).toISOString();
      await knex('connector_requests')
        .where({ id })
        .update({ updated_at: past, next_look_at: past });
      await worker.wake();
      await worker.idle();
    },
    /** The connectors in Qualys. */
    connectors: async () => {
      const { qualys } = clients.get('main')!;
      const all = [];
      for (const cloud of ['aws', 'azure', 'gcp'] as const) {
        for await (const each of qualys.cloudConnectors[cloud].list()) {
          all.push(each);
        }
      }
      return all;
    },
    /** What was told to change something: `POST create/am/awsassetdataconnector`. */
    sent: () =>
      simulator.control
        .journal()
        .filter(
          ({ method, path }) => method !== 'GET' && !/\/search\//.test(path),
        )
        .map(
          ({ method, path }) =>
            `${method} ${path
              .replace('/qps/rest/3.0/', '')
              .replace('/cloudview-api/rest/v1/', '')
              .replace(/[0-9a-f-]{36}|\d{5,}/, '<id>')}`,
        ),
    async stop() {
      await worker.stop();
      await Promise.all(hooks.map(hook => hook()));
    },
  };
}

/** What {@link setUpProvisioning} gives. */
export type Provisioning = Awaited<ReturnType<typeof setUpProvisioning>>;

/**
 * Loses one answer of Qualys after the other: each time, the request ends
 * active, and Qualys has one connector.
 */
export async function expectOneThoughLost(
  of: Provisioning,
  options: Pick<Wanted, 'createThrough' | 'provider'> & {
    kind: 'applied' | 'cut' | 'html' | 'malformed' | 'reset' | 'status';
  },
): Promise<void> {
  const { kind, ...wanted } = options;
  const { control } = of;
  for (let skip = 0; ; skip++) {
    control.reset();
    const request = await of.ask({
      ...wanted,
      settings: { name: `Connector ${kind} ${skip}` },
    });
    control.addFault({ match: {}, kind, skip, times: 1 });
    await of.work();
    for (let round = 0; round < 20; round++) {
      if ((await of.now(request)).state === 'active') break;
      await of.later();
    }
    const calls = control.journal().length;
    expect({ skip, request: await of.now(request) }).toMatchObject({
      skip,
      request: { state: 'active' },
    });
    expect(await of.connectors()).toHaveLength(1);
    // No call was hit any more.
    if (skip >= calls) return;
  }
}
