import type {
  RequestEvent,
  RequestListQuery,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import type { RequestScope } from '../../permissions';
import type { RequestMove, RequestPatch, RequestRecord } from './record';

/** A draft that is begun. */
export type NewRequest = Pick<
  RequestRecord,
  | 'subscription'
  | 'provider'
  | 'createThrough'
  | 'requester'
  | 'settings'
  | 'externalId'
  | 'expiresAt'
> & {
  /** Whoever files with the same key again gets the request that there is. */
  idempotencyKey?: string;
};

/** Which requests a caller may have to do with. */
export interface RequestListScope {
  /** Those that the caller may see. */
  readable: RequestScope;
  /** Those about which the caller may decide; none where it is missing. */
  decidable?: RequestScope;
  /** Whether people decide about what is their own, too. */
  withOwn: boolean;
}

/** The right to look after a request that is under way, until a time. */
export interface RequestLease {
  id: string;
  /** Who holds it. */
  holder: string;
}

/** Requests for connectors, in the plugin's database. */
export interface RequestStore {
  /**
   * Begins a draft, once for each idempotency key.
   *
   * @returns the request, and whether it was there already
   */
  create(
    request: NewRequest,
  ): Promise<{ record: RequestRecord; existed: boolean }>;

  get(id: string): Promise<RequestRecord | undefined>;
  /** The request that somebody has filed with an idempotency key. */
  filedWith(
    requester: string,
    idempotencyKey: string,
  ): Promise<RequestRecord | undefined>;
  getMany(ids: readonly string[]): Promise<RequestRecord[]>;

  /** What happened to a request, oldest first. */
  events(id: string): Promise<RequestEvent[]>;

  /**
   * A page of requests.
   *
   * @throws InputError when the cursor is not one of the same list
   */
  list(
    query: RequestListQuery,
    scope: RequestListScope,
    caller: string,
  ): Promise<{
    items: RequestRecord[];
    totalItems: number;
    nextCursor?: string;
  }>;

  /**
   * Does something with a request, or several things in a row, all of it or
   * nothing. What may be done is told by the table of transitions, and the
   * request must be what it was when it was read.
   *
   * @param record - as it was read
   * @param patch - what else changes
   * @returns the request afterwards, and the events
   * @throws RequestMovedError where it is something else by now, or the table does not allow it
   * @throws RequestNameTakenError where another one that is open has its name
   */
  move(
    record: RequestRecord,
    moves: readonly RequestMove[],
    patch?: RequestPatch,
  ): Promise<{ record: RequestRecord; events: RequestEvent[] }>;

  /**
   * Notes something about a request that nobody has to look at again. It is
   * for whoever looks after it.
   *
   * @returns false where somebody else holds it by now, or it has moved
   */
  note(
    record: Pick<RequestRecord, 'id' | 'state' | 'requester'>,
    patch: RequestPatch,
    lease?: RequestLease,
  ): Promise<boolean>;

  /** Up to 20 requests that ask for the same account: those that were submitted and have not come to an end. */
  ofAccount(provider: CloudProvider, account: string): Promise<RequestRecord[]>;

  /** The same of those that have the same name. */
  ofName(subscription: string, name: string): Promise<RequestRecord[]>;

  /**
   * Takes the right to look after requests that are due, in the order in which
   * they were agreed to.
   *
   * @param except - the subscriptions whose requests are left to others, or for later
   */
  lease(
    holder: string,
    limit: number,
    except?: readonly string[],
  ): Promise<RequestRecord[]>;

  /** Says that whoever holds a request lives. @returns false where somebody else holds it by now */
  renew(lease: RequestLease): Promise<boolean>;

  /** Gives the right back. */
  release(lease: RequestLease): Promise<void>;

  /** Requests whose time is over. */
  overdue(now: Date, limit: number): Promise<RequestRecord[]>;

  /** Requests that hold a key. */
  holdingKeys(): Promise<RequestRecord[]>;

  /**
   * Puts the same key in the place of a held one, encrypted in another way.
   *
   * @returns false where the request holds another one by now, or none
   */
  reseal(id: string, before: string, after: string): Promise<boolean>;

  /** How many drafts somebody has. */
  draftsOf(requester: string): Promise<number>;
}
