import {
  requestChanges,
  requestSettingsAfter,
} from 'backstage-plugin-qualys-common';
import type { RequestsConfig, SubscriptionConfig } from '../config';
import type { CheckSettings } from './checkSettings';
import type { FindConflicts } from './conflicts';
import type { RequestDeeds } from './deeds';
import type { ReadEntityOwner } from './entityOwner';
import { requireFit, requireNameFree, requireStillRead } from './fit';
import { afterApproval, expiryOf, WIPED } from './plans';
import type { RequestService } from './service';

/** Makes the part of the service that is for those who decide. */
export function createRequestDeciding(deps: {
  checkSettings: CheckSettings;
  config: Pick<RequestsConfig, 'expireAfterMs'>;
  doWith: RequestDeeds['doWith'];
  findConflicts: FindConflicts;
  readEntityOwner: ReadEntityOwner;
  subscriptions: readonly SubscriptionConfig[];
}): Pick<RequestService, 'approve' | 'reject'> {
  const { checkSettings, config, doWith, findConflicts } = deps;
  const { readEntityOwner, subscriptions } = deps;

  return {
    approve: (deed, { reason, changes }) =>
      doWith(deed, 'approve', 'decide', async (record, actor) => {
        requireStillRead(subscriptions, record);
        const settings = requestSettingsAfter(record.settings, changes ?? {});
        const differences = requestChanges(record.settings, settings);
        const approved = { ...record, settings };
        const isForAnother = record.settings.entityRef !== settings.entityRef;
        const entityOwner = isForAnother
          ? await readEntityOwner(settings, deed.credentials)
          : record.entityOwner;
        if (differences.length > 0) {
          requireFit(
            await checkSettings(approved, deed.credentials, {
              asked: record.settings,
            }),
          );
          if (record.settings.name !== settings.name) {
            requireNameFree(await findConflicts(approved));
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
            entityOwner: entityOwner ?? null,
            decision: {
              approved: true,
              by: actor,
              at: now,
              ...(reason !== undefined && { reason }),
            },
            expiresAt: expiryOf(config),
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
  };
}
