import { useRef, useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  securityHubChanges,
  type SecurityHubIntegrationDetails,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useFieldStyles } from '../../components/fieldStyles';
import { hubChanges } from '../../securityHub/form/hubChanges';
import { useHubWords } from '../../securityHub/useHubWords';
import { FieldHelp } from '../../settings/fields/FieldHelp';
import { ReviewStep } from '../../settings/ReviewStep';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import { useReason } from '../../settings/useReason';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import type { HubDialogProps } from './HubDialogs';
import { readHub } from './readHub';

const ID = 'qualys-security-hub-typed';

type Details = SecurityHubIntegrationDetails;

export interface TypedDialogProps extends HubDialogProps {
  action: 'removeAccounts' | 'delete';
  /** It is done. */
  onDone: () => void;
}

/** Empties or deletes an integration, whose name must be typed for that. */
export function TypedDialog(props: TypedDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toasts = useApi(toastApiRef);
  const words = useHubWords();
  const fields = useFieldStyles();
  const { action, onChanged, onClose } = props;
  // The state that it is done from.
  const [base, setBase] = useState(props.read);
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const reason = useReason();
  const save = useSettingsSave<Details>(readHub);
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const { busy, conflict, error, sending } = save;
  const differs = checked && typed !== base.name;

  const send = async (why: string) => {
    const confirmed = { name: typed, reason: why };
    if (action === 'removeAccounts') {
      return api.removeSecurityHubAccounts(base, base.version, confirmed);
    }
    await api.deleteSecurityHubIntegration(base, base.version, confirmed);
    return base;
  };
  const submit = async () => {
    setChecked(true);
    const why = reason.check();
    if (typed !== base.name || why === undefined) {
      focusFirstError();
      return;
    }
    const done = await save.send(() => send(why));
    if (!done) {
      // Some of it may be done.
      onChanged();
      return;
    }
    toasts.post({
      title: t(action === 'delete' ? 'hubs.deleted' : 'hubs.accountsRemoved', {
        name: base.name,
      }),
      status: 'success',
      timeout: 8_000,
    });
    onClose();
    props.onDone();
  };
  const goOnFrom = (current: Details) => {
    setBase(current);
    save.clear();
  };
  const lookAgain = async () => {
    const fresh = await save.look(() =>
      api.getSecurityHubIntegration(base, { fresh: true }),
    );
    if (fresh) setBase(fresh);
  };

  return (
    <SettingsDialog
      id={ID}
      title={props.title}
      dirty={typed !== '' || reason.value !== ''}
      sending={sending}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={sending || conflict !== undefined}
        >
          {busy
            ? t(`settings.${busy}`)
            : t(action === 'delete' ? 'hubs.delete' : 'hubs.removeAccounts')}
        </Button>
      }
    >
      <div ref={content}>
        <Typography variant="body1" paragraph>
          {t(`hubs.${action}Text`)}
        </Typography>
        {action === 'removeAccounts' && (
          <Typography variant="body2" paragraph>
            {t('hubs.removeAccountsUnknown')}
          </Typography>
        )}
        <ReviewStep
          id={ID}
          changes={changesOf(action, base)}
          wordsOf={words}
          weakening
          reason={reason}
          mayWeaken
        >
          <Box mt={2}>
            <TextField
              id={`${ID}-name`}
              label={t('hubs.typeName')}
              helperText={
                <FieldHelp
                  error={differs ? t('hubs.nameDiffers') : undefined}
                  hint={t('hubs.typeNameHint', { name: base.name })}
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
        </ReviewStep>
        {conflict && (
          <ChangedMeanwhile
            changes={hubChanges(base, conflict)}
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

function changesOf(
  action: TypedDialogProps['action'],
  { name, rows }: Details,
): SettingChange[] {
  const gone = securityHubChanges(rows, []);
  return action === 'delete'
    ? [{ setting: 'name', effect: 'weakening', before: name }, ...gone]
    : gone;
}
