import { ConflictError } from '@backstage/errors';
import {
  connectorChanges,
  qualysConnectorRemediationEnablePermission,
  type ConnectorAction,
  type ConnectorCredentials,
  type ConnectorSettings,
  type ConnectorUpdate,
  type EditableConnector,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import {
  awsSettingsOf,
  azureSettingsOf,
  isLegacyExternalId,
  type CloudConnector,
} from 'qualys-model';
import { connectorsOf } from '../clients';
import { InvalidRequestError } from '../errors';
import type { CachedReads } from '../reads';
import { TAKEN_BUT_UNREAD, versionOf, type SettingsPlan } from '../settings';
import type { BoundConnector } from './changes';
import type { CredentialsStore } from './credentials';
import { connectorRead, isUnread, type AskQualys } from './reads';

type Plan = SettingsPlan<EditableConnector>;

/** What the plans of a connector work with. */
export interface ConnectorPlanDeps
  extends Pick<BoundConnector, 'key' | 'provider' | 'qualys'> {
  /** What the portal knows of the keys of connectors. */
  credentials: Pick<CredentialsStore, 'get' | 'put'>;
  reads: Pick<CachedReads, 'readBack' | 'forget'>;
  /** Takes over what Qualys says of it, into the mirror and the catalog. */
  takeOver(connector: CloudConnector): Promise<void>;
}

/** The connector as Qualys has it, and what can be changed of it. */
export interface ConnectorNow {
  connector: CloudConnector;
  editable: EditableConnector;
}

function settingsOf(connector: CloudConnector): ConnectorSettings {
  const { name, description, pollingFrequency, remediationEnabled, disabled } =
    connector;
  return {
    name,
    description,
    ...(pollingFrequency && { pollingFrequency }),
    ...(remediationEnabled !== undefined && { remediationEnabled }),
    disabled,
  };
}

/** Whether Qualys takes no update of a connector for the form of its external ID. */
export function isLegacy(connector: CloudConnector): boolean {
  return (
    connector.provider === 'AWS' &&
    isLegacyExternalId(connector.externalId ?? '')
  );
}

/** The same with what is known of its key by now. */
export function withCredentials(
  { version: _, credentials: __, ...editable }: EditableConnector,
  credentials: ConnectorCredentials | undefined,
): EditableConnector {
  return {
    ...editable,
    version: versionOf([editable.settings, credentials]),
    ...(credentials && { credentials }),
  };
}

/** Reads a connector from Qualys. */
export async function readConnector(
  {
    key,
    provider,
    credentials,
  }: Pick<ConnectorPlanDeps, 'key' | 'provider' | 'credentials'>,
  ask: AskQualys,
): Promise<ConnectorNow> {
  const [{ value: connector }, known] = await Promise.all([
    ask(connectorRead(key, provider)),
    credentials.get(key),
  ]);
  return {
    connector,
    editable: withCredentials(
      {
        subscription: key.subscription,
        id: key.id,
        provider,
        version: '',
        settings: settingsOf(connector),
        ...(isLegacy(connector) && { locked: 'legacyExternalId' as const }),
      },
      known,
    ),
  };
}

// What is true now is true for everybody who looks.
async function reread(deps: ConnectorPlanDeps): Promise<EditableConnector> {
  const { connector, editable } = await readConnector(
    deps,
    deps.reads.readBack,
  );
  await deps.takeOver(connector);
  return editable;
}

/**
 * The same after Qualys has taken a change: that is done, whether it can be
 * read back or not.
 */
async function readBack(
  deps: ConnectorPlanDeps,
  before: EditableConnector,
  after: ConnectorSettings,
): Promise<EditableConnector> {
  try {
    return await reread(deps);
  } catch (error) {
    if (!isUnread(error)) throw error;
    return {
      ...withCredentials({ ...before, settings: after }, before.credentials),
      staleBecause: TAKEN_BUT_UNREAD,
    };
  }
}

function refuse(field: string, message: string): never {
  throw new InvalidRequestError([{ path: `body.${field}`, message }]);
}

function merged(
  before: ConnectorSettings,
  { name, description, pollingFrequency, remediationEnabled }: ConnectorUpdate,
): ConnectorSettings {
  const remediation =
    remediationEnabled === undefined || remediationEnabled === 'unchanged'
      ? before.remediationEnabled
      : remediationEnabled;
  return {
    ...before,
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(pollingFrequency && { pollingFrequency }),
    ...(remediation !== undefined && { remediationEnabled: remediation }),
  };
}

// Nothing of a secret is told but that there is another one.
function secretChanges(update: ConnectorUpdate): SettingChange[] {
  return (['authenticationKey', 'keyFile'] as const)
    .filter(setting => update[setting] !== undefined)
    .map(setting => ({ setting, effect: 'neutral' }));
}

async function sendUpdate(
  { key, qualys }: ConnectorPlanDeps,
  connector: CloudConnector,
  update: ConnectorUpdate,
): Promise<void> {
  const { authenticationKey, keyFile, reason: _, ...wanted } = update;
  const { aws, azure, gcp } = qualys.cloudConnectors;
  switch (connector.provider) {
    case 'AWS': {
      const settings = { ...awsSettingsOf(connector), ...wanted };
      await aws.update(key.id, settings as Parameters<typeof aws.update>[1]);
      break;
    }
    case 'AZURE': {
      const settings = {
        ...azureSettingsOf(connector),
        ...wanted,
        authenticationKey,
      };
      await azure.update(
        key.id,
        settings as Parameters<typeof azure.update>[1],
      );
      break;
    }
    default:
      await gcp.update(key.id, {
        ...wanted,
        ...(keyFile !== undefined && { configFile: keyFile }),
      });
  }
}

function requireSecrets(
  { provider }: Pick<CloudConnector, 'provider'>,
  { authenticationKey, keyFile }: ConnectorUpdate,
): void {
  if (provider === 'AZURE' && authenticationKey === undefined) {
    refuse(
      'authenticationKey',
      'must be given: it is not known whether Qualys keeps the key that it has when it gets none',
    );
  }
  if (provider !== 'AZURE' && authenticationKey !== undefined) {
    refuse('authenticationKey', 'must be left out: Azure alone has such a key');
  }
  if (provider !== 'GCP' && keyFile !== undefined) {
    refuse('keyFile', 'must be left out: GCP alone has such a file');
  }
}

/** Changes settings of a connector. */
export function planConnectorUpdate(
  deps: ConnectorPlanDeps,
  { connector, editable }: ConnectorNow,
  update: ConnectorUpdate,
): Plan {
  const after = merged(editable.settings, update);
  const changes = [
    ...connectorChanges(editable.settings, after),
    ...secretChanges(update),
  ];
  if (changes.length > 0) {
    if (editable.locked) {
      throw new ConflictError(
        'Qualys takes no update of a connector with an external ID of the old form; it can be switched on and off',
      );
    }
    requireSecrets(connector, update);
  }
  return {
    changes,
    permissions:
      after.remediationEnabled && !editable.settings.remediationEnabled
        ? [qualysConnectorRemediationEnablePermission]
        : [],
    settings: after,
    async send() {
      await sendUpdate(deps, connector, update);
      return readBack(deps, editable, after);
    },
    async lookAgain() {
      const state = await reread(deps);
      if (secretChanges(update).length > 0) {
        throw new Error('Nobody can look whether a secret has arrived');
      }
      // Qualys may tell more of it than before; what was wanted counts.
      const wanted = merged(state.settings, update);
      const missing = connectorChanges(state.settings, wanted);
      return { done: missing.length === 0, state };
    },
    lost: () => deps.reads.forget(connectorRead(deps.key, deps.provider)),
  };
}

/** Switches a connector on or off, or has Qualys read its account now. */
export function planConnectorAction(
  deps: ConnectorPlanDeps,
  { editable }: ConnectorNow,
  action: ConnectorAction,
): Plan {
  const { key, provider, qualys, reads } = deps;
  const after =
    action === 'run'
      ? editable.settings
      : { ...editable.settings, disabled: action === 'disable' };
  return {
    changes: connectorChanges(editable.settings, after),
    always: action === 'run',
    async send() {
      await connectorsOf(qualys, provider)[action](key.id);
      return readBack(deps, editable, after);
    },
    lost: () => reads.forget(connectorRead(key, provider)),
    ...(action !== 'run' && {
      async lookAgain() {
        const state = await reread(deps);
        return { done: state.settings.disabled === after.disabled, state };
      },
    }),
  };
}
