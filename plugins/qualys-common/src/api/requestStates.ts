import { z } from 'zod';

/**
 * How far a request for a connector has come:
 *
 * - `draft`: it is being written, and nobody has been asked yet;
 * - `submitted`: it waits for a decision;
 * - `approved`: it is agreed to, and all that Qualys signs in with is there: it waits for its turn;
 * - `awaitingAccess`: it is agreed to, and the role or the key is yet to be made and given;
 * - `provisioning`: the connector is created in Qualys, or it was and is given what was mended;
 * - `verifying`: the connector is there, and Qualys reads the account for the first time;
 * - `active`: Qualys has read the account, and the connector is in the catalog;
 * - `failed`: it did not work, and somebody has to mend something;
 * - `rejected`, `cancelled`, `expired`: it has come to its end without a connector that works.
 *
 * @public
 */
export const REQUEST_STATES = [
  'draft',
  'submitted',
  'approved',
  'awaitingAccess',
  'provisioning',
  'verifying',
  'active',
  'failed',
  'rejected',
  'cancelled',
  'expired',
] as const;

/** How far a request for a connector has come. @public */
export const requestStateSchema = z.enum(REQUEST_STATES);

/** How far a request for a connector has come. @public */
export type RequestState = z.infer<typeof requestStateSchema>;

/**
 * What can be done with a request. By people: `save`, `submit`, `withdraw`
 * (take it back to change it), `giveAccess` (the role, or the key), `approve`,
 * `reject`, `cancel`, `retry`. By the portal itself: `awaitAccess`,
 * `provision`, `verify`, `activate`, `fail`, `expire`.
 *
 * @public
 */
export const REQUEST_ACTIONS = [
  'save',
  'submit',
  'withdraw',
  'giveAccess',
  'approve',
  'reject',
  'cancel',
  'retry',
  'awaitAccess',
  'provision',
  'verify',
  'activate',
  'fail',
  'expire',
] as const;

/** What can be done with a request. @public */
export const requestActionSchema = z.enum(REQUEST_ACTIONS);

/** What can be done with a request. @public */
export type RequestAction = z.infer<typeof requestActionSchema>;

/**
 * The one table of what may be done with a request in which state, and what
 * becomes of it. What does not stand here cannot happen.
 *
 * @public
 */
export const REQUEST_TRANSITIONS: Readonly<
  Record<RequestAction, Readonly<Partial<Record<RequestState, RequestState>>>>
> = {
  save: { draft: 'draft' },
  submit: { draft: 'submitted' },
  withdraw: { submitted: 'draft' },
  giveAccess: {
    draft: 'draft',
    submitted: 'submitted',
    awaitingAccess: 'provisioning',
    failed: 'failed',
  },
  approve: { submitted: 'approved' },
  reject: { submitted: 'rejected' },
  cancel: {
    draft: 'cancelled',
    submitted: 'cancelled',
    approved: 'cancelled',
    awaitingAccess: 'cancelled',
    failed: 'cancelled',
  },
  retry: { failed: 'provisioning' },
  awaitAccess: { approved: 'awaitingAccess' },
  provision: { approved: 'provisioning' },
  verify: { provisioning: 'verifying' },
  activate: { verifying: 'active' },
  fail: { provisioning: 'failed', verifying: 'failed' },
  expire: {
    draft: 'expired',
    submitted: 'expired',
    awaitingAccess: 'expired',
    failed: 'expired',
  },
};

/**
 * What becomes of a request when something is done with it.
 *
 * @returns undefined where that cannot be done in its state
 *
 * @public
 */
export function nextRequestState(
  state: RequestState,
  action: RequestAction,
): RequestState | undefined {
  return REQUEST_TRANSITIONS[action][state];
}

/**
 * Whether a request has come to its end: nothing can be done with it any more.
 *
 * @public
 */
export function isRequestOver(state: RequestState): boolean {
  return REQUEST_ACTIONS.every(
    action => nextRequestState(state, action) === undefined,
  );
}

/** The signal channel that says that requests for connectors have moved. @public */
export const QUALYS_REQUESTS_CHANNEL = 'qualys:requests';

/**
 * The message of that channel. It goes to everybody, since signals ask for no
 * permission, and says which request alone.
 *
 * @public
 */
export interface RequestSignal {
  /** The id of the request. */
  id: string;
}
