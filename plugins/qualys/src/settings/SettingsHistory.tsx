import {
  qualysEntityReadPermission,
  type BoundObjectType,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../api/QualysApi';
import { useQualysTranslation } from '../translation';
import type { WordsOf } from './ChangeList';
import { HistoryList } from './HistoryList';
import { useSettingsHistory } from './useSettingsHistory';

export interface SettingsHistoryListProps {
  type: BoundObjectType;
  object: BoundObject;
  wordsOf: WordsOf;
  /** Begins a change with the settings of an entry, or nothing where they cannot be read. */
  restoring: (settings: unknown) => (() => void) | undefined;
}

/** Who did what with an object, when and why, newest first. */
export function SettingsHistoryList(props: SettingsHistoryListProps) {
  const { t } = useQualysTranslation();
  return (
    <HistoryList
      pages={useSettingsHistory(props.type, props.object)}
      wordsOf={() => props.wordsOf}
      restoring={props.restoring}
      notAllowed={t('tab.notAllowed', {
        permission: qualysEntityReadPermission.name,
      })}
    />
  );
}
