import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  securityHubChanges,
  type SecurityHubIntegrationDetails,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useToast } from '../../hooks/useToast';
import { hubChanges } from '../../securityHub/form/hubChanges';
import { useHubWords } from '../../securityHub/useHubWords';
import { ReviewStep } from '../../settings/ReviewStep';
import { ChangedMeanwhile } from '../../settings/SaveProblem';
import { TypedNameDialog } from '../../settings/TypedNameDialog';
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
  const toast = useToast();
  const words = useHubWords();
  const { action, onChanged, onClose } = props;
  // The state that it is done from.
  const [base, setBase] = useState(props.read);
  const save = useSettingsSave<Details>(readHub);
  const { name } = base;

  const call = async (confirmed: { name: string; reason: string }) => {
    if (action === 'removeAccounts') {
      return api.removeSecurityHubAccounts(base, base.version, confirmed);
    }
    await api.deleteSecurityHubIntegration(base, base.version, confirmed);
    return base;
  };
  const send = async (confirmed: { name: string; reason: string }) => {
    const done = await save.send(() => call(confirmed));
    if (!done) {
      // Some of it may be done.
      onChanged();
      return;
    }
    toast(
      t(action === 'delete' ? 'hubs.deleted' : 'hubs.accountsRemoved', {
        name,
      }),
    );
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
    <TypedNameDialog
      id={ID}
      title={props.title}
      name={name}
      words={{
        label: t('hubs.typeName'),
        hint: t('hubs.typeNameHint', { name }),
        differs: t('hubs.nameDiffers'),
      }}
      save={save}
      sendLabel={t(action === 'delete' ? 'hubs.delete' : 'hubs.removeAccounts')}
      onConfirmed={send}
      conflictIn={current => (
        <ChangedMeanwhile
          changes={hubChanges(base, current)}
          wordsOf={words}
          onGoOn={() => goOnFrom(current)}
        />
      )}
      onLookAgain={lookAgain}
      onClose={onClose}
    >
      {(nameField, reason) => (
        <>
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
            <Box mt={2}>{nameField}</Box>
          </ReviewStep>
        </>
      )}
    </TypedNameDialog>
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
