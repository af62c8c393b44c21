import {
  qualysS3DestinationUpdatePermission,
  type S3IntegrationSettings,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../../components/Loading';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { useMissingPermission } from '../../../hooks/useMissingPermission';
import { useQualysS3Integration } from '../../../hooks/useQualysData';
import { SettingsDialog } from '../../../settings/SettingsDialog';
import { useQualysTranslation } from '../../../translation';
import { S3_FORM_ID, useS3FormTitle } from './formTitle';
import type { S3DialogProps } from './S3Dialogs';
import { S3Editor } from './S3Editor';

export interface S3SettingsDialogProps extends S3DialogProps {
  /** Whether settings are sent to Qualys, or only said to be there. */
  mode: 'update' | 'adopt';
  /** Earlier settings that are to be restored. */
  restored?: S3IntegrationSettings;
}

/** Reads an S3 integration afresh, and lets its settings be changed. */
export function S3SettingsDialog(props: S3SettingsDialogProps) {
  const { t } = useQualysTranslation();
  const title = useS3FormTitle(props);
  const { value, error, loading, retry } = useQualysS3Integration(props.object);
  const destination = useMissingPermission([
    {
      permission: qualysS3DestinationUpdatePermission,
      resourceRef: props.entityRef,
    },
  ]);
  if (value && !loading && !destination.loading) {
    return (
      <S3Editor {...props} read={value} mayDirect={!destination.missing} />
    );
  }
  return (
    <SettingsDialog id={S3_FORM_ID} title={title} onClose={props.onClose}>
      {error && !loading ? (
        <ProblemNotice error={error} onRetry={retry} />
      ) : (
        <Loading label={t('settings.opening')} rows={6} />
      )}
    </SettingsDialog>
  );
}
