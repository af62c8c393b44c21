import { isRevokedKey } from '../cloudView/connectors/cloudAccess';
import type { ConnectorSettings } from '../cloudView/connectors/connector';
import type { ChangeOf } from '../qps/description';
import { invalid } from '../qps/problem';
import { changedList } from '../qps/read';
import type {
  AWS_CONNECTOR,
  AZURE_CONNECTOR,
  GCP_CONNECTOR,
} from './connectorDescription';
import type { AppInfo, AssetExtras } from './extras';
import { changedPerimeter } from './perimeter';
import type { TagStore } from './tags';

/** What a request may say of a connector, whatever the cloud. */
export type ConnectorChange = ChangeOf<typeof AWS_CONNECTOR> &
  Omit<ChangeOf<typeof AZURE_CONNECTOR>, 'authRecord'> & {
    authRecord?: NonNullable<ChangeOf<typeof AZURE_CONNECTOR>['authRecord']> &
      NonNullable<ChangeOf<typeof GCP_CONNECTOR>['authRecord']>;
  };

const MODULES = ['VM', 'PC', 'SCA', 'CLOUDVIEW', 'CERTVIEW', 'CSA'];
const APPS = ['AI', 'CI', 'CSA'];
const LONGEST_NAME = 255;

function checkedModule(module: string): string {
  if (MODULES.includes(module)) return module;
  throw invalid(`activation: there is no module ${module}`);
}

function checkedAppInfo(
  { name = '', identifier = '', tagId }: Partial<AppInfo>,
  tags: TagStore,
): AppInfo {
  if (!APPS.includes(name)) {
    throw invalid(`ConnectorAppInfo.name must be AI, CI or CSA, not "${name}"`);
  }
  if (identifier === '')
    throw invalid('ConnectorAppInfo.identifier is required');
  if (tagId !== undefined && !tags.tags.get(tagId)) {
    throw invalid(`ConnectorAppInfo.tagId: there is no tag ${tagId}`);
  }
  return { name, identifier, ...(tagId === undefined ? {} : { tagId }) };
}

type AppInfos = NonNullable<ConnectorChange['connectorAppInfos']>;

// A list holds one module, as in JSON and in newer samples, or several, as in
// the XML sample of Update AWS Connector 3.0.
function flat(lists: AppInfos['set'], tags: TagStore): AppInfo[] | undefined {
  return lists?.flatMap(({ set = [], add = [], remove = [], update = [] }) =>
    [...set, ...add, ...remove, ...update].map(info =>
      checkedAppInfo(info, tags),
    ),
  );
}

function changedAppInfos(
  infos: readonly AppInfo[],
  change: AppInfos,
  tags: TagStore,
): AppInfo[] {
  return changedList(
    infos,
    {
      set: flat(change.set, tags),
      add: flat(change.add, tags),
      remove: flat(change.remove, tags),
      update: flat(change.update, tags),
    },
    ({ name, tagId }) => `${name} ${tagId}`,
  );
}

/**
 * What Asset Management alone keeps of a connector, after a request.
 *
 * @throws QpsProblem that names what does not fit
 */
export function changedExtras(
  extras: AssetExtras,
  change: ConnectorChange,
  tags: TagStore,
): AssetExtras {
  const { defaultTags, activation, connectorAppInfos, endpoints } = change;
  return {
    defaultTagIds: defaultTags
      ? tags.changed(extras.defaultTagIds, defaultTags, 'defaultTags')
      : extras.defaultTagIds,
    activation: activation
      ? changedList(extras.activation, activation, checkedModule)
      : extras.activation,
    appInfos: connectorAppInfos
      ? changedAppInfos(extras.appInfos, connectorAppInfos, tags)
      : extras.appInfos,
    allRegions: change.allRegions ?? extras.allRegions,
    regionCodes: endpoints
      ? changedList<{ regionCode?: string }>(
          extras.regionCodes.map(regionCode => ({ regionCode })),
          endpoints,
          ({ regionCode }) => regionCode,
        ).map(({ regionCode = '' }) => regionCode)
      : extras.regionCodes,
    isAttachedToOrgConnector: extras.isAttachedToOrgConnector,
    ...changedPerimeter(extras, change),
  };
}

function nameOf(change: ConnectorChange, known: string): string {
  const { name = known } = change;
  if (name.trim() === '' || name.length > LONGEST_NAME) {
    throw invalid(`name must have 1 to ${LONGEST_NAME} characters`);
  }
  return name;
}

/** The number of the account that a role belongs to, if it has twelve digits. */
function accountOfRole(arn: string): string | undefined {
  return /(?<!\d)\d{12}(?!\d)/.exec(arn)?.[0];
}

