import type {
  ConnectorRequest,
  CreateThrough,
  RequestAction,
  RequestDraftSettings,
  RequestProblem,
  RequestState,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';

/** What was decided about a request. */
export type RequestDecision = NonNullable<ConnectorRequest['decision']>;

/** A request as the database holds it. */
export interface RequestRecord {
  id: string;
  /** Rises with everything that somebody has to look at again. */
  version: number;
  state: RequestState;
  subscription: string;
  provider: CloudProvider;
  createThrough: CreateThrough;
  /** Who asks, as an entity reference. */
  requester: string;
  settings: RequestDraftSettings;
  /** AWS: it stays with the request. */
  externalId?: string;
  /** AWS: the role. */
  arn?: string;
  /** Azure and GCP: the key, encrypted. */
  secret?: string;
  keyExpiresOn?: string;
  /** Who owned the entity that it is asked for when it was submitted; missing where it is asked for none. */
  entityOwner?: string;
  decision?: RequestDecision;
  /** In which order requests were agreed to. */
  turn?: number;
  /** The id of the connector in CloudView and in the mirror. */
  connectorId?: string;
  assetManagementId?: string;
  /** The state of the connector in Qualys' word. */
  reportedState?: string;
  problem?: RequestProblem;
  createdAt: string;
  updatedAt: string;
  submittedAt?: string;
  expiresAt?: string;
  /** When Qualys was last told to create the connector; it may have done so. */
  createSentAt?: string;
  /** What Qualys said of the connector before it was last told to read the account; nothing where it was created. */
  ran?: { reportedState: string; lastSyncedOn?: string };
  /** When somebody has to look after it again. */
  nextLookAt?: string;
  /** How often somebody has looked since it came into its state. */
  looks: number;
}

/** What can be changed of a request beside its state; null takes it out. */
export type RequestPatch = {
  [K in
    | 'settings'
    | 'arn'
    | 'secret'
    | 'keyExpiresOn'
    | 'entityOwner'
    | 'decision'
    | 'connectorId'
    | 'assetManagementId'
    | 'reportedState'
    | 'problem'
    | 'submittedAt'
    | 'expiresAt'
    | 'createSentAt'
    | 'ran'
    | 'nextLookAt'
    | 'looks']?: RequestRecord[K] | null;
};

/** Something that is done with a request. */
export interface RequestMove {
  action: RequestAction;
  /** Who does it, as an entity reference; the portal itself unless given. */
  actor?: string;
  reason?: string;
  changes?: readonly SettingChange[];
  rule?: string;
  problem?: RequestProblem;
}

/** Whether all is there that Qualys signs in with. */
export function hasAccess({
  provider,
  arn,
  secret,
}: Pick<RequestRecord, 'provider' | 'arn' | 'secret'>): boolean {
  return provider === 'AWS' ? arn !== undefined : secret !== undefined;
}
