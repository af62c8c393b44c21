import type {
  ConnectorRequestDetails,
  RequestAccess,
  RequestApprove,
  RequestCheck,
  RequestCreate,
  RequestDraftSettings,
  RequestFindings,
  RequestList,
  RequestListQuery,
} from 'backstage-plugin-qualys-common';
import type { Request } from 'express';
import type { CallerCredentials } from '../http';

/** Who does something, and from where. */
export interface RequestCaller {
  credentials: CallerCredentials;
  /** The request over HTTP, for the audit; missing where it came otherwise. */
  http?: Request;
}

/** Something that is done with a request, as a caller saw it. */
export interface RequestDeed extends RequestCaller {
  id: string;
  /** The version that the caller has seen. */
  version: string;
}

/**
 * All that people do with requests for connectors, whatever door they come
 * through: with their permissions, audited, and told to whom it concerns.
 *
 * Everything that changes a request throws `NotFoundError` where there is none
 * or the caller may not see it, `NotAllowedError` where the caller may not do
 * it, `PreconditionFailedError` with the present state where it has moved, and
 * `ConflictError` where its state does not allow it.
 */
export interface RequestService {
  list(query: RequestListQuery, caller: RequestCaller): Promise<RequestList>;
  get(id: string, caller: RequestCaller): Promise<ConnectorRequestDetails>;
  /** The request that the caller has filed with an idempotency key. */
  filedWith(
    idempotencyKey: string,
    caller: RequestCaller,
  ): Promise<ConnectorRequestDetails | undefined>;
  /**
   * What is wrong with what is being written, for those who may ask, change
   * requests or decide about them. What whoever may decide about a request
   * changes of it is judged as the approval judges it, all else by whoever writes.
   */
  check(wanted: RequestCheck, caller: RequestCaller): Promise<RequestFindings>;
  create(
    wanted: RequestCreate,
    caller: RequestCaller,
  ): Promise<ConnectorRequestDetails>;
  save(
    deed: RequestDeed,
    settings: RequestDraftSettings,
  ): Promise<ConnectorRequestDetails>;
  submit(
    deed: RequestDeed,
    options: { direct: boolean },
  ): Promise<ConnectorRequestDetails>;
  giveAccess(
    deed: RequestDeed,
    access: RequestAccess,
  ): Promise<ConnectorRequestDetails>;
  approve(
    deed: RequestDeed,
    decision: RequestApprove,
  ): Promise<ConnectorRequestDetails>;
  reject(
    deed: RequestDeed,
    decision: { reason: string },
  ): Promise<ConnectorRequestDetails>;
  /** Takes it back, cancels it, or has it tried again. */
  act(
    deed: RequestDeed,
    action: 'cancel' | 'retry' | 'withdraw',
    options: { reason?: string },
  ): Promise<ConnectorRequestDetails>;
}
