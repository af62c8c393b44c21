import type { CloudProvider } from 'qualys-model';
import type { Translate } from '../../translation';

/**
 * What the details of a connector call the settings that its history names;
 * several names may be one setting to people.
 */
const WORDS = {
  name: 'details.name',
  description: 'details.description',
  accountAlias: 'details.accountAlias',
  subscriptionName: 'details.subscriptionName',
  govCloud: 'details.partition',
  chinaRegion: 'details.partition',
  arn: 'details.arn',
  externalId: 'details.externalId',
  baseAccountId: 'details.baseAccountId',
  applicationId: 'details.applicationId',
  directoryId: 'details.directoryId',
  disabled: 'details.disabled',
  pollingFrequency: 'details.polling',
  remediationEnabled: 'details.remediation',
  groups: 'details.groups',
  portalConnector: 'details.portalConnector',
  portalConnectorUuid: 'details.portalConnector',
  'assetManagement.id': 'details.assetManagementId',
  'assetManagement.updatable': 'details.updatable',
  'assetManagement.defaultTags': 'details.tags',
  'assetManagement.activation': 'details.modules',
  'assetManagement.appInfos': 'details.uses',
  'assetManagement.perimeterScan': 'details.perimeterScan',
  'assetManagement.allRegions': 'details.regions',
  'assetManagement.regions': 'details.regions',
  disagreement: 'details.disagreement',
  owner: 'details.owner',
  system: 'details.system',
  labels: 'details.labels',
  entityRef: 'details.catalog',
} as const;

const ACCOUNT_WORDS = {
  AWS: 'details.awsAccount',
  AZURE: 'details.azureAccount',
  GCP: 'details.gcpAccount',
} as const;

function isKnown(setting: string): setting is keyof typeof WORDS {
  return Object.hasOwn(WORDS, setting);
}

/** Settings by their names in a connector, in the words of its details, each once. */
export function settingsInWords(
  settings: readonly string[],
  provider: CloudProvider,
  t: Translate,
): string[] {
  const words = settings.map(setting => {
    if (setting === 'account') return t(ACCOUNT_WORDS[provider]);
    return isKnown(setting) ? t(WORDS[setting]) : setting;
  });
  return [...new Set(words)];
}
