import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Problem, SettingsAction } from 'backstage-plugin-qualys-common';
import type { QualysError } from 'qualys-client';
import type { QualysClients } from '../clients';
import { problemOf, QualysProblemError } from '../errors';
import type { RouteCall } from '../http';
import type { CachedReads } from '../reads';
import type { ChangeSettings, SettingsPlace, SettingsPlan } from '../settings';
import type { HubDeps } from './deps';

/** A change of a Security Hub integration that somebody asks for. */
export interface HubChange<S> {
  call: Pick<
    RouteCall<{ subscription: string }, unknown, unknown>,
    'params' | 'credentials' | 'http' | 'ifMatch'
  >;
  place: SettingsPlace;
  /** The id of the integration; empty for one that is to be created. */
  id: string;
  action: SettingsAction;
  reason?: string;
  /** A problem with Qualys as the caller is told of it. */
  tell(problem: Problem): Problem;
  /** Reads the state that the change is made from, by a call of its own. */
  read(deps: HubDeps): Promise<S>;
  plan(deps: HubDeps): SettingsPlan<S>;
}

/** Changes Security Hub integrations. */
export type ChangeHub = <S extends { version: string }>(
  change: HubChange<S>,
) => Promise<S>;

/**
 * Makes the way in which Security Hub integrations are changed: nobody else
 * changes the same integration meanwhile, whatever accounts it is about, since
 * a change of some accounts writes all of them.
 */
export function createChangeHub({
  changeSettings,
  clients,
  logger,
  reads,
}: {
  changeSettings: ChangeSettings;
  clients: QualysClients;
  logger: LoggerService;
  reads: CachedReads;
}): ChangeHub {
  return async ({ call, place, id, action, reason, tell, read, plan }) => {
    const { params, credentials, http, ifMatch } = call;
    const client = clients.get(params.subscription);
    if (!client) throw new NotFoundError('The subscription is not configured');
    const { subscription, qualys } = client;
    const deps = { qualys, reads, logger };
    const toProblem = (error: QualysError) =>
      new QualysProblemError(
        tell(problemOf(error, subscription, 'securityHub')),
        error,
      );
    return changeSettings({
      http,
      credentials,
      ...place,
      object: {
        type: 'securityHubIntegration',
        subscription: subscription.id,
        objectId: id,
      },
      action,
      ifMatch,
      reason,
      read: () => read(deps),
      plan: () => plan(deps),
      toProblem,
    });
  };
}
