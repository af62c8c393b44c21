import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  isRequestOver,
  QUALYS_REQUESTS_CHANNEL,
  qualysRequestCreatePermission,
  type ConnectorAssetsChoices,
  type ConnectorRequestDetails,
  type RequestChoices,
  type RequestList,
  type RequestListQuery,
  type RequestSignal,
  type RequestState,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../api/QualysApi';
import { useHasBeen } from '../hooks/useHasBeen';
import { useLiveReading } from '../hooks/useLiveReading';
import { useQualysQuery, type QualysQuery } from '../hooks/useQualysQuery';
import {
  useReplaceableQuery,
  type ReplaceableQuery,
} from '../hooks/useReplaceableQuery';

/** How often a request is looked at that the portal is at work on (in milliseconds). */
const MOVING_EVERY = 5_000;
/** How often to look at what waits for people (in milliseconds). */
const WAITING_EVERY = 60_000;

const MOVING: readonly RequestState[] = [
  'approved',
  'provisioning',
  'verifying',
];

/** Whether the portal is at work on a request, so that it moves by itself. */
export function isRequestMoving(state: RequestState): boolean {
  return MOVING.includes(state);
}

function pauseOf(request: ConnectorRequestDetails | undefined): number | null {
  if (!request || isRequestOver(request.state)) return null;
  return isRequestMoving(request.state) ? MOVING_EVERY : WAITING_EVERY;
}

/** A request with all that its page shows, as it moves. */
export function useLiveRequest(
  id: string,
): ReplaceableQuery<ConnectorRequestDetails> {
  const api = useApi(qualysApiRef);
  const query = useReplaceableQuery(
    useCallback(
      (signal: AbortSignal) => api.getConnectorRequest(id, { signal }),
      [api, id],
    ),
  );
  useLiveReading<RequestSignal>(query, {
    channel: QUALYS_REQUESTS_CHANNEL,
    isAbout: useCallback((message: RequestSignal) => message.id === id, [id]),
    pollEvery: pauseOf(query.value),
  });
  return query;
}

/** A page of requests, as they move. The query must be memoized. */
export function useLiveRequests(
  asked: Partial<RequestListQuery>,
): QualysQuery<RequestList> {
  const api = useApi(qualysApiRef);
  const query = useQualysQuery(
    useCallback(
      (signal: AbortSignal) => api.listConnectorRequests(asked, { signal }),
      [api, asked],
    ),
  );
  useLiveReading<RequestSignal>(query, {
    channel: QUALYS_REQUESTS_CHANNEL,
    pollEvery: WAITING_EVERY,
  });
  return query;
}

const WAITING = { scope: 'decidable', limit: 1 } as const;

/** How many requests wait for a decision which the caller may make. */
export function useWaitingRequests(): number | undefined {
  return useLiveRequests(WAITING).value?.totalItems;
}

/**
 * Whether whoever looks may know what there is to choose from: they may ask, or
 * there is something that they may do with the request that they look at, or was
 * before they did it.
 */
function useMayChoose(request?: Pick<ConnectorRequestDetails, 'may'>): boolean {
  const { allowed } = usePermission({
    permission: qualysRequestCreatePermission,
  });
  const isConcerned = useHasBeen(
    request !== undefined && request.may.length > 0,
  );
  return allowed || isConcerned;
}

/**
 * What can be asked for, for pages that are better with it and work without;
 * undefined for those who may neither ask for anything, nor change the request or
 * decide about it.
 *
 * @param request - the one that is looked at, on its own page
 */
export function useOptionalChoices(
  request?: Pick<ConnectorRequestDetails, 'may'>,
): RequestChoices | undefined {
  const api = useApi(qualysApiRef);
  const allowed = useMayChoose(request);
  const { value } = useQualysQuery<RequestChoices | undefined>(
    useCallback(
      async signal =>
        allowed ? api.getConnectorRequestChoices({ signal }) : undefined,
      [api, allowed],
    ),
  );
  return value;
}

/** Whether a request, or a change that was made of it, names tags or an option profile. */
function namesAssets({ events, settings }: ConnectorRequestDetails): boolean {
  const { defaultTags = [], perimeterScan } = settings;
  return (
    defaultTags.length > 0 ||
    perimeterScan?.configuration !== undefined ||
    events.some(({ changes }) =>
      changes?.some(({ setting }) => setting === 'defaultTags'),
    )
  );
}

/**
 * What the tags and option profiles of a request are called in Qualys, for
 * pages that say it better with it; undefined for requests that name none, and
 * for those who may neither ask for anything, nor change the request or decide
 * about it.
 */
export function useAssetsNames(
  request: ConnectorRequestDetails | undefined,
): ConnectorAssetsChoices | undefined {
  const api = useApi(qualysApiRef);
  const allowed = useMayChoose(request);
  const subscription =
    allowed && request && namesAssets(request)
      ? request.subscription
      : undefined;
  const { value } = useQualysQuery<ConnectorAssetsChoices | undefined>(
    useCallback(
      async signal =>
        subscription === undefined
          ? undefined
          : api.getConnectorRequestAssetsChoices(subscription, { signal }),
      [api, subscription],
    ),
  );
  return value;
}
