import {
  qualysS3DestinationUpdatePermission,
  type S3IntegrationSettings,
} from 'backstage-plugin-qualys-common';
import { useBoundObject } from '../../../hooks/useBoundObject';
import { useMissingPermission } from '../../../hooks/useMissingPermission';
import { FreshDialog } from '../../../settings/FreshDialog';
import { getS3Integration } from '../readS3Integration';
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
  const title = useS3FormTitle(props);
  const destination = useMissingPermission([
    {
      permission: qualysS3DestinationUpdatePermission,
      resourceRef: props.entityRef,
    },
  ]);
  return (
    <FreshDialog
      id={S3_FORM_ID}
      title={title}
      query={useBoundObject(props.object, getS3Integration)}
      waiting={destination.loading}
      onClose={props.onClose}
    >
      {read => (
        <S3Editor {...props} read={read} mayDirect={!destination.missing} />
      )}
    </FreshDialog>
  );
}
