import {
  connectorSettingsSchema,
  type ConnectorAction,
  type ConnectorSettings,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../../api/QualysApi';
import { Loading } from '../../components/Loading';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useQualysConnectorSettings } from '../../hooks/useQualysData';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { SettingsHistoryList } from '../../settings/SettingsHistory';
import { useQualysTranslation } from '../../translation';
import { ActionDialog } from './ActionDialog';
import { ConnectorEditor } from './ConnectorEditor';
import { useConnectorWords } from './useConnectorWords';

type OpenedChange =
  | {
      what: 'update';
      /** Earlier settings that are to be restored. */
      restored?: ConnectorSettings;
    }
  | { what: ConnectorAction };

/** What is open of the dialogs of a connector. */
export type OpenedConnectorDialog = OpenedChange | { what: 'history' };

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
  onOpen: (opened: OpenedConnectorDialog) => void;
}

/** The dialogs of a connector, which are loaded when the first is opened. */
export function ConnectorDialogs({
  opened,
  onOpen,
  ...props
}: ConnectorDialogsProps) {
  return opened.what === 'history' ? (
    <HistoryDialog
      {...props}
      onRestore={restored => onOpen({ what: 'update', restored })}
    />
  ) : (
    <FreshDialog {...props} opened={opened} />
  );
}

/** Reads the connector afresh, since every change is made from what holds now. */
function FreshDialog({
  opened,
  ...props
}: ConnectorDialogProps & {
  opened: OpenedChange;
}) {
  const { t } = useQualysTranslation();
  const { value, error, loading, retry } = useQualysConnectorSettings(
    props.object,
  );
  const { name } = props;
  if (value && !loading) {
    return opened.what === 'update' ? (
      <ConnectorEditor {...props} read={value} restored={opened.restored} />
    ) : (
      <ActionDialog {...props} read={value} action={opened.what} />
    );
  }
  return (
    <SettingsDialog
      id="qualys-connector"
      title={
        opened.what === 'update'
          ? t('connectorSettings.editOf', { name })
          : t(`connectorSettings.${opened.what}Of`, { name })
      }
      onClose={props.onClose}
    >
      {error && !loading ? (
        <ProblemNotice error={error} onRetry={retry} />
      ) : (
        <Loading label={t('settings.opening')} rows={4} />
      )}
    </SettingsDialog>
  );
}

function HistoryDialog(
  props: ConnectorDialogProps & {
    onRestore: (settings: ConnectorSettings) => void;
  },
) {
  const { t } = useQualysTranslation();
  const words = useConnectorWords();
  return (
    <SettingsDialog
      id="qualys-connector-history"
      title={t('connectorSettings.historyOf', { name: props.name })}
      onClose={props.onClose}
      closeLabel={t('settings.close')}
    >
      <SettingsHistoryList
        type="connector"
        object={props.object}
        wordsOf={words}
        restoring={settings => {
          const { data } = connectorSettingsSchema.safeParse(settings);
          return data && (() => props.onRestore(data));
        }}
      />
    </SettingsDialog>
  );
}
