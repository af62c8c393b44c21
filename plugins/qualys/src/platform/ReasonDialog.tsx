import { useState, type FormEvent, type ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { toQualysApiError, type QualysApiError } from '../api/QualysApiError';
import { ProblemNotice } from '../components/ProblemNotice';
import { useToast } from '../hooks/useToast';
import { useQualysTranslation } from '../translation';

export interface ReasonDialogProps {
  /** What the ids of its parts begin with. */
  id: string;
  title: string;
  /** What the decision brings. */
  text: ReactNode;
  /** What the button that carries it out says. */
  confirm: string;
  /**
   * Carries it out.
   *
   * @param reason - undefined where none was given
   * @returns what is said when it is done
   */
  decide: (reason: string | undefined) => Promise<string>;
  onDecided: () => void;
  onClose: () => void;
  /** For what is decided about a state, and is refused where that has changed. */
  outdated?: {
    /** What the button that closes the dialog says then. */
    close: string;
    onOutdated: () => void;
  };
}

/** Says what a decision brings, takes a reason, and carries it out. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useQualysTranslation();
  const { id, onClose } = props;
  const { reason, setReason, sending, error, send } = useDecision(props);
  // Sending it again would be refused again: it is about another state.
  const outdated = error?.code === 'conflict' ? props.outdated : undefined;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  return (
    <Dialog
      open
      onClose={sending ? undefined : onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={onSubmit}>
        <DialogTitle id={`${id}-title`}>{props.title}</DialogTitle>
        <DialogContent>
          <DialogContentText id={`${id}-text`} color="textPrimary">
            {props.text}
          </DialogContentText>
          <TextField
            id={`${id}-reason`}
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
          <Button onClick={onClose} disabled={sending}>
            {outdated ? outdated.close : t('decision.cancel')}
          </Button>
          {!outdated && (
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={sending}
            >
              {sending ? t('decision.sending') : props.confirm}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useDecision({ decide, onDecided, outdated }: ReasonDialogProps) {
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<QualysApiError>();

  const send = async () => {
    setSending(true);
    setError(undefined);
    try {
      const title = await decide(reason.trim() || undefined);
      toast(title);
      onDecided();
    } catch (problem) {
      // What was typed stays, and so does the dialog.
      const refused = toQualysApiError(problem);
      setError(refused);
      setSending(false);
      if (refused.code === 'conflict') outdated?.onOutdated();
    }
  };

  return { reason, setReason, sending, error, send };
}
