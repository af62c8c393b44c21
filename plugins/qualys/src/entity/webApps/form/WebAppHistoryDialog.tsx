import {
  boundWebAppSchema,
  qualysWebAppUpdatePermission,
  type SettingsHistoryEntry,
  type WebAppEditableSettings,
} from 'backstage-plugin-qualys-common';
import { webAppConfigSchema } from 'qualys-model';
import { useMissingPermission } from '../../../hooks/useMissingPermission';
import { SettingsHistoryDialog } from '../../../settings/SettingsHistoryDialog';
import { useQualysTranslation } from '../../../translation';
import { useWebAppWords } from '../useWebAppWords';
import type { WebAppDialogProps } from './WebAppDialogs';

const restorableSchema = boundWebAppSchema
  .pick({ name: true })
  .extend(webAppConfigSchema.omit({ defaultAuthRecord: true }).shape);

export interface WebAppHistoryDialogProps extends WebAppDialogProps {
  onRestore: (settings: WebAppEditableSettings) => void;
}

/** What was done with a web app, and the way back to earlier settings. */
export function WebAppHistoryDialog(props: WebAppHistoryDialogProps) {
  const { t } = useQualysTranslation();
  const words = useWebAppWords();
  const { onRestore } = props;
  const { loading, missing } = useMissingPermission([
    { permission: qualysWebAppUpdatePermission, resourceRef: props.entityRef },
  ]);
  const restoring = ({ settings }: SettingsHistoryEntry) => {
    const { data } = restorableSchema.safeParse(settings);
    return data && !loading && !missing ? () => onRestore(data) : undefined;
  };
  return (
    <SettingsHistoryDialog
      id="qualys-web-app-history"
      title={t('webApps.historyOf', { name: props.name })}
      type="webApp"
      object={props.object}
      wordsOf={words}
      restoring={restoring}
      onClose={props.onClose}
    />
  );
}
