import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
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
import { holdRequest, HoldLostError, type Hold } from './hold';
import { reactionTo } from './reactions';
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

// So many at once: what is created waits for its turn, what is looked at need not.
const PLACES = 4;

/** Makes it. Several of them, in whatever replicas, share the work. */
export function createProvisioner(deps: {
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
  const { box, clients, expireAfterMs, handover } = deps;
  const { logger, store, takeOver, tell } = deps;
  const times = { ...PROVISIONING_TIMES, ...deps.times };
  const holder = randomUUID();
  const stopped = new AbortController();
  const apis = new Map<string, CreatingApi>();
  // In each subscription connectors are created one after the other, in the
  // order in which they were agreed to.
  const creations = new Map<string, PQueue>();
  const running = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let taking: Promise<void> | undefined;
  let isWanted = false;

  const clientOf = ({ subscription }: RequestRecord) =>
    clients.get(subscription);

  const apiOf = (request: RequestRecord): CreatingApi | undefined => {
    const { subscription, createThrough } = request;
    const key = `${createThrough} ${subscription}`;
    const known = apis.get(key);
    const client = clientOf(request);
    if (known || !client) return known;
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

  const advance = async (course: Course, api: CreatingApi) => {
    if (course.request.state === 'approved') {
      await course.move(
        { action: 'provision' },
        { nextLookAt: new Date().toISOString() },
      );
    }
    if (course.request.state === 'provisioning') {
      await queueOf(course.request).add(() =>
        provision(course, api, { box, times }),
      );
    }
    if (course.request.state === 'verifying') {
      await follow(course, api, { handover, times });
    }
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
    if (reaction.kind === 'fail') {
      logger.warn(said);
      await course.fail(reaction.failure);
      return;
    }
    logger.info(said);
    await course.wait(reaction.ms, reaction.problem, {
      looks: request.looks + 1,
    });
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

  const lookAfter = async (record: RequestRecord) => {
    const hold: Hold = holdRequest(
      store,
      { id: record.id, holder },
      stopped.signal,
    );
    const course = new Course({ store, tell, expireAfterMs }, record, hold);
    const api = apiOf(record);
    try {
      if (!api) {
        await course.wait(times.longestLookMs, {
          message: `The subscription ${record.subscription} is not configured any more, so that nothing can be created in it`,
        });
        return;
      }
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

  const take = async () => {
    while (!stopped.signal.aborted && running.size < PLACES) {
      isWanted = false;
      const due = await store.lease(holder, PLACES - running.size);
      for (const record of due) {
        const work: Promise<void> = lookAfter(record).finally(() => {
          running.delete(work);
          void wake();
        });
        running.add(work);
      }
      if (due.length === 0 && !isWanted) return;
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
        await Promise.all([taking, ...running]);
        if (running.size === 0) await wake();
      } while (running.size > 0);
    },
    async stop() {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
      await taking;
      await Promise.all(running);
    },
  };
}
