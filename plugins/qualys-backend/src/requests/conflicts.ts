import type {
  MirroredConnector,
  RequestConflict,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import type { MirrorStore } from '../mirror';
import type { OwnershipRules } from '../ownership';
import type { RequestRecord, RequestStore } from './store';

/** What is asked for, as far as it can collide with something. */
export interface Wanted {
  /** The request, which does not collide with itself. */
  id?: string;
  subscription: string;
  provider: CloudProvider;
  settings: RequestDraftSettings;
  arn?: string;
  /** The connector that has come of it, which it does not collide with either. */
  connectorId?: string;
}

/** Something that a request collides with, with all that is known of it. */
export interface FoundConflict {
  kind: RequestConflict['kind'];
  connector?: MirroredConnector;
  request?: RequestRecord;
  owner?: string;
}

/** Finds what a request collides with. */
export type FindConflicts = (wanted: Wanted) => Promise<FoundConflict[]>;

function arnOf(connector: MirroredConnector): string | undefined {
  return connector.provider === 'AWS' ? connector.arn : undefined;
}

/** Makes what finds it, in the mirror, among other requests, and in the rules of ownership. */
export function createConflictFinder(deps: {
  mirror: Pick<MirrorStore, 'ofAccount' | 'ofName'>;
  store: Pick<RequestStore, 'ofAccount' | 'ofName'>;
  rules: OwnershipRules;
}): FindConflicts {
  const { mirror, store, rules } = deps;

  const ownedByRule = (wanted: Wanted): FoundConflict[] => {
    const { provider, subscription, settings } = wanted;
    const { name = '', account = '', owner, defaultTags = [] } = settings;
    const given = rules.decide({
      connector: { provider, name, account, groups: [] },
      subscription,
      tags: defaultTags.map(id => ({ id })),
    });
    // The default comes after whoever asks.
    if (!given || given.rule === 'default' || given.owner === owner) return [];
    return [{ kind: 'ownedByRule', owner: given.owner }];
  };

  return async wanted => {
    const { id, provider, subscription, settings, arn, connectorId } = wanted;
    const { account = '', name = '' } = settings;
    const [connected, named, requested, namedRequests] = await Promise.all([
      account === '' ? [] : mirror.ofAccount(provider, account),
      name.trim() === '' ? [] : mirror.ofName(subscription, name),
      account === '' ? [] : store.ofAccount(provider, account),
      name.trim() === '' ? [] : store.ofName(subscription, name),
    ]);
    const isAnother = (request: RequestRecord) => request.id !== id;
    const isOther = (connector: MirroredConnector) =>
      connector.id !== connectorId || connector.subscription !== subscription;
    return [
      ...connected.filter(isOther).map(connector => ({
        kind: connector.assetManagement?.attachedToOrgConnector
          ? ('accountConnectedByOrganization' as const)
          : ('accountConnected' as const),
        connector,
      })),
      ...connected
        .filter(isOther)
        .filter(connector => arn !== undefined && arnOf(connector) === arn)
        .map(connector => ({ kind: 'arnConnected' as const, connector })),
      ...named
        .filter(isOther)
        .map(connector => ({ kind: 'nameTaken' as const, connector })),
      ...namedRequests
        .filter(isAnother)
        .map(request => ({ kind: 'nameTaken' as const, request })),
      ...requested
        .filter(isAnother)
        .map(request => ({ kind: 'accountRequested' as const, request })),
      ...ownedByRule(wanted),
    ];
  };
}

/** What a caller may be told of conflicts: that there are some, everybody who asks; which ones, who may see them. */
export function conflictsFor(
  conflicts: readonly FoundConflict[],
  may: {
    readConnectors: boolean;
    readRequest(request: RequestRecord): boolean;
  },
): RequestConflict[] {
  const told = conflicts.map(({ kind, connector, request, owner }) => ({
    kind,
    ...(connector &&
      may.readConnectors && {
        connector: {
          subscription: connector.subscription,
          id: connector.id,
          name: connector.name,
          entityRef: connector.entityRef,
        },
      }),
    ...(request &&
      may.readRequest(request) && {
        request: { id: request.id, name: request.settings.name ?? '' },
      }),
    ...(owner !== undefined && { owner }),
  }));
  // Two that are told in the same words are one.
  return [...new Map(told.map(each => [JSON.stringify(each), each])).values()];
}
