import { randomUUID } from 'node:crypto';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import PQueue from 'p-queue';
import type { QualysClients } from '../../clients';
import type { TakeOver } from '../../connectors';
import { describeError } from '../../errors';
import type { SecretBox } from '../../secrets';
import {
  RequestMovedError,
  type RequestRecord,
  type RequestStore,
} from '../store';
import type { TellRequest } from '../tell';
import { Course, PROVISIONING_TIMES, type ProvisioningTimes } from './course';
import { CreationError, provision } from './create';
import type { CreatingApi } from './creatingApi';
import { follow } from './follow';
import type { Handover } from './handover';
import { holdRequest, HoldLostError, thisMoment, type Moment } from './hold';
import { NOT_CONFIGURED, reactionTo, type Wait } from './reactions';
import { createThroughAssetManagement } from './throughAssetManagement';
import { createThroughCloudView } from './throughCloudView';

/** What sees to it that what was agreed to is created in Qualys. */
export interface Provisioner {
  /**
   * Takes up what is due, as far as there is room; resolves once that is
   * under way. It never throws.
   */
  wake(): Promise<void>;
  /** Resolves when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  /** Breaks off what is under way, and resolves when it has ended. */
  stop(): Promise<void>;
}

// So many at once in each subscription: what is created waits for its turn, what
// is looked at need not, and nobody waits for the subscription of others.
const PLACES = 4;

