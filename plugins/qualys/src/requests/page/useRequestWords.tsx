import type {
  ConnectorAssetsChoices,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider, QpsReference } from 'qualys-model';
import { assetsWords } from '../../entity/connectorSettings/assets/assetsWords';
import { useLanguage } from '../../hooks/useLanguage';
import { nameOf } from '../../platform/entityName';
import type { WordsOf } from '../../settings/ChangeList';
import { ValueChange } from '../../settings/ValueChange';
import { useQualysTranslation, type Translate } from '../../translation';

/** The settings of a request, but for those of assets and scans. */
const SETTINGS = [
  'name',
  'description',
  'purpose',
  'owner',
  'system',
  'entityRef',
  'partition',
  'applicationId',
  'directoryId',
  'govCloud',
  'pollingFrequency',
  'remediationEnabled',
  'regions',
  'perimeterScan',
] as const;

type RequestSetting = (typeof SETTINGS)[number];

const KINDS: Partial<Record<RequestSetting, string>> = {
  owner: 'group',
  system: 'system',
  entityRef: 'component',
};

function isKnown(setting: string): setting is RequestSetting {
  return (SETTINGS as readonly string[]).includes(setting);
}

function refInWords(ref: string, defaultKind: string): string {
  try {
    return nameOf(ref, defaultKind);
  } catch {
    // What is no reference is shown as it was written.
    return ref;
  }
}

function partitionInWords(value: string, t: Translate): string {
  switch (value) {
    case 'aws':
    case 'aws-us-gov':
    case 'aws-cn':
      return t(`requests.partition.${value}`);
    default:
      return value;
  }
}

function inWords(
  setting: string,
  value: SettingChange['before'],
  t: Translate,
): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') {
    return t(value ? 'settings.on' : 'settings.off');
  }
  if (Array.isArray(value)) return value.map(String).join(', ') || undefined;
  if (typeof value === 'object') {
    if ('hours' in value) {
      return t('connectorSettings.frequency', {
        hours: String(value.hours),
        minutes: String(value.minutes),
      });
    }
    return 'enabled' in value
      ? t(value.enabled ? 'settings.on' : 'settings.off')
      : JSON.stringify(value);
  }
  const kind = isKnown(setting) ? KINDS[setting] : undefined;
  if (kind) return refInWords(String(value), kind);
  return setting === 'partition'
    ? partitionInWords(String(value), t)
    : String(value);
}

// Requests know tags by their ids alone.
function named(
  value: SettingChange['before'],
  tags: readonly QpsReference[],
): SettingChange['before'] {
  if (!Array.isArray(value)) return value;
  return value.map(item => {
    const id =
      typeof item === 'object' && item !== null && 'id' in item
        ? item.id
        : item;
    return tags.find(tag => tag.id === id)?.name ?? item;
  });
}

/**
 * Says a change of a request in words.
 *
 * @param provider - the cloud of the request
 * @param profiles - what option profiles are called, where that is known
 * @param tags - what tags are called, where that is known
 */
export function useRequestWords(
  provider: CloudProvider,
  profiles: ConnectorAssetsChoices['profiles'] = [],
  tags: readonly QpsReference[] = [],
): WordsOf {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const titleOf = (setting: string) => {
    if (setting === 'account') return t(`requests.setting.account.${provider}`);
    return isKnown(setting) ? t(`requests.setting.${setting}`) : setting;
  };
  return ({ setting, before, after }) => {
    const ofAssets = assetsWords(setting, { t, locale, profiles });
    const words = (value: SettingChange['before']) =>
      ofAssets
        ? ofAssets.inWords(
            setting === 'defaultTags' ? named(value, tags) : value,
          )
        : inWords(setting, value, t);
    const all = setting === 'regions' ? t('details.allRegions') : undefined;
    return (
      <ValueChange
        name={ofAssets?.name ?? titleOf(setting)}
        before={words(before) ?? all}
        after={words(after) ?? all}
        long={setting === 'description' || setting === 'purpose'}
      />
    );
  };
}
