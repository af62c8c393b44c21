import { useState, type FormEvent, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    form: { display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 },
    title: { overflowWrap: 'anywhere' },
    actions: {
      padding: theme.spacing(1.5, 3),
      flexWrap: 'wrap',
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1, 2) },
    },
  }),
  { name: 'QualysSettingsDialog' },
);

export interface SettingsDialogProps {
  /** What the ids of its parts begin with. */
  id: string;
  title: ReactNode;
  /** Whether closing it would lose what somebody has typed; asked when it is closed, where it is a function. */
  dirty?: boolean | (() => boolean);
  /** While something is on its way it cannot be closed. */
  sending?: boolean;
  onClose: () => void;
  /** What the buttons of type `submit` do. */
  onSubmit?: () => void;
  /** The buttons beside the one that closes it. */
  actions?: ReactNode;
  /** What the button that closes it says. */
  closeLabel?: string;
  children: ReactNode;
}

/**
 * The frame of everything that changes settings. It covers narrow screens,
 * gives the focus back to where it came from, and asks before it loses what
 * was typed.
 */
export function SettingsDialog(props: SettingsDialogProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const [asking, setAsking] = useState(false);
  const { id, sending = false, dirty = false, onClose } = props;

  const close = () => {
    if (sending) return;
    if (typeof dirty === 'function' ? dirty() : dirty) setAsking(true);
    else onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Forms of dialogs that open from this one bubble up to it.
    event.stopPropagation();
    if (!sending) props.onSubmit?.();
  };

  return (
    <Dialog
      open
      onClose={close}
      aria-labelledby={`${id}-title`}
      maxWidth="md"
      fullWidth
      fullScreen={narrow}
      data-qualys-part="settings-dialog"
    >
      <form noValidate onSubmit={submit} className={classes.form}>
        <DialogTitle id={`${id}-title`} className={classes.title}>
          {props.title}
        </DialogTitle>
        <DialogContent dividers>{props.children}</DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={close} disabled={sending}>
            {props.closeLabel ?? t('settings.cancel')}
          </Button>
          {props.actions}
        </DialogActions>
      </form>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        aria-labelledby={`${id}-discard-title`}
        aria-describedby={`${id}-discard-text`}
        PaperProps={{ role: 'alertdialog' }}
        maxWidth="xs"
      >
        <DialogTitle id={`${id}-discard-title`}>
          {t('settings.discardTitle')}
        </DialogTitle>
        <DialogContent>
          <DialogContentText id={`${id}-discard-text`} color="textPrimary">
            {t('settings.discardText')}
          </DialogContentText>
        </DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={onClose}>{t('settings.discard')}</Button>
          <Button
            variant="contained"
            color="primary"
            onClick={() => setAsking(false)}
            // In a dialog that asks, the harmless answer has the focus.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            // The ripple of a focus that is there from the start has no place yet.
            disableFocusRipple
          >
            {t('settings.keepEditing')}
          </Button>
        </DialogActions>
      </Dialog>
    </Dialog>
  );
}