// What is left out of a request stays.
function given<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function newAccess(
  settings: ConnectorSettings,
  change: ConnectorChange,
): Partial<ConnectorSettings> {
  const { authRecord: auth = {}, arn } = change;
  switch (settings.provider) {
    case 'AZURE':
      return given({
        isGovCloud: change.isGovCloudConfigured,
        applicationId: auth.applicationId,
        directoryId: auth.directoryId,
        subscriptionId: auth.subscriptionId,
        subscriptionName: change.subscriptionName,
      });
    case 'GCP':
      return given({ projectId: auth.projectId ?? auth.project_id });
    default:
      return given({
        isGovCloud: change.isGovCloudConfigured,
        isChinaRegion: change.isChinaConfigured,
        arn,
        // An ARN that no account can be read from is taken as it is: the
        // sample of Update AWS Connector 3.0 has one with eleven digits.
        awsAccountId: arn === undefined ? undefined : accountOfRole(arn),
        externalId: change.externalId,
      });
  }
}

function newSecret({ authRecord: auth }: ConnectorChange): string | undefined {
  return auth?.authenticationKey ?? auth?.privateKey ?? auth?.private_key;
}

/** Whether the cloud does not take the key of a request; undefined where it has none. */
export function isNewKeyRevoked(change: ConnectorChange): boolean | undefined {
  const secret = newSecret(change);
  if (secret === undefined) return undefined;
  const { authRecord: auth } = change;
  return isRevokedKey(secret, auth?.clientEmail, auth?.client_email);
}

/** The settings of a connector after a request, and whether Qualys reads it anew. */
export interface ChangedSettings {
  settings: ConnectorSettings;
  isReadAnew: boolean;
  /** Whether the cloud does not take the new key; undefined where there is none. */
  isKeyRevoked?: boolean;
}

/**
 * What CloudView shows of a connector too, after a request.
 *
 * @throws QpsProblem that names what does not fit
 */
export function changedSettings(
  settings: ConnectorSettings,
  change: ConnectorChange,
): ChangedSettings {
  const { runFrequency } = change;
  if (runFrequency === 0) throw invalid('runFrequency must be 1 or more');
  const access = newAccess(settings, change);
  const common = given({
    description: change.description,
    isDisabled: change.disabled,
    remediationEnabled: change.isRemediationEnabled,
    pollingFrequency:
      runFrequency === undefined
        ? undefined
        : { hours: Math.floor(runFrequency / 60), minutes: runFrequency % 60 },
  });
  const before: Record<string, unknown> = settings;
  return {
    settings: {
      ...settings,
      ...common,
      ...access,
      name: nameOf(change, settings.name),
    } as ConnectorSettings,
    isKeyRevoked: isNewKeyRevoked(change),
    isReadAnew:
      newSecret(change) !== undefined ||
      Object.entries(access).some(([name, value]) => before[name] !== value),
  };
}

const EMPTY = {
  name: '',
  totalAssets: 0,
  isDisabled: false,
  groups: [],
  pollingFrequency: { hours: 4, minutes: 0 },
  remediationEnabled: false,
};

const EMPTY_SETTINGS: Record<ConnectorSettings['provider'], ConnectorSettings> =
  {
    AWS: {
      provider: 'AWS',
      ...EMPTY,
      isGovCloud: false,
      isChinaRegion: false,
      awsAccountId: '',
      externalId: '',
      arn: '',
      isPortalConnector: true,
    },
    AZURE: {
      provider: 'AZURE',
      ...EMPTY,
      isGovCloud: false,
      applicationId: '',
      directoryId: '',
      subscriptionId: '',
    },
    GCP: { provider: 'GCP', ...EMPTY, projectId: '' },
  };

/** What a new connector must have; the key file of GCP counts by its key. */
const REQUIRED: Record<ConnectorSettings['provider'], readonly string[]> = {
  AWS: ['arn', 'awsAccountId', 'externalId'],
  AZURE: ['applicationId', 'directoryId', 'subscriptionId'],
  GCP: ['projectId'],
};

/**
 * The settings of a new connector.
 *
 * @throws QpsProblem that names what does not fit
 */
export function newSettings(
  provider: ConnectorSettings['provider'],
  change: ConnectorChange,
): ConnectorSettings {
  const { settings } = changedSettings(EMPTY_SETTINGS[provider], change);
  const values: Record<string, unknown> = settings;
  const missing = REQUIRED[provider].find(name => values[name] === '');
  if (missing === 'awsAccountId') {
    throw invalid('arn must hold the number of an account, twelve digits');
  }
  if (missing) throw invalid(`${missing} is required`);
  if (provider !== 'AWS' && newSecret(change) === undefined) {
    throw invalid('authRecord needs the key that Qualys signs in with');
  }
  return settings;
}
