import { ConflictError } from '@backstage/errors';
import {
  qualysS3DestinationUpdatePermission,
  qualysSettingsWeakenPermission,
  s3Changes,
  s3DestinationSettings,
  type S3Integration,
  type S3IntegrationSettings,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import type { QualysClient } from 'qualys-client';
import type { SettingsPlan } from '../settings';
import type { S3Key, S3State, S3Store } from './store';

/** What the plans of S3 integrations work with. */
export interface S3PlanDeps {
  key: S3Key;
  qualys: Pick<QualysClient, 's3'>;
  store: S3Store;
  /** Who asks for it. */
  by: string;
}

type Plan = SettingsPlan<S3Integration>;

function stateOf(integration: S3Integration): S3State {
  const { subscription: _, id: __, version: ___, ...state } = integration;
  return state;
}

function now(by: string) {
  return { by, at: new Date().toISOString() };
}

/** Where nothing is known, there is nothing to tell a change from. */
function known({ settings }: S3Integration): S3IntegrationSettings {
  if (settings) return settings;
  throw new ConflictError(
    'Nothing is known of the integration yet; enter the settings that it has in Qualys first',
  );
}

/** Sends settings to Qualys, all of them. */
export function planUpdate(
  { key, qualys, store, by }: S3PlanDeps,
  current: S3Integration,
  settings: S3IntegrationSettings,
): Plan {
  const changes = s3Changes(known(current), settings);
  const { uncertain, ...state } = stateOf(current);
  return {
    changes,
    // What may not have arrived, or was never sent from here, is sent.
    always: uncertain !== undefined || current.source === 'entered',
    permissions: changes.some(({ setting }) =>
      s3DestinationSettings.has(setting),
    )
      ? [qualysS3DestinationUpdatePermission]
      : [],
    settings,
    async send() {
      await qualys.s3.update(key.id, settings);
      return store.put(key, {
        ...state,
        settings,
        source: 'applied',
        settled: now(by),
      });
    },
    async lost() {
      await store.put(key, {
        ...state,
        uncertain: { ...now(by), settings, externalId: false },
      });
    },
  };
}

const NEW_EXTERNAL_ID: SettingChange = {
  setting: 'externalId',
  effect: 'weakening',
};

/** Lets Qualys make a new external ID; all settings go along, as they are. */
export function planNewExternalId(
  { key, qualys, store, by }: S3PlanDeps,
  current: S3Integration,
): Plan {
  const settings = known(current);
  const { uncertain: _, ...state } = stateOf(current);
  return {
    changes: [NEW_EXTERNAL_ID],
    settings,
    async send() {
      const { externalId } = await qualys.s3.update(key.id, {
        ...settings,
        regenerateExternalId: true,
      });
      return store.put(key, {
        ...state,
        source: 'applied',
        settled: now(by),
        externalId: {
          ...now(by),
          ...(externalId && { value: externalId.normalised }),
          trusted: false,
        },
      });
    },
    async lost() {
      await store.put(key, {
        ...state,
        uncertain: { ...now(by), settings, externalId: true },
        externalId: { ...now(by), trusted: false },
      });
    },
  };
}

/**
 * Keeps what somebody says stands in Qualys, and sends nothing. Every later
 * change is told from it, so that it takes as much as any of them could.
 */
export function planAdoption(
  { key, store, by }: S3PlanDeps,
  current: S3Integration,
  settings: S3IntegrationSettings,
): Plan {
  const { uncertain: _, ...state } = stateOf(current);
  return {
    // Nothing becomes weaker by being known.
    changes: current.settings
      ? s3Changes(current.settings, settings).map(change => ({
          ...change,
          effect: 'neutral' as const,
        }))
      : [],
    always: true,
    permissions: [
      qualysS3DestinationUpdatePermission,
      qualysSettingsWeakenPermission,
    ],
    settings,
    send: () =>
      store.put(key, {
        ...state,
        settings,
        source: 'entered',
        settled: now(by),
      }),
  };
}

/** Keeps that the role trusts the last external ID. */
export function planTrust(
  { key, store }: S3PlanDeps,
  current: S3Integration,
): Plan {
  const { externalId, ...state } = stateOf(current);
  if (!externalId) {
    throw new ConflictError(
      'No external ID was made here that a role could trust',
    );
  }
  return {
    changes: [],
    always: !externalId.trusted,
    send: () =>
      store.put(key, {
        ...state,
        externalId: { ...externalId, trusted: true },
      }),
  };
}
