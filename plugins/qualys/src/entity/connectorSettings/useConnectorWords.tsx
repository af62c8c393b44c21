import type {
  ConnectorAssetsChoices,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import { useLanguage } from '../../hooks/useLanguage';
import type { WordsOf } from '../../settings/ChangeList';
import { ValueChange } from '../../settings/ValueChange';
import { useQualysTranslation, type Translate } from '../../translation';
import { assetsWords } from './assets/assetsWords';

/** The settings of a connector, as its form calls them. */
const SETTINGS = [
  'name',
  'description',
  'pollingFrequency',
  'remediationEnabled',
  'disabled',
  'authenticationKey',
  'keyFile',
  'externalId',
  'keyExpiresOn',
] as const;

type ConnectorSetting = (typeof SETTINGS)[number];

function isKnown(setting: string): setting is ConnectorSetting {
  return (SETTINGS as readonly string[]).includes(setting);
}

// What is not written into the history.
function isUntold(setting: string): boolean {
  return ['authenticationKey', 'keyFile', 'externalId'].includes(setting);
}

function isFrequency(
  value: unknown,
): value is { hours: number; minutes: number } {
  return typeof value === 'object' && value !== null && 'hours' in value;
}

function inWords(
  value: SettingChange['before'],
  t: Translate,
): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') {
    return t(value ? 'settings.on' : 'settings.off');
  }
  if (isFrequency(value)) {
    return t('connectorSettings.frequency', {
      hours: String(value.hours),
      minutes: String(value.minutes),
    });
  }
  return String(value);
}

/**
 * Says a change of a connector in words.
 *
 * @param profiles - what option profiles are called, where that is known
 */
export function useConnectorWords(
  profiles: ConnectorAssetsChoices['profiles'] = [],
): WordsOf {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  return ({ setting, before, after }) => {
    const ofAssets = assetsWords(setting, { t, locale, profiles });
    if (ofAssets) {
      return (
        <ValueChange
          name={ofAssets.name}
          before={ofAssets.inWords(before)}
          after={ofAssets.inWords(after)}
        />
      );
    }
    const name = isKnown(setting)
      ? t(`connectorSettings.setting.${setting}`)
      : setting;
    if (isUntold(setting)) {
      return (
        <>
          <strong>{name}</strong> {t('connectorSettings.secretReplaced')}
        </>
      );
    }
    return (
      <ValueChange
        name={name}
        before={inWords(before, t)}
        after={inWords(after, t)}
        long={setting === 'description'}
      />
    );
  };
}
