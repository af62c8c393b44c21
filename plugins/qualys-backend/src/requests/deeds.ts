import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  ConnectorRequestDetails,
  RequestAction,
} from 'backstage-plugin-qualys-common';
import { audited } from '../audit';
import type { RequestsConfig } from '../config';
import { PreconditionFailedError } from '../errors';
import { callerOf } from '../http';
import type { ReadRequestRights, RequestRights } from '../permissions';
import type { DescribeRequest } from './details';
import { NAME_TAKEN, requireFit } from './fit';
import { isKeptFromDeciding } from './isOwn';
import { resourceOf } from './resource';
import type { RequestDeed } from './service';
import {
  RequestMovedError,
  RequestNameTakenError,
  type RequestMove,
  type RequestPatch,
  type RequestRecord,
  type RequestStore,
} from './store';
import type { TellRequest } from './tell';

/** What is done with a request, once it is clear that the caller may. */
export interface RequestPlan {
  moves: RequestMove[];
  patch?: RequestPatch;
}

/** What is done with requests that there are. */
export interface RequestDeeds {
  /**
   * A request that a caller may see.
   *
   * @throws NotFoundError where there is none, or the caller may not see it
   */
  find(
    id: string,
    rights: Pick<RequestRights, 'mayRead'>,
  ): Promise<RequestRecord>;
  /**
   * Does something with a request: with a permission, from the version that the
   * caller has seen, audited, and told to whom it concerns.
   *
   * @param right - what it takes: that of whoever asks, or of whoever decides
   * @param plan - works out what is done; it may refuse
   */
  doWith(
    deed: RequestDeed,
    action: RequestAction,
    right: 'update' | 'decide',
    plan: (record: RequestRecord, caller: string) => Promise<RequestPlan>,
  ): Promise<ConnectorRequestDetails>;
}

/** Makes it. */
export function createRequestDeeds(deps: {
  auditor: AuditorService;
  config: Pick<RequestsConfig, 'allowSelfApproval'>;
  describe: DescribeRequest;
  readRights: ReadRequestRights;
  store: Pick<RequestStore, 'events' | 'get' | 'move'>;
  tell: TellRequest;
  /** Called when the portal has something to do. */
  wake: () => void;
}): RequestDeeds {
  const { auditor, config, describe, readRights, store, tell, wake } = deps;

  const find: RequestDeeds['find'] = async (id, rights) => {
    const record = await store.get(id);
    const resource = record && resourceOf(record);
    // The same words for both, so that nobody learns which requests there are.
    if (!record || !resource || !rights.mayRead(resource)) {
      throw new NotFoundError(
        'There is no such request, or you may not see it',
      );
    }
    return record;
  };

  const requireUpdate = (rights: RequestRights, record: RequestRecord) => {
    if (!rights.mayUpdate(resourceOf(record))) {
      throw new NotAllowedError(
        'You need the permission qualys.request.update',
      );
    }
  };

  const requireDecide = async (
    rights: RequestRights,
    record: RequestRecord,
    caller: string,
  ) => {
    if (!rights.mayDecide(resourceOf(record))) {
      throw new NotAllowedError(
        'You need the permission qualys.request.decide',
      );
    }
    const events = await store.events(record.id);
    if (isKeptFromDeciding(config, record, events, caller)) {
      throw new NotAllowedError(
        'Nobody decides about what they have asked for or written themselves',
      );
    }
  };

  const doWith: RequestDeeds['doWith'] = async (deed, action, right, plan) => {
    const { credentials, http, id, version } = deed;
    const caller = callerOf(credentials);
    const rights = await readRights(credentials);
    const record = await audited(
      auditor,
      {
        eventId: 'request-change',
        request: http,
        meta: { id, action, ...(!http && { by: caller }) },
      },
      async () => {
        const current = await find(id, rights);
        if (right === 'update') requireUpdate(rights, current);
        else await requireDecide(rights, current, caller);
        if (String(current.version) !== version) {
          throw new PreconditionFailedError(
            await describe(current, rights, credentials),
          );
        }
        const { moves, patch } = await plan(current, caller);
        try {
          const moved = await store.move(current, moves, patch);
          // What is being written is nobody else's yet.
          if (action !== 'save') tell(moved.record, moved.events);
          if (moved.record.nextLookAt !== undefined) wake();
          return moved.record;
        } catch (error) {
          // Somebody was quicker since it was looked at.
          if (error instanceof RequestNameTakenError) requireFit([NAME_TAKEN]);
          if (!(error instanceof RequestMovedError)) throw error;
          const now = error.current;
          // Only what has moved since can be looked at again.
          if (now && now.version !== current.version) {
            throw new PreconditionFailedError(
              await describe(now, rights, credentials),
            );
          }
          throw new ConflictError(error.message);
        }
      },
      ({ state }) => ({ id, state }),
    );
    return describe(record, rights, credentials);
  };

  return { find, doWith };
}
