import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { Simulator } from 'qualys-simulator';
import { createBindingStore } from '../../bindings/createBindingStore';
import { createQualysClients } from '../../clients';
import { readSubscriptions } from '../../config';
import {
  createCredentialsStore,
  createTakeOver,
  type CredentialsStore,
} from '../../connectors';
import { openDatabase } from '../../database';
import {
  createDescribing,
  createOwnership,
  readOwnershipRules,
} from '../../ownership';
import { createPlacementStore } from '../../placements';
import type { ProvisioningTimes } from '../../requests/provisioning/course';
import { createHandover } from '../../requests/provisioning/handover';
import { createUpkeep } from '../../requests/provisioning/upkeep';
import { createProvisioner } from '../../requests/provisioning/worker';
import { createRequestStore, type RequestRecord } from '../../requests/store';
import { createSecretBox, type EncryptionKey } from '../../secrets';
import { createSettingsHistory } from '../../settings/history';
import { simulated } from '../backend';
import { catalogEntity } from '../claims';
import { openMirror } from '../mirror';
import { ASKER } from '../requests';
import { auditing } from '../services';
import { approvedRequest, KEYS, type Wanted } from './approvedRequest';

const HOUR = 3_600_000;

const UNLIMITED = {
  share: 1,
  reserve: 0,
  families: {
    qps: { perHour: 100_000, concurrency: 10 },
    cloudView: { perHour: 100_000, concurrency: 10 },
  },
};

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
  /** More of the configuration of the subscription `main`; it has no limits unless given. */
  subscription?: JsonObject;
  /** Other subscriptions than `main`, on the same platform. */
  others?: string[];
  times?: Partial<ProvisioningTimes>;
  /** What takes the place of parts of the store of keys. */
  credentials?: Partial<CredentialsStore>;
}) {
  const { knex, simulator, keys = KEYS } = options;
  await openDatabase({ getClient: async () => knex } as never);
  const subscriptions = readSubscriptions(
    mockServices.rootConfig({
      data: {
        qualys: {
          subscriptions: Object.fromEntries(
            ['main', ...(options.others ?? [])].map(id => [
              id,
              {
                ...simulated(simulator),
                limits: UNLIMITED,
                ...(id === 'main' && options.subscription),
              },
            ]),
          ),
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
  const history = createSettingsHistory(knex);
  const { auditor } = auditing();

  const provisioner = () =>
    createProvisioner({
      auditor,
      box,
      clients,
      expireAfterMs: HOUR,
      handover: createHandover({
        auditor,
        auth: mockServices.auth(),
        bindings,
        catalog: catalogServiceMock({
          entities: [
            catalogEntity('checkout', { owner: 'group:default/payments' }),
          ],
        }),
        credentials: { ...credentials, ...options.credentials },
        history,
        logger,
        mirror,
        placements,
      }),
      logger,
      store,
      takeOver,
      tell,
      // Nothing comes back by itself.
      times: { firstLookMs: HOUR, longestLookMs: HOUR, ...options.times },
    });
  const worker = provisioner();

  const now = async ({ id }: Pick<RequestRecord, 'id'>) =>
    (await store.get(id))!;
  /** Does all that is due now. */
  const work = async () => {
    await worker.wake();
    await worker.idle();
  };
  /** Has a request tried again, as people do. */
  const retry = async (request: Pick<RequestRecord, 'id'>) => {
    await store.move(await now(request), [{ action: 'retry', actor: ASKER }], {
      nextLookAt: new Date().toISOString(),
      expiresAt: null,
    });
    await work();
  };

  return {
    store,
    knex,
    auditor,
    history,
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
    now,
    work,
    retry,
    /** Gives a request other access and has it tried again, as people do. */
    async mend(
      request: Pick<RequestRecord, 'id'>,
      access: { arn?: string; secret?: string },
    ) {
      const { record } = await store.move(
        await now(request),
        [{ action: 'giveAccess', actor: ASKER }],
        access,
      );
      await retry(record);
    },
    /** What was done with a request so far. */
    actions: async ({ id }: Pick<RequestRecord, 'id'>) =>
      (await store.events(id)).map(({ action }) => action),
    /** Does all that is due once what is waited for has come. */
    async later() {
      simulator.control.advanceClock(HOUR / 30);
      await timeGoesBy(knex);
      await work();
    },
    /** A connector has been pending for so long, and is looked at again. */
    async pendingFor({ id }: Pick<RequestRecord, 'id'>, ms: number) {
      const past = new Date(Date.now() - ms).toISOString();
      await knex('connector_requests')
        .where({ id })
        .update({ updated_at: past, next_look_at: past });
      await work();
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
