import type {
  S3Integration,
  S3IntegrationSettings,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../../../api/QualysApi';
import { RegenerateDialog } from './RegenerateDialog';
import { S3HistoryDialog } from './S3HistoryDialog';
import { S3SettingsDialog } from './S3SettingsDialog';

/** What is open of the dialogs of an S3 integration. */
export type OpenedS3Dialog =
  | {
      what: 'update';
      /** Earlier settings that are to be restored. */
      restored?: S3IntegrationSettings;
    }
  | { what: 'adopt' | 'regenerate' | 'history' };

export interface S3DialogProps {
  object: BoundObject;
  entityRef: string;
  /** What people call the integration. */
  name: string;
  onClose: () => void;
  /** The integration was read afresh, or has changed. */
  onChanged: (integration: S3Integration) => void;
}

export interface S3DialogsProps extends S3DialogProps {
  opened: OpenedS3Dialog;
  onOpen: (opened: OpenedS3Dialog) => void;
}

/** The dialogs of an S3 integration, which are loaded when the first is opened. */
export function S3Dialogs({ opened, onOpen, ...props }: S3DialogsProps) {
  switch (opened.what) {
    case 'update':
      return (
        <S3SettingsDialog {...props} mode="update" restored={opened.restored} />
      );
    case 'adopt':
      return <S3SettingsDialog {...props} mode="adopt" />;
    case 'regenerate':
      return <RegenerateDialog {...props} />;
    default:
      return (
        <S3HistoryDialog
          {...props}
          onRestore={restored => onOpen({ what: 'update', restored })}
        />
      );
  }
}
