import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  connectorChanges,
  qualysSettingsWeakenPermission,
  type ConnectorAction,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useMissingPermission } from '../../hooks/useMissingPermission';
import { useToast } from '../../hooks/useToast';
import { ReviewStep } from '../../settings/ReviewStep';
import { ChangedMeanwhile } from '../../settings/SaveProblem';
import { SendDialog } from '../../settings/SendDialog';
import { useReason } from '../../settings/useReason';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import type { ConnectorDialogProps } from './ConnectorDialogs';
import { readConnectorSettings } from './readConnectorSettings';
import { useConnectorWords } from './useConnectorWords';

const ID = 'qualys-connector-action';

export interface ActionDialogProps extends ConnectorDialogProps {
  action: ConnectorAction;
  /** The connector as it was read just before. */
  read: EditableConnector;
}

/** Says what switching or running a connector does, and does it. */
export function ActionDialog(props: ActionDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const words = useConnectorWords();
  const { action, name, object, onChanged, onClose } = props;
  // The state that it is done from.
  const [base, setBase] = useState(props.read);
  const reason = useReason();
  const save = useSettingsSave(readConnectorSettings);
  const weaken = useMissingPermission([
    {
      permission: qualysSettingsWeakenPermission,
      resourceRef: props.entityRef,
    },
  ]);

  const weakening = action === 'disable';
  const after = {
    ...base.settings,
    ...(action !== 'run' && { disabled: action === 'disable' }),
  };
  const changes = connectorChanges(base.settings, after);
  const pointless = action !== 'run' && changes.length === 0;

  const send = async () => {
    const why = weakening ? reason.check() : undefined;
    if (weakening && why === undefined) return false;
    const done = await save.send(() =>
      api.actOnConnector(object, base.version, action, { reason: why }),
    );
    if (done) {
      onChanged();
      toast(t(`connectorSettings.done.${action}`, { name }));
      onClose();
    }
    return true;
  };
  const goOnFrom = (current: EditableConnector) => {
    setBase(current);
    save.clear();
  };
  const lookAgain = async () => {
    const fresh = await save.look(() => api.getConnectorSettings(object));
    if (fresh) setBase(fresh);
  };

  return (
    <SendDialog
      id={ID}
      title={t(`connectorSettings.${action}Of`, { name })}
      dirty={reason.value !== ''}
      save={save}
      sendLabel={t(`connectorSettings.${action}`)}
      blocked={pointless || (weakening && Boolean(weaken.missing))}
      onSend={send}
      conflictIn={current => (
        <ChangedMeanwhile
          changes={connectorChanges(base.settings, current.settings)}
          wordsOf={words}
          onGoOn={() => goOnFrom(current)}
        />
      )}
      onLookAgain={lookAgain}
      onClose={onClose}
    >
      <Typography variant="body1" paragraph>
        {t(`connectorSettings.explain.${action}`)}
      </Typography>
      {action !== 'run' && (
        <ReviewStep
          id={ID}
          changes={changes}
          wordsOf={words}
          weakening={weakening && !pointless}
          reason={reason}
          mayWeaken={!weaken.missing}
          nothing={t(`connectorSettings.already.${action}`)}
        />
      )}
    </SendDialog>
  );
}
