import type { AuditorService } from '@backstage/backend-plugin-api';
import type { SettingsAction } from 'backstage-plugin-qualys-common';
import { audited } from '../../audit';
import type { SettingsHistoryStore } from '../../settings';
import type { RequestRecord } from '../store';
import { commonSettings } from './wanted';

/** By what it was agreed to, for the audit. */
function agreementOf({ decision }: RequestRecord) {
  const { by, rule, direct } = decision ?? {};
  return {
    ...(by !== undefined && { approver: by }),
    ...(rule !== undefined && { rule }),
    ...(direct && { direct }),
  };
}

/** The same for people. */
function reasonOf({ id, decision }: RequestRecord): string {
  const { by, rule, direct, reason } = decision ?? {};
  const how = [
    direct && 'created without a decision by whoever may',
    rule !== undefined && `approved by the rule ${rule}`,
    !direct && by !== undefined && `approved by ${by}`,
  ].find(Boolean);
  return [
    `Asked for in the request ${id}`,
    how && `, ${how}`,
    reason && `: ${reason}`,
  ]
    .filter(Boolean)
    .join('');
}

/**
 * Does something with the connector of a request under audit, which says who
 * has asked for it and by what it was agreed to.
 *
 * @param of.objectId - which connector; empty while there is none
 */
export function auditedFor<T>(
  auditor: AuditorService,
  request: RequestRecord,
  of: { action: SettingsAction; objectId: string },
  deed: () => Promise<T>,
  describe: (result: T) => { id?: string } = () => ({}),
): Promise<T> {
  const { id, subscription, requester, settings } = request;
  return audited(
    auditor,
    {
      eventId: 'settings-change',
      meta: {
        ...(settings.entityRef !== undefined && {
          entityRef: settings.entityRef,
        }),
        type: 'connector',
        subscription,
        ...of,
        connectorRequest: id,
        requester,
        ...agreementOf(request),
      },
    },
    deed,
    describe,
  );
}

/**
 * Writes into the history that a connector was created, once: by whoever has
 * asked for it, and with what it was agreed to by.
 *
 * @param objectId - what the mirror calls it
 */
export async function noteCreation(
  history: Pick<SettingsHistoryStore, 'creationsOf' | 'note'>,
  request: RequestRecord,
  objectId: string,
): Promise<void> {
  const { subscription, requester } = request;
  const object = { type: 'connector' as const, subscription, objectId };
  const known = await history.creationsOf(object);
  if (known.some(each => each.objectId === objectId)) return;
  await history.note({
    actor: requester,
    entityRef: request.settings.entityRef ?? '',
    object,
    action: 'create',
    changes: [],
    reason: reasonOf(request),
    settings: { ...commonSettings(request), disabled: false },
  });
}
