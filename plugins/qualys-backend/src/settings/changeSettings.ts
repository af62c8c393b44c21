import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  isWeakening,
  qualysSettingsWeakenPermission,
  type Problem,
  type SettingChange,
  type SettingsAction,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { Request } from 'express';
import { audited } from '../audit';
import type { ObjectKey } from '../bindings';
import {
  InvalidRequestError,
  PreconditionFailedError,
  QualysProblemError,
} from '../errors';
import { callerOf, type CallerCredentials } from '../http';
import type { Authorizer } from '../permissions';
import type { TellSettings } from './events';
import type { SettingsHistoryStore } from './history';
import type { OneAtATime } from './oneAtATime';

/** What a change does, worked out from the state that it is made from. */
export interface SettingsPlan<S> {
  /** What changes; where that is nothing, nothing is done. */
  changes: readonly SettingChange[];
  /** Whether it is to be done although nothing changes. */
  always?: boolean;
  /** The permissions that it takes beside the one to change the object at all. */
  permissions?: readonly ResourcePermission<'catalog-entity'>[];
  /** All settings after it, for the history. */
  settings?: unknown;
  /** Does it, once, and gives the state afterwards. */
  send(): Promise<S>;
  /** Looks, where the answer was lost, whether it was done, and how things stand; missing where Qualys cannot be asked. */
  lookAgain?(): Promise<{ done: boolean; state: S }>;
  /** Keeps in mind that it may have been done: the answer was lost, and nobody can tell. */
  lost?(): Promise<void>;
}

/** A change that somebody asks for. */
export interface SettingsChange<S extends { version: string }> {
  /** The request, for the audit. */
  http: Request;
  credentials: CallerCredentials;
  /** The entity on whose page it is asked for. */
  entityRef: string;
  object: ObjectKey;
  action: SettingsAction;
  /** What the caller must be allowed on the entity. */
  permission: ResourcePermission<'catalog-entity'>;
  /** The version of the state that it is made from. */
  ifMatch: string;
  reason?: string;
  /** Reads the state as it is now. */
  read(): Promise<S>;
  /** Works out what changes; it may refuse. */
  plan(current: S): SettingsPlan<S> | Promise<SettingsPlan<S>>;
  /** An error of the client in the portal's own terms. */
  toProblem(error: QualysError): Error;
}

/**
 * The one way in which anything in Qualys is changed: with a permission on the
 * entity, from a known state, one at a time, sent once, kept in the history,
 * audited and told.
 *
 * @returns the state afterwards
 * @throws NotAllowedError naming the permission that is missing
 * @throws PreconditionFailedError with the present state where it has changed
 * @throws InvalidRequestError for a weakening without a reason
 */
export type ChangeSettings = <S extends { version: string }>(
  change: SettingsChange<S>,
) => Promise<S>;

// The client is sure that Qualys did nothing, unless it says otherwise. What is
// no error of the client has come after Qualys' answer.
function outcomeOf(error: unknown): 'refused' | 'unknown' {
  return error instanceof QualysError && error.kind !== 'outcomeUnknown'
    ? 'refused'
    : 'unknown';
}

const NOT_DONE: Problem = {
  code: 'unavailable',
  message:
    'The answer of Qualys was lost, and it has not made the change: everything is as it was. Try again.',
};

function inPortalTerms(
  { toProblem }: Pick<SettingsChange<{ version: string }>, 'toProblem'>,
  error: unknown,
): unknown {
  return error instanceof QualysError ? toProblem(error) : error;
}

/** Makes the way in which anything in Qualys is changed. */
export function createChangeSettings(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  history: SettingsHistoryStore;
  oneAtATime: OneAtATime;
  tell: TellSettings;
}): ChangeSettings {
  const { auditor, authorizer, history, oneAtATime, tell } = deps;

  const look = async <S>({ lookAgain, lost }: SettingsPlan<S>) => {
    try {
      if (lookAgain) return await lookAgain();
    } catch {
      // Then it is not known either.
    }
    await lost?.();
    return undefined;
  };

  const carryOut = async <S extends { version: string }>(
    change: SettingsChange<S>,
    changes: readonly SettingChange[],
    plan: SettingsPlan<S>,
  ): Promise<S> => {
    const { send, settings } = plan;
    const { entityRef, object, action, reason } = change;
    const actor = callerOf(change.credentials);
    const deed = {
      actor,
      entityRef,
      object,
      action,
      changes,
      reason,
      settings,
    };
    const id = await history.begin(deed);
    try {
      const after = await send();
      await history.end(id, 'done');
      tell(deed);
      return after;
    } catch (error) {
      const outcome = outcomeOf(error);
      const found = outcome === 'unknown' ? await look(plan) : undefined;
      if (found?.done) {
        await history.end(id, 'done');
        tell(deed);
        return found.state;
      }
      await history.end(id, found ? 'refused' : outcome);
      if (found) throw new QualysProblemError(NOT_DONE, error);
      throw inPortalTerms(change, error);
    }
  };

  return async change => {
    const { http, credentials, entityRef, object, action, reason } = change;
    let changes: readonly SettingChange[] = [];
    return audited(
      auditor,
      {
        eventId: 'settings-change',
        request: http,
        meta: { entityRef, ...object, action, ...(reason && { reason }) },
      },
      async () => {
        await authorizer.requireOn(change.permission, entityRef, credentials);
        return oneAtATime(object, async () => {
          const current = await change.read().catch(error => {
            throw inPortalTerms(change, error);
          });
          if (current.version !== change.ifMatch) {
            throw new PreconditionFailedError(current);
          }
          const plan = await change.plan(current);
          ({ changes } = plan);
          if (changes.length === 0 && !plan.always) return current;
          for (const permission of plan.permissions ?? []) {
            await authorizer.requireOn(permission, entityRef, credentials);
          }
          if (isWeakening(changes)) {
            await authorizer.requireOn(
              qualysSettingsWeakenPermission,
              entityRef,
              credentials,
            );
            if (!reason) {
              throw new InvalidRequestError([
                {
                  path: 'body.reason',
                  message: 'must say why, since the change is a weakening',
                },
              ]);
            }
          }
          return carryOut(change, changes, plan);
        });
      },
      () => ({ settings: changes.map(({ setting }) => setting) }),
    );
  };
}
