import type {
  CallHistory,
  CallHistoryQuery,
  Status,
  SyncStarted,
} from 'backstage-plugin-qualys-common';
import type { QualysRequestOptions } from './requests';
import { type Transport } from './transport';

/**
 * The subscriptions, their syncs, and the calls to Qualys.
 *
 * @public
 */
export interface QualysStatusApi {
  /** The subscriptions, their sync runs, and the owners that occur. */
  getStatus(options?: QualysRequestOptions): Promise<Status>;

  /** Starts a sync of a subscription, or joins the one under way. */
  startSync(
    subscription: string,
    options?: QualysRequestOptions,
  ): Promise<SyncStarted>;

  /** The calls to Qualys over time. */
  getCallHistory(
    query: Partial<CallHistoryQuery>,
    options?: QualysRequestOptions,
  ): Promise<CallHistory>;
}

/** The same over HTTP. */
export function statusCalls({ call }: Transport): QualysStatusApi {
  return {
    getStatus: options =>
      call({ path: ['status'], answer: 'statusSchema', ...options }),

    startSync: (subscription, options) =>
      call({
        method: 'POST',
        path: ['subscriptions', subscription, 'sync'],
        answer: 'syncStartedSchema',
        ...options,
      }),

    getCallHistory: (query, options) =>
      call({
        path: ['calls'],
        query,
        answer: 'callHistorySchema',
        ...options,
      }),
  };
}
