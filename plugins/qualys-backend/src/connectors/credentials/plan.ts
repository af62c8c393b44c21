import { ConflictError } from '@backstage/errors';
import type {
  ConnectorCredentials,
  ConnectorCredentialsUpdate,
  EditableConnector,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import type { SettingsPlan } from '../../settings';
import {
  planConnectorUpdate,
  withCredentials,
  type ConnectorNow,
  type ConnectorPlanDeps,
} from '../settings';

function expiryChange(
  before: string | undefined,
  after: string | undefined,
): SettingChange[] {
  if (before === after) return [];
  return [
    {
      setting: 'keyExpiresOn',
      effect: 'neutral',
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}

/**
 * Gives Qualys another key, with all other settings as they are, or takes note
 * of the day on which the present one expires.
 *
 * @param by - who does it, as an entity reference
 */
export function planRenewal(
  deps: ConnectorPlanDeps,
  now: ConnectorNow,
  update: ConnectorCredentialsUpdate,
  by: string,
): SettingsPlan<EditableConnector> {
  if (deps.provider === 'AWS') {
    throw new ConflictError(
      'Qualys signs in to AWS with a role, which has no key',
    );
  }
  const { credentials = {} } = now.editable;
  const { expiresOn, ...secrets } = update;
  const isRenewal = Object.values(secrets).some(secret => secret !== undefined);
  const { expiresOn: _, ...before } = credentials;
  const known: ConnectorCredentials = {
    ...before,
    ...(isRenewal && { renewedAt: new Date().toISOString(), renewedBy: by }),
    ...(expiresOn && { expiresOn }),
  };
  const expiry = expiryChange(credentials.expiresOn, known.expiresOn);

  const keep = async (editable: EditableConnector) => {
    await deps.credentials.put(deps.key, known);
    return withCredentials(editable, known);
  };

  if (!isRenewal) {
    return { changes: expiry, send: () => keep(now.editable) };
  }
  const renewal = planConnectorUpdate(deps, now, secrets);
  return {
    changes: [...renewal.changes, ...expiry],
    send: async () => keep(await renewal.send()),
    lost: renewal.lost,
  };
}
