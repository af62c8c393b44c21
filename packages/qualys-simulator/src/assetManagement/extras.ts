import { PURPOSE, Random } from '../core/random';
import {
  accountOf,
  type ConnectorSettings,
} from '../cloudView/connectors/connector';
import { AWS_REGIONS, TEAMS } from '../cloudView/data/vocabulary';
import { tagIdOf } from './tagData';

/** A module that a connector serves, with the role or account it works with. */
export interface AppInfo {
  /** `AI`, `CI` or `CSA`. */
  name: string;
  identifier: string;
  tagId?: number;
}

/** When a perimeter scan runs. */
export interface ScanConfiguration {
  daysOfWeek: string[];
  optionProfileId: number;
  recurrence: string;
  scanPrefix: string;
  startDate: string;
  startTime: string;
  timezone: string;
}

/** What Asset Management keeps of a connector and CloudView does not show. */
export interface AssetExtras {
  defaultTagIds: number[];
  activation: string[];
  appInfos: AppInfo[];
  /** AWS alone. */
  allRegions: boolean;
  /** AWS alone. */
  regionCodes: string[];
  isCPSEnabled: boolean;
  isCustomScanConfigEnabled: boolean;
  scanConfigurations: ScanConfiguration[];
  /** Whether it belongs to a connector of the whole organisation. */
  isAttachedToOrgConnector: boolean;
}

/** What works with the cloud: the role in AWS, the account elsewhere. */
function identifierOf(settings: ConnectorSettings): string {
  return settings.provider === 'AWS' ? settings.arn : accountOf(settings);
}

/** The extras of a connector that nothing is known of. */
export function plainExtras(settings: ConnectorSettings): AssetExtras {
  return {
    defaultTagIds: [],
    activation: [],
    appInfos: [
      { name: 'AI', identifier: identifierOf(settings) },
      { name: 'CI', identifier: identifierOf(settings) },
    ],
    allRegions: true,
    regionCodes: [],
    isCPSEnabled: false,
    isCustomScanConfigEnabled: false,
    scanConfigurations: [],
    isAttachedToOrgConnector: false,
  };
}

const ACTIVATIONS = [['VM'], ['VM', 'PC'], ['SCA', 'VM'], [], ['VM']];
const TEAM_NAMES = Object.keys(TEAMS);

function scanConfiguration(random: Random): ScanConfiguration {
  const isWeekly = random.chance(0.7);
  return {
    daysOfWeek: isWeekly ? ['SUN', 'WED'] : [],
    optionProfileId: 2,
    recurrence: isWeekly ? 'WEEKLY' : 'DAILY',
    scanPrefix: 'perimeter',
    startDate: `0${1 + random.below(9)}/0${1 + random.below(9)}/2025`,
    startTime: `0${random.below(6)}:30`,
    timezone: random.pick(['Europe/Berlin', 'UTC', 'America/New_York']),
  };
}

/**
 * The extras of a generated connector, until somebody changes them.
 *
 * @param seed - the seed of the data
 * @param index - its place in the generated set
 * @param settings - its settings
 */
export function generatedExtras(
  seed: number,
  index: number,
  settings: ConnectorSettings,
): AssetExtras {
  const random = new Random(seed, PURPOSE.assetData, index);
  const named = TEAM_NAMES.find(team => settings.name.includes(team));
  const team = tagIdOf(named ?? random.pick(TEAM_NAMES));
  const identifier = identifierOf(settings);
  const modules = random.pick([['AI', 'CI'], ['AI'], ['AI', 'CI', 'CSA']]);
  const allRegions = random.chance(0.8);
  const isCPSEnabled = settings.provider === 'AWS' && random.chance(0.1);
  const isCustomScanConfigEnabled = isCPSEnabled && random.chance(0.5);
  return {
    defaultTagIds: random.chance(0.1)
      ? []
      : [team, ...(random.chance(0.3) ? [tagIdOf('Cloud Agent')] : [])],
    activation: random.pick(ACTIVATIONS),
    appInfos: modules.map(name => ({ name, identifier, tagId: team })),
    allRegions,
    regionCodes: allRegions ? [] : AWS_REGIONS.aws.slice(0, 4),
    isCPSEnabled,
    isCustomScanConfigEnabled,
    scanConfigurations: isCustomScanConfigEnabled
      ? [scanConfiguration(random)]
      : [],
    isAttachedToOrgConnector: false,
  };
}
