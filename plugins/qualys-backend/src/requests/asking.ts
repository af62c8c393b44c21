import type { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  nextRequestState,
  qualysConnectorCreatePermission,
  qualysRequestCreatePermission,
  requestTargetChanges,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { audited } from '../audit';
import type { RequestsConfig, SubscriptionConfig } from '../config';
import type { ExternalIds } from '../externalIds';
import { callerOf } from '../http';
import type { Authorizer, ReadRequestRights } from '../permissions';
import type { SecretBox } from '../secrets';
import { accessPatch } from './access';
import { approvingRule } from './approveRules';
import type { CheckSettings } from './checkSettings';
import type { FindConflicts } from './conflicts';
import type { RequestDeeds, RequestPlan } from './deeds';
import type { DescribeRequest } from './details';
import type { ReadEntityOwner } from './entityOwner';
import { requireFit, requireNameFree, requireSubscription } from './fit';
import { leftBehind } from './leftBehind';
import { afterApproval, expiryOf, WIPED } from './plans';
import type { RequestService } from './service';
import {
  hasAccess,
  type RequestDecision,
  type RequestMove,
  type RequestPatch,
  type RequestRecord,
  type RequestStore,
} from './store';

/** The most drafts that one person has at a time, so that nobody fills the database. */
const MOST_DRAFTS = 100;

// What was given for another account is nothing to the new one.
function accessAfter(
  record: RequestRecord,
  settings: RequestDraftSettings,
): RequestPatch {
  return requestTargetChanges(record.settings, settings).length > 0
    ? { arn: null, secret: null, keyExpiresOn: null }
    : {};
}

/** Makes the part of the service that is for those who ask. */
export function createRequestAsking(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  box: SecretBox;
  checkSettings: CheckSettings;
  config: RequestsConfig;
  describe: DescribeRequest;
  doWith: RequestDeeds['doWith'];
  externalIds: ExternalIds;
  findConflicts: FindConflicts;
  readEntityOwner: ReadEntityOwner;
  readRights: ReadRequestRights;
  store: Pick<RequestStore, 'create' | 'draftsOf'>;
  subscriptions: readonly SubscriptionConfig[];
}): Pick<RequestService, 'act' | 'create' | 'giveAccess' | 'save' | 'submit'> {
  const { auditor, authorizer, box, checkSettings, config, doWith } = deps;
  const { describe, externalIds, findConflicts, readEntityOwner } = deps;
  const { readRights, store, subscriptions } = deps;

  return {
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
          const { createThrough } = requireSubscription(subscriptions, wanted);
          if ((await store.draftsOf(requester)) >= MOST_DRAFTS) {
            throw new ConflictError(
              `You have ${MOST_DRAFTS} drafts of requests already; submit or cancel some of them first`,
            );
          }
          const { record: created } = await store.create({
            subscription,
            provider,
            createThrough,
            requester,
            settings,
            ...(provider === 'AWS' && {
              externalId: await externalIds.make(subscription),
            }),
            expiresAt: expiryOf(config),
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
            expiresAt: expiryOf(config),
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
        requireSubscription(subscriptions, record);
        // Read first: who owns it is what is checked then, or nobody's.
        const entityOwner = await readEntityOwner(record.settings, credentials);
        requireFit(await checkSettings(record, credentials));
        const conflicts = await findConflicts(record);
        requireNameFree(conflicts);
        if (record.provider !== 'AWS' && !box.available) {
          throw new ConflictError(
            'The portal has no key to encrypt secrets with, so that it cannot take those of Azure and GCP; whoever runs the portal configures one as qualys.requests.encryption.keys',
          );
        }
        const now = new Date().toISOString();
        const submit: RequestPlan = {
          moves: [{ action: 'submit', actor }],
          patch: {
            submittedAt: now,
            entityOwner: entityOwner ?? null,
            expiresAt: expiryOf(config),
          },
        };
        const rule = direct
          ? undefined
          : approvingRule(config.approve, record, conflicts);
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
              : { expiresAt: expiryOf(config) }),
          },
        };
      }),

    act: (deed, action, { reason }) =>
      doWith(deed, action, 'update', async (record, actor) => {
        const move: RequestMove = { action, actor, reason };
        if (action === 'cancel') {
          const cancel = { ...move, problem: leftBehind(record) };
          return { moves: [cancel], patch: WIPED };
        }
        if (action === 'withdraw') {
          return { moves: [move], patch: { expiresAt: expiryOf(config) } };
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
