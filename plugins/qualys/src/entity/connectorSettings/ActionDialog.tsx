import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  connectorChanges,
  qualysSettingsWeakenPermission,
  type ConnectorAction,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useMissingPermission } from '../../hooks/useMissingPermission';
import { ReviewStep } from '../../settings/ReviewStep';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
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
  const toasts = useApi(toastApiRef);
  const words = useConnectorWords();
  const { action, name, object, onChanged, onClose } = props;
  // The state that it is done from.
  const [base, setBase] = useState(props.read);
  const reason = useReason();
  const save = useSettingsSave(readConnectorSettings);
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
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

  const submit = async () => {
    const why = weakening ? reason.check() : undefined;
    if (weakening && why === undefined) {
      focusFirstError();
      return;
    }
    const done = await save.send(() =>
      api.actOnConnector(object, base.version, action, { reason: why }),
    );
    if (!done) return;
    onChanged();
    toasts.post({
      title: t(`connectorSettings.done.${action}`, { name }),
      status: 'success',
      timeout: 8_000,
    });
    onClose();
  };
  const goOnFrom = (current: EditableConnector) => {
    setBase(current);
    save.clear();
  };
  const lookAgain = async () => {
    const fresh = await save.look(() => api.getConnectorSettings(object));
    if (fresh) setBase(fresh);
  };

  const { busy, conflict, error, sending } = save;
  return (
    <SettingsDialog
      id={ID}
      title={t(`connectorSettings.${action}Of`, { name })}
      dirty={reason.value !== ''}
      sending={sending}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={
            sending ||
            pointless ||
            conflict !== undefined ||
            (weakening && Boolean(weaken.missing))
          }
        >
          {busy ? t(`settings.${busy}`) : t(`connectorSettings.${action}`)}
        </Button>
      }
    >
      <div ref={content}>
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
        {conflict && (
          <ChangedMeanwhile
            changes={connectorChanges(base.settings, conflict.settings)}
            wordsOf={words}
            onGoOn={() => goOnFrom(conflict)}
          />
        )}
        {error && (
          <SaveProblem
            error={error}
            looked={save.looked}
            onLookAgain={lookAgain}
          />
        )}
      </div>
    </SettingsDialog>
  );
}
