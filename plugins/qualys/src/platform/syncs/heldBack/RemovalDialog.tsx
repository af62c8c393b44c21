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
import type {
  HeldBackRemoval,
  RemovalAction,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../../api/QualysApi';
import {
  toQualysApiError,
  type QualysApiError,
} from '../../../api/QualysApiError';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { useQualysTranslation } from '../../../translation';

/** What somebody is about to decide. */
export interface RemovalChoice {
  /** The removal as it was shown when the choice was made. */
  removal: HeldBackRemoval;
  action: RemovalAction;
}

export interface RemovalDialogProps {
  subscription: string;
  choice: RemovalChoice;
  onClose: () => void;
  /** The choice was made from an older state. */
  onOutdated: () => void;
  onDecided: () => void;
}

/** Says what a decision on missing connectors brings, takes a reason, and carries it out. */
export function RemovalDialog(props: RemovalDialogProps) {
  const { t } = useQualysTranslation();
  const { removal, action } = props.choice;
  const { reason, setReason, sending, error, send } = useRemovalDecision(props);
  const what = {
    count: removal.connectors,
    cloud: t(`provider.${removal.provider}`),
  };
  // Sending it again would be refused again: it is about another state.
  const outdated = error?.code === 'conflict';

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  return (
    <Dialog
      open
      onClose={sending ? undefined : props.onClose}
      aria-labelledby="qualys-removal-title"
      aria-describedby="qualys-removal-text"
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={onSubmit}>
        <DialogTitle id="qualys-removal-title">
          {t(`removal.${action}.title`, what)}
        </DialogTitle>
        <DialogContent>
          <DialogContentText id="qualys-removal-text" color="textPrimary">
            {t(`removal.${action}.text`)}
          </DialogContentText>
          <TextField
            id="qualys-removal-reason"
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
            {t(outdated ? 'removal.lookAgain' : 'decision.cancel')}
          </Button>
          {!outdated && (
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={sending}
            >
              {sending
                ? t('decision.sending')
                : t(`removal.${action}.confirm`, what)}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useRemovalDecision(props: RemovalDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toasts = useApi(toastApiRef);
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<QualysApiError>();
  const { removal, action } = props.choice;
  const { provider, version } = removal;

  const send = async () => {
    setSending(true);
    setError(undefined);
    try {
      const { connectors } = await api.decideRemoval(
        props.subscription,
        action,
        { provider, version, reason: reason.trim() || undefined },
      );
      toasts.post({
        title: t(`removal.${action}.done`, {
          count: connectors,
          cloud: t(`provider.${provider}`),
        }),
        status: 'success',
        timeout: 8_000,
      });
      props.onDecided();
    } catch (problem) {
      const refused = toQualysApiError(problem);
      setError(refused);
      setSending(false);
      if (refused.code === 'conflict') props.onOutdated();
    }
  };

  return { reason, setReason, sending, error, send };
}
