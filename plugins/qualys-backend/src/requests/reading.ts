import { NotAllowedError } from '@backstage/errors';
import { qualysConnectorReadPermission } from 'backstage-plugin-qualys-common';
import type { RequestsConfig, SubscriptionConfig } from '../config';
import { callerOf } from '../http';
import type { Authorizer, ReadRequestRights } from '../permissions';
import type { CheckSettings } from './checkSettings';
import { conflictsFor, type FindConflicts } from './conflicts';
import type { RequestDeeds } from './deeds';
import type { DescribeRequest } from './details';
import { requireSubscription } from './fit';
import { resourceOf } from './resource';
import type { RequestService } from './service';
import type { RequestStore } from './store';
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
  store: Pick<RequestStore, 'filedWith' | 'list'>;
  subscriptions: readonly SubscriptionConfig[];
}): Pick<RequestService, 'check' | 'filedWith' | 'get' | 'list'> {
  const { authorizer, checkSettings, config, describe, find } = deps;
  const { findConflicts, readRights, requireWriter, store, subscriptions } =
    deps;

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
      const [problems, conflicts, readConnectors] = await Promise.all([
        checkSettings({ ...wanted, createThrough }, credentials),
        findConflicts(wanted),
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
