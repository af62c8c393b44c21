import { stringifyEntityRef } from '@backstage/catalog-model';
import type { SettingsHistoryEntry } from 'backstage-plugin-qualys-common';
import { securityHubRowSchema, type SecurityHubRow } from 'qualys-model';
import { SettingsHistoryDialog } from '../../settings/SettingsHistoryDialog';
import type { HistoryOf } from '../../settings/useSettingsHistory';
import { useQualysTranslation } from '../../translation';
import { useHubWords } from '../useHubWords';

const settingsSchema = securityHubRowSchema.array();

/**
 * The rows among the settings of an entry, where they are all of those that the
 * form changes on this page. What was done on the page of an entity is written
 * down with the rows of its accounts alone: to restore these anywhere else would
 * remove all other accounts.
 */
function rowsIn(
  { entityRef, settings }: SettingsHistoryEntry,
  { entity }: HistoryOf,
): SecurityHubRow[] | undefined {
  const here = entity ? stringifyEntityRef(entity) : '';
  if (entityRef !== '' && entityRef !== here) return undefined;
  const { rows } = (settings ?? {}) as { rows?: unknown };
  return settingsSchema.safeParse(rows).data;
}

export interface HubHistoryDialogProps {
  object: HistoryOf;
  name: string;
  onClose: () => void;
  /** Begins a change with earlier rows; missing for whoever may not change them. */
  onRestore?: (rows: SecurityHubRow[]) => void;
}

/** What was done with an integration, and the way back to earlier rows. */
export function HubHistoryDialog(props: HubHistoryDialogProps) {
  const { t } = useQualysTranslation();
  const words = useHubWords();
  const { onRestore } = props;
  return (
    <SettingsHistoryDialog
      id="qualys-security-hub-history"
      title={t('securityHub.historyOf', { name: props.name })}
      type="securityHubIntegration"
      object={props.object}
      wordsOf={words}
      restoring={entry => {
        const rows = rowsIn(entry, props.object);
        return rows && onRestore ? () => onRestore(rows) : undefined;
      }}
      onClose={props.onClose}
    />
  );
}
