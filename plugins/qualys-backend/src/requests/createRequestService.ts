import type { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  nextRequestState,
  qualysConnectorCreatePermission,
  qualysConnectorReadPermission,
  qualysRequestCreatePermission,
  requestChanges,
  requestSettingsAfter,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { audited } from '../audit';
import type { RequestsConfig, SubscriptionConfig } from '../config';
import { InvalidRequestError, type InvalidField } from '../errors';
import type { ExternalIds } from '../externalIds';
import { callerOf } from '../http';
import type { Authorizer, ReadRequestRights } from '../permissions';
import type { SecretBox } from '../secrets';
import { accessPatch } from './access';
import { approvingRule } from './approveRules';
import type { CheckSettings } from './checkSettings';
import { conflictsFor, type FindConflicts } from './conflicts';
import { createRequestDeeds, type RequestPlan } from './deeds';
import type { DescribeRequest } from './details';
import { resourceOf } from './resource';
import type { RequestService } from './service';
import {
  hasAccess,
  type RequestDecision,
  type RequestMove,
  type RequestPatch,
  type RequestRecord,
  type RequestStore,
} from './store';
import type { TellRequest } from './tell';
import { toConnectorRequest } from './view';

/** What becomes of it by itself, in the same breath as it is agreed to. */
function afterApproval(record: RequestRecord, now: string): RequestPlan {
  return hasAccess(record)
    ? { moves: [], patch: { nextLookAt: now, expiresAt: null } }
    : { moves: [{ action: 'awaitAccess' }] };
}

const WIPED: RequestPatch = { secret: null, expiresAt: null, nextLookAt: null };

/** Makes the service. */
export function createRequestService(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  box: SecretBox;
  checkSettings: CheckSettings;
  config: RequestsConfig;
  describe: DescribeRequest;
  externalIds: ExternalIds;
  findConflicts: FindConflicts;
  readRights: ReadRequestRights;
  store: RequestStore;
  subscriptions: readonly SubscriptionConfig[];
  tell: TellRequest;
  /** Called when the portal has something to do. */
  wake: () => void;
}): RequestService {
  const { auditor, authorizer, box, checkSettings, config } = deps;
  const { describe, externalIds, findConflicts, readRights } = deps;
  const { store, subscriptions } = deps;
  const { find, doWith } = createRequestDeeds(deps);

  const subscriptionOf = (id: string, path: string) => {
    const subscription = subscriptions.find(each => each.id === id);
    if (subscription) return subscription;
    throw new InvalidRequestError([
      {
        path,
        message: `must be one of the configured subscriptions: ${subscriptions
          .map(each => each.id)
          .join(', ')}`,
      },
    ]);
  };

  const expiry = () =>
    new Date(Date.now() + config.expireAfterMs).toISOString();

  const requireFit = (problems: readonly InvalidField[]) => {
    if (problems.length === 0) return;
    throw new InvalidRequestError(
      problems.map(({ path, message }) => ({ path: `body.${path}`, message })),
    );
  };

  const requireNameFree = async (record: RequestRecord) => {
    const conflicts = await findConflicts(record);
    if (!conflicts.some(({ kind }) => kind === 'nameTaken')) return;
    requireFit([
      {
        path: 'settings.name',
        message: 'is the name of another connector or of another request',
      },
    ]);
  };

  // What was given for another account is nothing to the new one.
  const accessAfter = (
    record: RequestRecord,
    settings: RequestDraftSettings,
  ): RequestPatch =>
    (['account', 'partition', 'applicationId', 'directoryId'] as const).some(
      name => record.settings[name] !== settings[name],
    )
      ? { arn: null, secret: null, keyExpiresOn: null }
      : {};

  return {
    async list(query, { credentials }) {
      const rights = await readRights(credentials);
      if (!rights.readable) return { items: [], totalItems: 0 };
      const page = await store.list(
        query,
        rights.readable,
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
      await authorizer.require(qualysRequestCreatePermission, credentials);
      const { createThrough } = subscriptionOf(
        wanted.subscription,
        'body.subscription',
      );
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

    async create(wanted, { credentials, http }) {
      const { subscription, provider, settings, idempotencyKey } = wanted;
      const requester = callerOf(credentials);
      const record = await audited(
        auditor,
        {
          eventId: 'request-change',
          request: http,
          meta: {
            action: 'create',
            subscription,
            provider,
            ...(!http && { by: requester }),
          },
        },
        async () => {
          await authorizer.require(qualysRequestCreatePermission, credentials);
          const { createThrough } = subscriptionOf(
            subscription,
            'body.subscription',
          );
          const { record: created } = await store.create({
            subscription,
            provider,
            createThrough,
            requester,
            settings,
            ...(provider === 'AWS' && {
              externalId: await externalIds.make(subscription),
            }),
            expiresAt: expiry(),
            idempotencyKey,
          });
          return created;
        },
        ({ id }) => ({ id }),
      );
      return describe(record, await readRights(credentials), credentials);
    },

    save: (deed, settings) =>
      doWith(deed, 'save', 'update', async (record, actor) => {
        return {
          moves: [{ action: 'save', actor }],
          patch: {
            settings,
            ...accessAfter(record, settings),
            expiresAt: expiry(),
          },
        };
      }),

    submit: (deed, { direct }) =>
      doWith(deed, 'submit', 'update', async (record, actor) => {
        const { credentials } = deed;
        if (direct) {
          await authorizer.require(
            qualysConnectorCreatePermission,
            credentials,
          );
        }
        requireFit(await checkSettings(record, credentials));
        await requireNameFree(record);
        if (record.provider !== 'AWS' && !box.available) {
          throw new ConflictError(
            'The portal has no key to encrypt secrets with, so that it cannot take those of Azure and GCP; whoever runs the portal configures one as qualys.requests.encryption.keys',
          );
        }
        const now = new Date().toISOString();
        const submit: RequestPlan = {
          moves: [{ action: 'submit', actor }],
          patch: { submittedAt: now, expiresAt: expiry() },
        };
        const rule = direct ? undefined : approvingRule(config.approve, record);
        if (!direct && !rule) return submit;
        const decision: RequestDecision = {
          approved: true,
          at: now,
          ...(direct && { by: actor, direct: true }),
          ...(rule && { rule: rule.name }),
        };
        const after = afterApproval(record, now);
        return {
          moves: [
            ...submit.moves,
            {
              action: 'approve',
              ...(direct ? { actor } : { rule: rule!.name }),
            },
            ...after.moves,
          ],
          patch: { ...submit.patch, decision, ...after.patch },
        };
      }),

    giveAccess: (deed, access) =>
      doWith(deed, 'giveAccess', 'update', async (record, actor) => {
        const isNext = record.state === 'awaitingAccess';
        if (nextRequestState(record.state, 'giveAccess') === undefined) {
          throw new ConflictError(
            'What Qualys signs in with cannot be given in this state of the request',
          );
        }
        return {
          moves: [{ action: 'giveAccess', actor }],
          patch: {
            ...accessPatch(record, access, box),
            // What is wrong stays in sight until it is tried again.
            ...(!isNext && record.problem && { problem: record.problem }),
            ...(isNext
              ? { nextLookAt: new Date().toISOString(), expiresAt: null }
              : { expiresAt: expiry() }),
          },
        };
      }),

    approve: (deed, { reason, changes }) =>
      doWith(deed, 'approve', 'decide', async (record, actor) => {
        const settings = requestSettingsAfter(record.settings, changes ?? {});
        const differences = requestChanges(record.settings, settings);
        const approved = { ...record, settings };
        if (differences.length > 0) {
          requireFit(
            await checkSettings(approved, deed.credentials, {
              isDecided: true,
            }),
          );
          if (record.settings.name !== settings.name) {
            await requireNameFree(approved);
          }
        }
        const now = new Date().toISOString();
        const after = afterApproval(record, now);
        return {
          moves: [
            { action: 'approve', actor, reason, changes: differences },
            ...after.moves,
          ],
          patch: {
            settings,
            decision: {
              approved: true,
              by: actor,
              at: now,
              ...(reason !== undefined && { reason }),
            },
            expiresAt: expiry(),
            ...after.patch,
          },
        };
      }),

    reject: (deed, { reason }) =>
      doWith(deed, 'reject', 'decide', async (_, actor) => {
        return {
          moves: [{ action: 'reject', actor, reason }],
          patch: {
            ...WIPED,
            decision: {
              approved: false,
              by: actor,
              at: new Date().toISOString(),
              reason,
            },
          },
        };
      }),

    act: (deed, action, { reason }) =>
      doWith(deed, action, 'update', async (record, actor) => {
        const move: RequestMove = { action, actor, reason };
        if (action === 'cancel') return { moves: [move], patch: WIPED };
        if (action === 'withdraw') {
          return { moves: [move], patch: { expiresAt: expiry() } };
        }
        if (!hasAccess(record)) {
          throw new ConflictError(
            record.provider === 'AWS'
              ? 'The role must be given first'
              : 'The key must be given again first',
          );
        }
        return {
          moves: [move],
          patch: { nextLookAt: new Date().toISOString(), expiresAt: null },
        };
      }),
  };
}
