import { useState, type FormEvent } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { Binding, BindingAction } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import {
  toQualysApiError,
  type QualysApiError,
} from '../../api/QualysApiError';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useQualysTranslation } from '../../translation';
import { nameOf } from '../entityName';
import { objectOf } from './objectOf';

/** What somebody is about to decide. */
export interface Decision {
  claim: Binding;
  action: BindingAction;
}

export interface DecisionDialogProps {
  decision: Decision;
  onClose: () => void;
  onDecided: () => void;
}

/** Says what a decision brings, takes a reason, and carries it out. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { t } = useQualysTranslation();
  const { claim, action } = props.decision;
  const { reason, setReason, sending, error, send } = useDecision(props);
  const names = { entity: nameOf(claim.entityRef), object: objectOf(claim) };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  return (
    <Dialog
      open
      onClose={sending ? undefined : props.onClose}
      aria-labelledby="qualys-decision-title"
      aria-describedby="qualys-decision-text"
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={onSubmit}>
        <DialogTitle id="qualys-decision-title">
          {t(`decision.${action}.title`)}
        </DialogTitle>
        <DialogContent>
          <DialogContentText id="qualys-decision-text" color="textPrimary">
            {t(`decision.${action}.${claim.type}`, {
              ...names,
              owner: nameOf(claim.owner, 'group'),
            })}
            {claim.alsoBoundTo.length > 0 && (
              <>
                {' '}
                {t('decision.also', {
                  count: claim.alsoBoundTo.length,
                  entities: claim.alsoBoundTo
                    .map(entity => nameOf(entity))
                    .join(', '),
                })}
              </>
            )}
          </DialogContentText>
          <TextField
            id="qualys-decision-reason"
            label={t('decision.reason')}
            helperText={t('decision.reasonHint')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            inputProps={{ maxLength: 1000 }}
            variant="outlined"
            multiline
            minRows={2}
            fullWidth
          />
          {error && (
            <Box mt={2}>
              <ProblemNotice error={error} />
            </Box>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose} disabled={sending}>
            {t('decision.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={sending}
          >
            {sending ? t('decision.sending') : t(`decision.${action}.confirm`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useDecision({ decision, onDecided }: DecisionDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toasts = useApi(toastApiRef);
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<QualysApiError>();
  const { claim, action } = decision;

  const send = async () => {
    setSending(true);
    setError(undefined);
    try {
      await api.decideBinding(claim.id, action, {
        reason: reason.trim() || undefined,
      });
      toasts.post({
        title: t(`decision.${action}.done`, {
          entity: nameOf(claim.entityRef),
          object: objectOf(claim),
        }),
        status: 'success',
        timeout: 8_000,
      });
      onDecided();
    } catch (problem) {
      // What was typed stays, and so does the dialog.
      setError(toQualysApiError(problem));
      setSending(false);
    }
  };

  return { reason, setReason, sending, error, send };
}
