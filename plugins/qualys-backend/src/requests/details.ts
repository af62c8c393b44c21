import {
  nextRequestState,
  qualysConnectorReadPermission,
  type ConnectorRequestDetails,
  type RequestAction,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import type { RequestsConfig } from '../config';
import { describeError, QualysProblemError } from '../errors';
import type { AwsRoles } from '../externalIds';
import { callerOf, type CallerCredentials } from '../http';
import type { MirrorStore } from '../mirror';
import type { Authorizer, RequestRights } from '../permissions';
import { conflictsFor, type FindConflicts } from './conflicts';
import { isKeptFromDeciding } from './isOwn';
import { resourceOf } from './resource';
import { hasAccess, type RequestRecord, type RequestStore } from './store';
import { toConnectorRequest } from './view';

/** A request with all that its page shows, as a caller may see it. */
export type DescribeRequest = (
  record: RequestRecord,
  rights: RequestRights,
  credentials: CallerCredentials,
) => Promise<ConnectorRequestDetails>;

// What is done by those who ask, and by those who decide.
const UPDATES = [
  'save',
  'submit',
  'withdraw',
  'giveAccess',
  'cancel',
  'retry',
] as const satisfies RequestAction[];
const DECISIONS = ['approve', 'reject'] as const satisfies RequestAction[];

/** Those in which somebody may still look at what it collides with. */
const UNDECIDED: readonly RequestState[] = ['draft', 'submitted'];

/** Those in which the role may still have to be made. */
const NEEDS_ROLE: readonly RequestState[] = [
  'draft',
  'submitted',
  'approved',
  'awaitingAccess',
  'failed',
];

/** Makes what describes requests. */
export function createRequestDescriber(deps: {
  authorizer: Authorizer;
  awsRoles: AwsRoles;
  config: Pick<RequestsConfig, 'allowSelfApproval'>;
  findConflicts: FindConflicts;
  mirror: Pick<MirrorStore, 'get'>;
  store: Pick<RequestStore, 'events'>;
}): DescribeRequest {
  const { authorizer, awsRoles, config, findConflicts, mirror, store } = deps;

  const conflictsOf = async (
    record: RequestRecord,
    rights: RequestRights,
    credentials: CallerCredentials,
  ) => {
    if (!UNDECIDED.includes(record.state)) return [];
    const [found, readConnectors] = await Promise.all([
      findConflicts(record),
      authorizer.allows(qualysConnectorReadPermission, credentials),
    ]);
    return conflictsFor(found, {
      readConnectors,
      readRequest: other => rights.mayRead(resourceOf(other)),
    });
  };

  const awsRoleOf = async ({
    state,
    provider,
    subscription,
    settings,
    externalId,
  }: RequestRecord): Promise<
    Pick<ConnectorRequestDetails, 'awsRole' | 'awsRoleMissingBecause'>
  > => {
    const { partition } = settings;
    if (
      provider !== 'AWS' ||
      !partition ||
      externalId === undefined ||
      !NEEDS_ROLE.includes(state)
    ) {
      return {};
    }
    try {
      return {
        awsRole: await awsRoles.read(subscription, partition, externalId),
      };
    } catch (error) {
      return {
        awsRoleMissingBecause:
          error instanceof QualysProblemError
            ? error.message
            : describeError(error),
      };
    }
  };

  return async (record, rights, credentials) => {
    const caller = callerOf(credentials);
    const resource = resourceOf(record);
    const { id, state, subscription, connectorId } = record;
    const mayUpdate = rights.mayUpdate(resource);
    const mayDecide = rights.mayDecide(resource);
    const isConcerned = mayUpdate || mayDecide;
    const isPossible = (action: RequestAction) =>
      nextRequestState(state, action) !== undefined &&
      (action !== 'retry' || hasAccess(record));
    const [events, connector, conflicts, role] = await Promise.all([
      store.events(id),
      connectorId === undefined
        ? undefined
        : mirror.get({ subscription, id: connectorId }),
      conflictsOf(record, rights, credentials),
      isConcerned ? awsRoleOf(record) : {},
    ]);
    const mayNotDecide = isKeptFromDeciding(config, record, events, caller);
    return {
      ...toConnectorRequest(record, rights, connector?.entityRef),
      events,
      may: [
        ...(mayUpdate ? UPDATES.filter(isPossible) : []),
        ...(mayDecide && !mayNotDecide ? DECISIONS.filter(isPossible) : []),
      ],
      ...(mayDecide &&
        mayNotDecide &&
        isPossible('approve') && {
          mayNotDecideBecause:
            'Nobody decides about what they have asked for or written themselves: somebody else who may decide has to.',
        }),
      conflicts,
      ...role,
    };
  };
}
