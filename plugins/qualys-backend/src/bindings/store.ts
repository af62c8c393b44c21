import type {
  BindingAction,
  BindingListQuery,
  BindingState,
  BoundObjectType,
} from 'backstage-plugin-qualys-common';
import type { Claim } from './claims';

/** Which object in Qualys. */
export type ObjectKey = Claim;

/** A claim of an entity, and what was decided about it. */
export interface BindingRecord {
  id: string;
  entityRef: string;
  /** Who owned the entity; empty where nobody did. */
  owner: string;
  type: BoundObjectType;
  subscription: string;
  objectId: string;
  state: BindingState;
  /** Whether the entity still makes the claim, with this owner. */
  claimed: boolean;
  /** Whether the portal has made the object for the entity. */
  made: boolean;
  decidedBy?: string;
  decidedAt?: string;
  reason?: string;
  firstSeen: string;
}

/** What an entity claims at present. */
export interface ClaimingEntity {
  entityRef: string;
  owner: string;
  claims: readonly Claim[];
}

/** What {@link BindingStore.record} found. */
export interface RecordedClaims {
  /** The rows of the present claims, in no certain order. */
  bindings: BindingRecord[];
  /** The ids of those that were not known before. */
  added: Set<string>;
}

/** What entities claim, and what was decided about it. */
export interface BindingStore {
  /**
   * Writes down what entities claim at present. A claim that is known, of the
   * same entity with the same owner, keeps what was decided about it; any
   * other is open. What the entities claimed before is marked.
   */
  record(entities: readonly ClaimingEntity[]): Promise<RecordedClaims>;

  /** The entities that made a claim when they were last seen. */
  claimants(): Promise<string[]>;

  /** Marks the claims of entities that make none any more. */
  release(entityRefs: readonly string[]): Promise<void>;

  /** Forgets the open claims that nobody makes any more and that are older than a time. */
  forget(before: Date): Promise<void>;

  get(id: string): Promise<BindingRecord | undefined>;

  /**
   * A page of claims, oldest first. Open ones that nobody makes any more are
   * left out: there is nothing to decide.
   *
   * @throws InputError when the cursor is not one of the same list
   */
  list(query: BindingListQuery): Promise<{
    items: BindingRecord[];
    totalItems: number;
    nextCursor?: string;
  }>;

  /** How many claims wait for a decision. */
  countOpen(): Promise<number>;

  /** What the portal has made for entities and is bound to them, whether they name it or not. */
  madeFor(entityRefs: readonly string[]): Promise<BindingRecord[]>;

  /** The accepted claims on any of the objects, and what was made for an entity. */
  acceptedOf(objects: readonly ObjectKey[]): Promise<BindingRecord[]>;

  /** The claims on an object that were decided, in whatever way, also those that nobody makes. */
  decidedOf(object: ObjectKey): Promise<BindingRecord[]>;

  /**
   * Decides about a claim.
   *
   * @throws NotFoundError when there is no such claim
   * @throws ConflictError naming the state when the decision is not possible in it
   */
  decide(
    id: string,
    action: BindingAction,
    by: { user: string; reason?: string },
  ): Promise<BindingRecord>;

  /**
   * Accepts a claim beforehand: what the portal has made for an entity is its
   * own, whether the entity names it yet or not.
   */
  acceptMade(
    claim: Claim & { entityRef: string; owner: string },
    by: { user: string; reason: string },
  ): Promise<void>;

  /**
   * What the portal has made is not there any more: it is bound to an entity only
   * where the entity names it.
   */
  forgetMade(object: ObjectKey): Promise<void>;

  /** Accepts a claim because of a rule, if it is open and made. Tells whether it did. */
  acceptByRule(id: string, rule: string): Promise<boolean>;
}
