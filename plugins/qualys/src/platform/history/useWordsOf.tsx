import type {
  SettingsObjectType,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import { useConnectorWords } from '../../entity/connectorSettings/useConnectorWords';
import { useS3Words } from '../../entity/s3/useS3Words';
import { useWebAppWords } from '../../entity/webApps/useWebAppWords';
import { useHubWords } from '../../securityHub/useHubWords';
import type { WordsOf } from '../../settings/ChangeList';
import { ValueChange } from '../../settings/ValueChange';

function plain(value: SettingChange['before']): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const plainWords: WordsOf = ({ setting, before, after }) => (
  <ValueChange name={setting} before={plain(before)} after={plain(after)} />
);

/** Says the changes of each kind of object in the words of its own forms. */
export function useWordsOf(): (type: SettingsObjectType) => WordsOf {
  const words: Partial<Record<SettingsObjectType, WordsOf>> = {
    connector: useConnectorWords(),
    s3Integration: useS3Words(),
    webApp: useWebAppWords(),
    securityHubIntegration: useHubWords(),
  };
  return type => words[type] ?? plainWords;
}
