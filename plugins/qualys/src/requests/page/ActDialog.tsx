import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  requestChanges,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { Properties } from '../../entity/details/Properties';
import { useToast } from '../../hooks/useToast';
import { ReasonField } from '../../settings/ReasonField';
import { ChangedMeanwhile } from '../../settings/SaveProblem';
import { SendDialog } from '../../settings/SendDialog';
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
  const toast = useToast();
  const { act, onClose, onRead } = props;
  // What it is done on the strength of; what changes meanwhile is told, and not slipped in.
  const [base, setBase] = useState(props.request);
  const reason = useReason();
  const save = useSettingsSave<ConnectorRequestDetails>(readRequest);
  const words = useRequestWords(base.provider);
  const name = base.settings.name || t('requestPage.noName');
  const ofAct = wordsOf(act);
  const isNeeded = act === 'reject';
  const stillPossible = save.conflict?.may.includes(act) ?? true;

  const send = async () => {
    const isGiven = reason.value.trim() !== '';
    const why = isNeeded || isGiven ? reason.check() : undefined;
    if ((isNeeded || isGiven) && why === undefined) return false;
    const after = await save.send(() =>
      api.actOnConnectorRequest(base.id, base.version, act, {
        ...(why !== undefined && { reason: why }),
      } as { reason: string }),
    );
    if (after !== undefined) {
      toast(t(`${ofAct}.done`, { name }));
      onRead(after);
      onClose();
    }
    return true;
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
    <SendDialog
      id={ID}
      title={t(`${ofAct}.title`, { name })}
      dirty={reason.value !== ''}
      save={save}
      sendLabel={t(`${ofAct}.send`)}
      sendingLabel={t('requestPage.sending')}
      closeLabel={act === 'cancel' ? t('requestPage.cancel.keep') : undefined}
      onSend={send}
      conflictIn={current => (
        <ChangedMeanwhile
          changes={requestChanges(base.settings, current.settings)}
          wordsOf={words}
          by={t('requestPage.changed.stateNow', {
            state: t(`requests.state.${current.state}`),
          })}
          onGoOn={() => goOn(current)}
        >
          {t(
            stillPossible
              ? 'requestPage.changed.goOn'
              : 'requestPage.changed.noLonger',
          )}
        </ChangedMeanwhile>
      )}
      onLookAgain={lookAgain}
      onClose={onClose}
    >
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
    </SendDialog>
  );
}

/** What is to be known beside the explanation. */
function Besides(props: { act: RequestAct; request: ConnectorRequestDetails }) {
  const { t } = useQualysTranslation();
  const { act, request } = props;
  const { conflicts, connector, mayBeCreated } = request;
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
  return act === 'cancel' && (connector || mayBeCreated) ? (
    <Typography variant="body1" paragraph>
      {t(
        connector
          ? 'requestPage.cancel.leftOver'
          : 'requestPage.cancel.mayBeLeftOver',
      )}
    </Typography>
  ) : null;
}
