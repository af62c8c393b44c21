import {
  qualysAuditReadPermission,
  qualysEntityReadPermission,
  type SettingsObjectType,
} from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';
import type { WordsOf } from './ChangeList';
import { HistoryList, type HistoryListProps } from './HistoryList';
import { SettingsDialog } from './SettingsDialog';
import { useSettingsHistory, type HistoryOf } from './useSettingsHistory';

export interface SettingsHistoryDialogProps {
  /** What the ids of its parts begin with. */
  id: string;
  title: string;
  type: SettingsObjectType;
  object: HistoryOf;
  wordsOf: WordsOf;
  /** Begins a change with the settings of an entry, or nothing where they are of no use for it. */
  restoring: HistoryListProps['restoring'];
  onClose: () => void;
}

/** Who did what with an object, when and why, newest first. */
export function SettingsHistoryDialog(props: SettingsHistoryDialogProps) {
  const { t } = useQualysTranslation();
  return (
    <SettingsDialog
      id={props.id}
      title={props.title}
      onClose={props.onClose}
      closeLabel={t('settings.close')}
    >
      <HistoryList
        pages={useSettingsHistory(props.type, props.object)}
        wordsOf={() => props.wordsOf}
        restoring={props.restoring}
        notAllowed={
          props.object.entity
            ? t('tab.notAllowed', {
                permission: qualysEntityReadPermission.name,
              })
            : t('permission.action', {
                permission: qualysAuditReadPermission.name,
              })
        }
      />
    </SettingsDialog>
  );
}
