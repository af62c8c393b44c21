import {
  qualysS3UpdatePermission,
  s3IntegrationSettingsSchema,
  type S3IntegrationSettings,
  type SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { useMissingPermission } from '../../../hooks/useMissingPermission';
import { SettingsHistoryDialog } from '../../../settings/SettingsHistoryDialog';
import { useQualysTranslation } from '../../../translation';
import { useS3Words } from '../useS3Words';
import type { S3DialogProps } from './S3Dialogs';

export interface S3HistoryDialogProps extends S3DialogProps {
  onRestore: (settings: S3IntegrationSettings) => void;
}

/** What was done with an S3 integration, and the way back to earlier settings. */
export function S3HistoryDialog(props: S3HistoryDialogProps) {
  const { t } = useQualysTranslation();
  const words = useS3Words();
  const { onRestore } = props;
  const { loading, missing } = useMissingPermission([
    { permission: qualysS3UpdatePermission, resourceRef: props.entityRef },
  ]);
  const restoring = ({ settings }: SettingsHistoryEntry) => {
    const { data } = s3IntegrationSettingsSchema.safeParse(settings);
    return data && !loading && !missing ? () => onRestore(data) : undefined;
  };
  return (
    <SettingsHistoryDialog
      id="qualys-s3-history"
      title={t('s3.historyOf', { name: props.name })}
      type="s3Integration"
      object={props.object}
      wordsOf={words}
      restoring={restoring}
      onClose={props.onClose}
    />
  );
}
