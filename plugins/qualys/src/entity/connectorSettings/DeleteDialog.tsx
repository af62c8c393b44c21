import { useRef, useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { qualysApiRef } from '../../api/QualysApi';
import { useFieldStyles } from '../../components/fieldStyles';
import { FieldHelp } from '../../settings/fields/FieldHelp';
import { ReasonField } from '../../settings/ReasonField';
import { SaveProblem } from '../../settings/SaveProblem';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import { useReason } from '../../settings/useReason';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import type { ConnectorDialogProps } from './ConnectorDialogs';

const ID = 'qualys-connector-delete';

/** Deletes a connector, whose name must be typed for that. */
export function DeleteDialog(props: ConnectorDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toasts = useApi(toastApiRef);
  const fields = useFieldStyles();
  const { name, object, onChanged, onClose } = props;
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const reason = useReason();
  const save = useSettingsSave<true>(async () => undefined);
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const differs = checked && typed !== name;

  const submit = async () => {
    setChecked(true);
    const why = reason.check();
    if (typed !== name || why === undefined) {
      focusFirstError();
      return;
    }
    const done = await save.send(async () => {
      await api.deleteConnector(object, { name: typed, reason: why });
      return true;
    });
    if (!done) return;
    onChanged();
    toasts.post({
      title: t('connectorDeletion.done', { name }),
      status: 'success',
      timeout: 8_000,
    });
    onClose();
  };

  // The page says whether it is still there.
  const lookAgain = () => {
    onChanged();
    onClose();
  };

  return (
    <SettingsDialog
      id={ID}
      title={t('connectorDeletion.title', { name })}
      dirty={typed !== '' || reason.value !== ''}
      sending={save.sending}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={save.sending}
        >
          {save.busy ? t(`settings.${save.busy}`) : t('connectorDeletion.send')}
        </Button>
      }
    >
      <div ref={content}>
        <Typography variant="body1" paragraph>
          {t('connectorDeletion.text')}
        </Typography>
        <Box mb={2}>
          <TextField
            id={`${ID}-name`}
            label={t('connectorDeletion.typeName')}
            helperText={
              <FieldHelp
                error={differs ? t('connectorDeletion.nameDiffers') : undefined}
                hint={t('connectorDeletion.typeNameHint', { name })}
              />
            }
            error={differs}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            inputProps={{ autoComplete: 'off' }}
            InputLabelProps={{ className: fields.label }}
            variant="outlined"
            fullWidth
            required
          />
        </Box>
        <ReasonField
          id={`${ID}-reason`}
          value={reason.value}
          onChange={reason.set}
          error={reason.error}
        />
        {save.error && (
          <SaveProblem error={save.error} onLookAgain={lookAgain} />
        )}
      </div>
    </SettingsDialog>
  );
}
