import {
  connectorAssetsSettingsSchema,
  connectorSettingsSchema,
  qualysConnectorUpdatePermission,
  type SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { useMissingPermission } from '../../hooks/useMissingPermission';
import { SettingsHistoryDialog } from '../../settings/SettingsHistoryDialog';
import { useQualysTranslation } from '../../translation';
import type {
  ConnectorDialogProps,
  OpenedConnectorDialog,
} from './ConnectorDialogs';
import type { ChangeableSettings } from './possible';
import { useConnectorWords } from './useConnectorWords';

export interface ConnectorHistoryDialogProps extends ConnectorDialogProps {
  changeable: ChangeableSettings;
  onOpen: (opened: OpenedConnectorDialog) => void;
}

/** What was done with a connector, and the way back to earlier settings. */
export function ConnectorHistoryDialog(props: ConnectorHistoryDialogProps) {
  const { t } = useQualysTranslation();
  const words = useConnectorWords();
  const { changeable, onOpen } = props;
  const { loading, missing } = useMissingPermission([
    {
      permission: qualysConnectorUpdatePermission,
      resourceRef: props.entityRef,
    },
  ]);
  const restoring = ({ settings: earlier }: SettingsHistoryEntry) => {
    if (loading || missing) return undefined;
    const settings = connectorSettingsSchema.safeParse(earlier).data;
    if (settings) {
      return changeable.settings
        ? () => onOpen({ what: 'update', restored: settings })
        : undefined;
    }
    const assets = connectorAssetsSettingsSchema.safeParse(earlier).data;
    // Every part of it may be missing: that of something else is none.
    return assets && Object.keys(assets).length > 0 && changeable.assets
      ? () => onOpen({ what: 'assets', restored: assets })
      : undefined;
  };
  return (
    <SettingsHistoryDialog
      id="qualys-connector-history"
      title={t('connectorSettings.historyOf', { name: props.name })}
      type="connector"
      object={props.object}
      wordsOf={words}
      restoring={restoring}
      onClose={props.onClose}
    />
  );
}
