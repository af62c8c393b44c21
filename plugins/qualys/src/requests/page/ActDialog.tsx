import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  requestChanges,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { Properties } from '../../entity/details/Properties';
import { ReasonField } from '../../settings/ReasonField';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import { useReason } from '../../settings/useReason';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import type { RequestAct } from './acts';
import { readRequest } from '../readRequest';
import { fixedProperties } from './requestProperties';
import { useRequestWords } from './useRequestWords';

const ID = 'qualys-request-act';

export interface ActDialogProps {
  act: RequestAct;
  request: ConnectorRequestDetails;
  /** How the request stands, as it was just learned. */
  onRead: (request: ConnectorRequestDetails) => void;
  onClose: () => void;
}

// The texts of decisions stand by themselves.
function wordsOf(act: RequestAct) {
  return act === 'approve' || act === 'reject'
    ? (`requestDecision.${act}` as const)
    : (`requestPage.${act}` as const);
}

/** Does one thing with a request, with a reason: says what it brings, and what became of it. */
export function ActDialog(props: ActDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toasts = useApi(toastApiRef);
  const { act, onClose, onRead } = props;
  // What it is done on the strength of; what changes meanwhile is told, and not slipped in.
  const [base, setBase] = useState(props.request);
  const reason = useReason();
  const save = useSettingsSave<ConnectorRequestDetails>(readRequest);
  const words = useRequestWords(base.provider);
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const { conflict, error, sending } = save;
  const name = base.settings.name || t('requestPage.noName');
  const ofAct = wordsOf(act);
  const isNeeded = act === 'reject';
  const stillPossible = conflict?.may.includes(act) ?? true;

  const submit = async () => {
    const isGiven = reason.value.trim() !== '';
    const why = isNeeded || isGiven ? reason.check() : undefined;
    if ((isNeeded || isGiven) && why === undefined) {
      focusFirstError();
      return;
    }
    const after = await save.send(() =>
      api.actOnConnectorRequest(base.id, base.version, act, {
        ...(why !== undefined && { reason: why }),
      } as { reason: string }),
    );
    if (after === undefined) return;
    toasts.post({
      title: t(`${ofAct}.done`, { name }),
      status: 'success',
      timeout: 8_000,
    });
    onRead(after);
    onClose();
  };
  const goOn = (current: ConnectorRequestDetails) => {
    onRead(current);
    if (stillPossible) {
      setBase(current);
      save.clear();
    } else {
      onClose();
    }
  };
  const lookAgain = async () => {
    const fresh = await save.look(() => api.getConnectorRequest(base.id));
    if (fresh === undefined) return;
    onRead(fresh);
    if (fresh.may.includes(act)) setBase(fresh);
    else onClose();
  };

  return (
    <SettingsDialog
      id={ID}
      title={t(`${ofAct}.title`, { name })}
      dirty={reason.value !== ''}
      sending={sending}
      onClose={onClose}
      closeLabel={act === 'cancel' ? t('requestPage.cancel.keep') : undefined}
      onSubmit={submit}
      actions={
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={sending || conflict !== undefined}
        >
          {sending ? t('requestPage.sending') : t(`${ofAct}.send`)}
        </Button>
      }
    >
      <div ref={content}>
        <Typography variant="body1" paragraph>
          {t(`${ofAct}.text`)}
        </Typography>
        <Besides act={act} request={base} />
        <ReasonField
          id={`${ID}-reason`}
          value={reason.value}
          onChange={reason.set}
          error={reason.error}
          hint={t('requestPage.reasonFor')}
          optional={!isNeeded}
        />
        {conflict !== undefined && (
          <ChangedMeanwhile
            changes={requestChanges(base.settings, conflict.settings)}
            wordsOf={words}
            by={t('requestPage.changed.stateNow', {
              state: t(`requests.state.${conflict.state}`),
            })}
            onGoOn={() => goOn(conflict)}
          >
            {t(
              stillPossible
                ? 'requestPage.changed.goOn'
                : 'requestPage.changed.noLonger',
            )}
          </ChangedMeanwhile>
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

/** What is to be known beside the explanation. */
function Besides(props: { act: RequestAct; request: ConnectorRequestDetails }) {
  const { t } = useQualysTranslation();
  const { act, request } = props;
  const { conflicts, connector } = request;
  if (act === 'approve') {
    return (
      <>
        <Properties properties={fixedProperties(request, t)} />
        {conflicts.length > 0 && (
          <Typography variant="body1" paragraph>
            {t('requestDecision.approve.conflicts', {
              count: conflicts.length,
            })}
          </Typography>
        )}
      </>
    );
  }
  return act === 'cancel' && connector ? (
    <Typography variant="body1" paragraph>
      {t('requestPage.cancel.leftOver')}
    </Typography>
  ) : null;
}