/** Makes it. Several of them, in whatever replicas, share the work. */
export function createProvisioner(deps: {
  auditor: AuditorService;
  box: Pick<SecretBox, 'open'>;
  clients: Pick<QualysClients, 'get'>;
  /** How long a request that has failed waits for somebody, in milliseconds. */
  expireAfterMs: number;
  handover: Handover;
  logger: LoggerService;
  store: RequestStore;
  takeOver: TakeOver;
  tell: TellRequest;
  times?: Partial<ProvisioningTimes>;
}): Provisioner {
  const { auditor, box, clients, expireAfterMs, handover } = deps;
  const { logger, store, takeOver, tell } = deps;
  const times = { ...PROVISIONING_TIMES, ...deps.times };
  const holder = randomUUID();
  const stopped = new AbortController();
  const apis = new Map<string, CreatingApi>();
  // In each subscription connectors are created one after the other, in the
  // order in which they were agreed to.
  const creations = new Map<string, PQueue>();
  // Why and until when nothing can be done through an API. All wait until then,
  // so that nobody goes before those who were agreed to earlier.
  const limits = new Map<CreatingApi, { until: number; wait: Wait }>();
  // What is under way, by subscription.
  const running = new Map<Promise<void>, string>();
  const timers = new Set<NodeJS.Timeout>();
  let taking: Promise<void> | undefined;
  let isWanted = false;

  // What the portal does not read it would never see again.
  const clientOf = ({ subscription, provider }: RequestRecord) => {
    const client = clients.get(subscription);
    return client?.subscription.clouds.includes(provider) ? client : undefined;
  };

  const apiOf = (request: RequestRecord): CreatingApi | undefined => {
    const { subscription, createThrough } = request;
    const key = `${createThrough} ${subscription}`;
    const known = apis.get(key);
    const client = clientOf(request);
    if (known || !client) return client && known;
    const create =
      createThrough === 'assetManagement'
        ? createThroughAssetManagement
        : createThroughCloudView;
    const api = create({ client, takeOver });
    apis.set(key, api);
    return api;
  };

  const queueOf = ({ subscription }: RequestRecord): PQueue => {
    const queue = creations.get(subscription) ?? new PQueue({ concurrency: 1 });
    creations.set(subscription, queue);
    return queue;
  };

  /** Lets a request wait for as long as nothing can be done; tells whether it does. */
  const waitForLimit = async (course: Course, api: CreatingApi) => {
    const limit = limits.get(api);
    const ms = (limit?.until ?? 0) - Date.now();
    if (!limit || ms <= 0) return false;
    await course.wait(ms, limit.wait.problem);
    return true;
  };

  // What went wrong has to be written down, too.
  const react = async (course: Course, api: CreatingApi, thrown: unknown) => {
    const isCreating = thrown instanceof CreationError;
    const error = isCreating ? thrown.reason : thrown;
    const { request } = course;
    const what = `The request ${request.id} (${request.subscription})`;
    if (error instanceof RequestMovedError || error instanceof HoldLostError) {
      logger.debug(`${what} was left to others: ${error.message}`);
      return;
    }
    if (course.hold.signal.aborted) return;
    const reaction = reactionTo(error, {
      subscription: clientOf(request)!.subscription,
      area: api.area,
      looks: request.looks,
      isCreating,
    });
    const said = `${what} did not get on: ${describeError(error)}`;
    if (reaction.kind === 'fail' || course.isStuck) {
      logger.warn(said);
      await course.fail(reaction.failure);
      return;
    }
    logger[reaction.isForPlatform ? 'warn' : 'info'](said);
    if (reaction.isLimit) {
      limits.set(api, { until: Date.now() + reaction.ms, wait: reaction });
    }
    await course.wait(reaction.ms, reaction.problem, {
      // That it had to wait for its turn says nothing about how it went.
      ...(!reaction.isLimit && { looks: request.looks + 1 }),
    });
  };

  const advance = async (course: Course, api: CreatingApi) => {
    if (course.request.state === 'approved') {
      await course.move([{ action: 'provision' }], {
        nextLookAt: new Date().toISOString(),
      });
    }
    if (course.request.state === 'provisioning') {
      const { turn = 0 } = course.request;
      await queueOf(course.request).add(
        async () => {
          // Whoever was before it may have learned of a limit.
          if (await waitForLimit(course, api)) return;
          try {
            await provision(course, api, { auditor, box, times });
          } catch (error) {
            await react(course, api, error);
          }
        },
        { priority: -turn },
      );
    }
    if (course.request.state === 'verifying') {
      await follow(course, api, { handover, times });
    }
  };

  /** Comes back when it is due again, without waiting for the next round. */
  const comeBack = ({ nextLookAt }: RequestRecord) => {
    if (nextLookAt === undefined || stopped.signal.aborted) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void wake();
    }, Math.max(0, Date.parse(nextLookAt) - Date.now()) + 1).unref();
    timers.add(timer);
  };

  const lookAfter = async (record: RequestRecord, leasedAt: Moment) => {
    const hold = holdRequest(
      store,
      { id: record.id, holder },
      { leasedAt, stopped: stopped.signal },
    );
    const course = new Course(
      { store, tell, expireAfterMs, times },
      record,
      hold,
    );
    const api = apiOf(record);
    try {
      if (!api) {
        if (course.isStuck) await course.fail(NOT_CONFIGURED);
        else
          await course.wait(times.longestLookMs, {
            message: NOT_CONFIGURED.message,
          });
        return;
      }
      if (await waitForLimit(course, api)) return;
      try {
        await advance(course, api);
      } catch (error) {
        await react(course, api, error);
      }
    } catch (error) {
      if (!(error instanceof HoldLostError)) {
        logger.error(
          `The request ${record.id} cannot be looked after: ${describeError(
            error,
          )}`,
        );
      }
    } finally {
      // Whoever cannot be told takes it for lost after a while.
      await hold.release().catch(() => {});
      comeBack(course.request);
    }
  };

  /** The subscriptions in which as much is under way as may be. */
  const full = () => {
    const all = [...running.values()];
    return [...new Set(all)].filter(
      subscription =>
        all.filter(each => each === subscription).length >= PLACES,
    );
  };

  const take = async () => {
    while (!stopped.signal.aborted) {
      isWanted = false;
      const leasedAt = thisMoment();
      const [record] = await store.lease(holder, 1, full());
      if (record) {
        const work: Promise<void> = lookAfter(record, leasedAt).finally(() => {
          running.delete(work);
          void wake();
        });
        running.set(work, record.subscription);
      } else if (!isWanted) return;
    }
  };

  // Whatever ends wakes it again.
  function wake(): Promise<void> {
    isWanted = true;
    taking ??= take()
      .catch(error => {
        logger.warn(
          `What is due of the requests for connectors cannot be read: ${describeError(
            error,
          )}`,
        );
      })
      .finally(() => {
        taking = undefined;
      });
    return taking;
  }

  return {
    wake,
    async idle() {
      do {
        await Promise.all([taking, ...running.keys()]);
        if (running.size === 0) await wake();
      } while (running.size > 0);
    },
    async stop() {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
      await taking;
      await Promise.all(running.keys());
    },
  };
}
