import { AsyncLocalStorage } from 'node:async_hooks';
import type { LifecycleService } from '@backstage/backend-plugin-api';
import {
  createQualysClient,
  type QualysClient,
  type QualysHooks,
} from 'qualys-client';
import { joinHooks } from './joinHooks';
import { longestWaitMs, naming, type SubscriptionConfig } from '../config';

/** A subscription and the client that speaks for it. */
export interface SubscriptionClient {
  subscription: SubscriptionConfig;
  qualys: QualysClient;
}

/** How many requests were sent to Qualys. */
export interface CallCount {
  calls: number;
}

/** The clients of the configured subscriptions. */
export interface QualysClients {
  /** The client of a subscription; undefined when it is not configured. */
  get(subscription: string): SubscriptionClient | undefined;
  all(): SubscriptionClient[];
  /** Does something and counts the requests that it sends, whatever others send meanwhile. */
  counting<T>(count: CallCount, action: () => Promise<T>): Promise<T>;
}

/** Makes a client for each subscription; they are closed when the backend ends. */
export function createQualysClients(options: {
  subscriptions: readonly SubscriptionConfig[];
  lifecycle: LifecycleService;
  /** What watches the calls of a subscription. */
  hooksOf: (subscription: string) => QualysHooks[];
}): QualysClients {
  const counts = new AsyncLocalStorage<CallCount>();
  const counting: QualysHooks = {
    onCallStarted() {
      const count = counts.getStore();
      if (count) count.calls += 1;
    },
  };
  const clients = new Map(
    options.subscriptions.map(subscription => [
      subscription.id,
      {
        subscription,
        qualys: naming(`qualys.subscriptions.${subscription.id}`, () =>
          createQualysClient({
            urls: subscription.urls,
            credentials: subscription.credentials,
            writeCredentials: subscription.writeCredentials,
            cloudViewAccess: subscription.cloudViewAccess,
            dialect: subscription.dialect,
            limits: {
              ...subscription.limits,
              maxWaitMs: { background: longestWaitMs(subscription.schedule) },
            },
            hooks: joinHooks(...options.hooksOf(subscription.id), counting),
          }),
        ),
      },
    ]),
  );
  options.lifecycle.addShutdownHook(async () => {
    await Promise.all([...clients.values()].map(each => each.qualys.close()));
  });
  return {
    get: subscription => clients.get(subscription),
    all: () => [...clients.values()],
    counting: (count, action) => counts.run(count, action),
  };
}
