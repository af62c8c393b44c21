import type {
  ConnectorAction,
  ConnectorAssetsSettings,
  ConnectorSettings,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../../api/QualysApi';
import { useBoundObject } from '../../hooks/useBoundObject';
import { FreshDialog } from '../../settings/FreshDialog';
import { useQualysTranslation } from '../../translation';
import { ActionDialog } from './ActionDialog';
import { AssetsDialog } from './assets/AssetsDialog';
import { ConnectorEditor } from './ConnectorEditor';
import { ConnectorHistoryDialog } from './ConnectorHistoryDialog';
import { RenewDialog } from './credentials/RenewDialog';
import { DeleteDialog } from './DeleteDialog';
import { MigrationDialog } from './migration/MigrationDialog';
import type { ChangeableSettings } from './possible';
import { getConnectorSettings } from './readConnectorSettings';

type OpenedChange =
  | {
      what: 'update';
      /** Earlier settings that are to be restored. */
      restored?: ConnectorSettings;
    }
  | { what: ConnectorAction | 'renew' };

/** What is open of the dialogs of a connector. */
export type OpenedConnectorDialog =
  | OpenedChange
  | { what: 'delete' | 'history' }
  | { what: 'migrate' }
  | {
      what: 'assets';
      /** Earlier settings that are to be restored. */
      restored?: ConnectorAssetsSettings;
    };

export interface ConnectorDialogProps {
  object: BoundObject;
  entityRef: string;
  /** What people call the connector. */
  name: string;
  onClose: () => void;
  onChanged: () => void;
}

interface ConnectorDialogsProps extends ConnectorDialogProps {
  opened: OpenedConnectorDialog;
  changeable: ChangeableSettings;
  onOpen: (opened: OpenedConnectorDialog) => void;
}

/** The dialogs of a connector, which are loaded when the first is opened. */
export function ConnectorDialogs({
  opened,
  changeable,
  onOpen,
  ...props
}: ConnectorDialogsProps) {
  switch (opened.what) {
    case 'history':
      return (
        <ConnectorHistoryDialog
          {...props}
          changeable={changeable}
          onOpen={onOpen}
        />
      );
    case 'delete':
      return <DeleteDialog {...props} />;
    case 'assets':
      return <AssetsDialog {...props} restored={opened.restored} />;
    case 'migrate':
      return <MigrationDialog {...props} />;
    default:
      return <SettingsOrAction {...props} opened={opened} />;
  }
}

/** Reads the connector afresh, since every change is made from what holds now. */
function SettingsOrAction({
  opened,
  ...props
}: ConnectorDialogProps & {
  opened: OpenedChange;
}) {
  const { t } = useQualysTranslation();
  const { name } = props;
  const titleOf = () => {
    switch (opened.what) {
      case 'update':
        return t('connectorSettings.editOf', { name });
      case 'renew':
        return t('renewKey.title', { name });
      default:
        return t(`connectorSettings.${opened.what}Of`, { name });
    }
  };
  return (
    <FreshDialog
      id="qualys-connector"
      title={titleOf()}
      query={useBoundObject(props.object, getConnectorSettings)}
      onClose={props.onClose}
    >
      {read => {
        switch (opened.what) {
          case 'update':
            return (
              <ConnectorEditor
                {...props}
                read={read}
                restored={opened.restored}
              />
            );
          case 'renew':
            return <RenewDialog {...props} read={read} />;
          default:
            return <ActionDialog {...props} read={read} action={opened.what} />;
        }
      }}
    </FreshDialog>
  );
}
