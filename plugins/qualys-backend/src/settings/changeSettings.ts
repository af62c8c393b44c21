import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  isWeakening,
  qualysSettingsWeakenPermission,
  type Problem,
  type SettingChange,
  type SettingsAction,
  type StepResult,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { Request } from 'express';
import { audited } from '../audit';
import {
  InvalidRequestError,
  PreconditionFailedError,
  QualysProblemError,
  UnfinishedError,
} from '../errors';
import { callerOf, type CallerCredentials } from '../http';
import type { Authorizer } from '../permissions';
import type { TellSettings } from './events';
import type { SettingsHistoryStore } from './history';
import type { SettingsObject } from './object';
import type { OneAtATime } from './oneAtATime';
import { outcomeOf } from './outcome';

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
  /** How far it has come, where it takes several steps. Each looks for itself where its answer was lost. */
  steps?(): StepResult[];
  /** The state after one of the steps has failed, where that can be told. */
  present?(): Promise<S | undefined>;
  /** The id of the object that it has made, where there was none before. */
  made?(): string | undefined;
}

/** Where a change is asked for, and what the caller must be allowed there. */
export type SettingsPlace =
  | {
      /** The entity on whose page it is asked for. */
      entityRef: string;
      /** What the caller must be allowed on the entity. */
      permission: ResourcePermission<'catalog-entity'>;
    }
  | {
      /** On no entity's page: whoever may do it there may weaken, too. */
      entityRef?: undefined;
      /** The entity that it is done for, where there is one; its page tells of it. */
      madeFor?: string;
      permission: BasicPermission;
    };

/** A change that somebody asks for. */
export type SettingsChange<S extends { version: string }> = SettingsPlace & {
  /** The request, for the audit. */
  http: Request;
  credentials: CallerCredentials;
  /** What is changed; of something that is yet to be made, the id is empty. */
  object: SettingsObject;
  action: SettingsAction;
  /** The version of the state that it is made from. */
  ifMatch: string;
  reason?: string;
  /** Reads the state as it is now. */
  read(): Promise<S>;
  /** Works out what changes; it may refuse. */
  plan(current: S): SettingsPlan<S> | Promise<SettingsPlan<S>>;
  /** An error of the client in the portal's own terms. */
  toProblem(error: QualysError): Error;
};

/**
 * The one way in which anything in Qualys is changed: with a permission (on the
 * entity on whose page it is asked for), from a known state, one at a time,
 * sent once, kept in the history, audited and told.
 *
 * @returns the state afterwards
 * @throws NotAllowedError naming the permission that is missing
 * @throws PreconditionFailedError with the present state where it has changed
 * @throws InvalidRequestError for a weakening without a reason
 * @throws UnfinishedError where it takes several steps and one of them failed
 */
export type ChangeSettings = <S extends { version: string }>(
  change: SettingsChange<S>,
) => Promise<S>;

function tracesOf({ steps, made }: SettingsPlan<unknown>) {
  return { steps: steps?.(), objectId: made?.() };
}

/** The entity on whose page the history tells of a change. */
function toldOn(place: SettingsPlace): string | undefined {
  return place.entityRef ?? ('madeFor' in place ? place.madeFor : undefined);
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
    const { object, action, reason } = change;
    const entityRef = toldOn(change) ?? '';
    const { settings } = plan;
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
    const done = async (after: S) => {
      const { objectId = object.objectId } = tracesOf(plan);
      await history.end(id, 'done', tracesOf(plan));
      tell({ ...deed, object: { ...object, objectId } });
      return after;
    };
    try {
      return await done(await plan.send());
    } catch (error) {
      const steps = plan.steps?.();
      const outcome = outcomeOf(error, steps);
      const found = outcome === 'unknown' ? await look(plan) : undefined;
      if (found?.done) return await done(found.state);
      await history.end(id, found ? 'refused' : outcome, tracesOf(plan));
      if (found) throw new QualysProblemError(NOT_DONE, error);
      const told = inPortalTerms(change, error);
      if (!steps) throw told;
      // What cannot be told now can be read later.
      const current = await plan.present?.().catch(() => undefined);
      throw new UnfinishedError(toError(told), steps, current);
    }
  };

  const requireAllowed = ({
    entityRef,
    permission,
    credentials,
  }: SettingsPlace & Pick<SettingsChange<never>, 'credentials'>) =>
    entityRef === undefined
      ? authorizer.require(permission, credentials)
      : authorizer.requireOn(permission, entityRef, credentials);

  return async change => {
    const { http, credentials, entityRef, object, action, reason } = change;
    const onPage = toldOn(change);
    let changes: readonly SettingChange[] = [];
    return audited(
      auditor,
      {
        eventId: 'settings-change',
        request: http,
        meta: {
          ...(onPage !== undefined && { entityRef: onPage }),
          ...object,
          action,
          ...(reason && { reason }),
        },
      },
      async () => {
        await requireAllowed(change);
        return oneAtATime(object, async () => {
          const asked = <T>(answer: Promise<T>) =>
            answer.catch(error => {
              throw inPortalTerms(change, error);
            });
          const current = await asked(change.read());
          if (current.version !== change.ifMatch) {
            throw new PreconditionFailedError(current);
          }
          const plan = await asked((async () => change.plan(current))());
          ({ changes } = plan);
          if (changes.length === 0 && !plan.always) return current;
          const weakens = isWeakening(changes);
          if (entityRef !== undefined) {
            for (const permission of [
              ...(plan.permissions ?? []),
              ...(weakens ? [qualysSettingsWeakenPermission] : []),
            ]) {
              await authorizer.requireOn(permission, entityRef, credentials);
            }
          }
          if (weakens && !reason) {
            throw new InvalidRequestError([
              {
                path: 'body.reason',
                message: 'must say why, since the change is a weakening',
              },
            ]);
          }
          return carryOut(change, changes, plan);
        });
      },
      () => ({ settings: changes.map(({ setting }) => setting) }),
    );
  };
}
