import { NotAllowedError } from '@backstage/errors';
import {
  nextRequestState,
  qualysConnectorReadPermission,
} from 'backstage-plugin-qualys-common';
import type { RequestsConfig, SubscriptionConfig } from '../config';
import { callerOf } from '../http';
import type {
  Authorizer,
  ReadRequestRights,
  RequestRights,
} from '../permissions';
import type { CheckSettings } from './checkSettings';
import { conflictsFor, type FindConflicts } from './conflicts';
import type { RequestDeeds } from './deeds';
import type { DescribeRequest } from './details';
import { requireSubscription } from './fit';
import { isKeptFromDeciding } from './isOwn';
import { resourceOf } from './resource';
import type { RequestService } from './service';
import type { RequestRecord, RequestStore } from './store';
import { toConnectorRequest } from './view';
import type { RequireWriter } from './writers';

/** Makes the part of the service that changes nothing. */
export function createRequestReading(deps: {
  authorizer: Authorizer;
  checkSettings: CheckSettings;
  config: Pick<RequestsConfig, 'allowSelfApproval'>;
  describe: DescribeRequest;
  find: RequestDeeds['find'];
  findConflicts: FindConflicts;
  readRights: ReadRequestRights;
  requireWriter: RequireWriter;
  store: Pick<RequestStore, 'events' | 'filedWith' | 'get' | 'list'>;
  subscriptions: readonly SubscriptionConfig[];
}): Pick<RequestService, 'check' | 'filedWith' | 'get' | 'list'> {
  const { authorizer, checkSettings, config, describe, find } = deps;
  const { findConflicts, readRights, requireWriter, store, subscriptions } =
    deps;

  // Of what a caller may not see, the check tells no more than of what there is not.
  const seen = async (id: string | undefined, rights: RequestRights) => {
    const record = id === undefined ? undefined : await store.get(id);
    return record && rights.mayRead(resourceOf(record)) ? record : undefined;
  };

  const isDecidedBy = async (
    record: RequestRecord,
    rights: RequestRights,
    caller: string,
  ) =>
    nextRequestState(record.state, 'approve') !== undefined &&
    rights.mayDecide(resourceOf(record)) &&
    !isKeptFromDeciding(config, record, await store.events(record.id), caller);

  return {
    async list(query, { credentials }) {
      const rights = await readRights(credentials);
      if (!rights.readable) {
        throw new NotAllowedError(
          'You need the permission qualys.request.read',
        );
      }
      const page = await store.list(
        query,
        {
          readable: rights.readable,
          decidable: rights.decidable,
          withOwn: config.allowSelfApproval,
        },
        callerOf(credentials),
      );
      return {
        ...page,
        items: page.items.map(record => toConnectorRequest(record, rights)),
      };
    },

    async get(id, { credentials }) {
      const rights = await readRights(credentials);
      return describe(await find(id, rights), rights, credentials);
    },

    async filedWith(idempotencyKey, { credentials }) {
      const record = await store.filedWith(
        callerOf(credentials),
        idempotencyKey,
      );
      if (!record) return undefined;
      const rights = await readRights(credentials);
      return describe(await find(record.id, rights), rights, credentials);
    },

    async check(wanted, { credentials }) {
      await requireWriter(credentials);
      const { createThrough } = requireSubscription(subscriptions, wanted);
      const rights = await readRights(credentials);
      const record = await seen(wanted.id, rights);
      const isDecided =
        record !== undefined &&
        (await isDecidedBy(record, rights, callerOf(credentials)));
      const [problems, conflicts, readConnectors] = await Promise.all([
        checkSettings(
          // A request that there is stays with what it was begun for.
          { ...wanted, createThrough: record?.createThrough ?? createThrough },
          credentials,
          { asked: isDecided ? record.settings : undefined },
        ),
        findConflicts({ ...wanted, id: record?.id }),
        authorizer.allows(qualysConnectorReadPermission, credentials),
      ]);
      return {
        problems,
        conflicts: conflictsFor(conflicts, {
          readConnectors,
          readRequest: other => rights.mayRead(resourceOf(other)),
        }),
      };
    },
  };
}
