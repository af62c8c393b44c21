import { useRef } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  connectorChanges,
  qualysSettingsWeakenPermission,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { useMissingPermission } from '../../hooks/useMissingPermission';
import { ReviewStep } from '../../settings/ReviewStep';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import { useQualysTranslation } from '../../translation';
import { ConnectorFields } from './ConnectorFields';
import {
  useConnectorEdit,
  type ConnectorEditOptions,
} from './useConnectorEdit';
import { useConnectorWords } from './useConnectorWords';

const ID = 'qualys-connector';

/** The form of a connector, the review of what will change, and the way to Qualys. */
export function ConnectorEditor(props: ConnectorEditOptions) {
  const { t } = useQualysTranslation();
  const words = useConnectorWords();
  const edit = useConnectorEdit(props);
  const { base, changes, form, reason, reviewed, save, weakening } = edit;
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const weaken = useMissingPermission([
    {
      permission: qualysSettingsWeakenPermission,
      resourceRef: props.entityRef,
    },
  ]);
  const title = t('connectorSettings.editOf', { name: props.name });

  if (base.locked) {
    return (
      <SettingsDialog
        id={ID}
        title={title}
        onClose={props.onClose}
        closeLabel={t('settings.close')}
      >
        <Notice severity="info" title={t('connectorSettings.locked.title')}>
          {t(
            base.locked === 'legacyExternalId'
              ? 'connectorSettings.locked.legacyExternalId'
              : 'connectorSettings.notInCloudView',
          )}
        </Notice>
      </SettingsDialog>
    );
  }

  const submit = async () => {
    if (!reviewed) {
      await edit.check();
      focusFirstError();
      return;
    }
    const why = weakening ? reason.check() : undefined;
    if (weakening && why === undefined) focusFirstError();
    else await edit.update(why);
  };
  const { conflict, error, sending } = save;
  const label = reviewed ? t('settings.save') : t('settings.review');
  return (
    <SettingsDialog
      id={ID}
      title={title}
      dirty={edit.dirty()}
      sending={sending}
      onClose={props.onClose}
      onSubmit={submit}
      actions={
        <>
          {reviewed && (
            <Button onClick={edit.back} disabled={sending}>
              {t('settings.back')}
            </Button>
          )}
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={
              sending ||
              conflict !== undefined ||
              (reviewed !== undefined &&
                (changes.length === 0 ||
                  (weakening && Boolean(weaken.missing))))
            }
          >
            {sending ? t('settings.saving') : label}
          </Button>
        </>
      }
    >
      <div ref={content}>
        {reviewed ? (
          <ReviewStep
            id={ID}
            changes={changes}
            wordsOf={words}
            weakening={weakening}
            reason={reason}
            mayWeaken={!weaken.missing}
          />
        ) : (
          <>
            <Box mb={2}>
              <Typography variant="body2">
                {t('connectorSettings.form.intro')}
              </Typography>
            </Box>
            <ConnectorFields
              form={form}
              base={base}
              entityRef={props.entityRef}
            />
          </>
        )}
        {conflict && (
          <ChangedMeanwhile
            changes={connectorChanges(base.settings, conflict.settings)}
            wordsOf={words}
            onGoOn={() => edit.goOnFrom(conflict)}
          />
        )}
        {error && <SaveProblem error={error} onLookAgain={edit.lookAgain} />}
      </div>
    </SettingsDialog>
  );
}
