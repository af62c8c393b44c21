import { makeStyles } from '@material-ui/core/styles';
import SuccessIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import DisabledIcon from '@material-ui/icons/PauseCircleOutline';
import PendingIcon from '@material-ui/icons/Schedule';
import type { ConnectorState } from 'qualys-model';

const ICONS = {
  success: SuccessIcon,
  pending: PendingIcon,
  error: ErrorIcon,
  disabled: DisabledIcon,
  unknown: UnknownIcon,
};

// Doubled, because a chip that holds the icon has a colour of its own for it.
const useStyles = makeStyles(
  theme => ({
    success: { '&&': { color: theme.palette.status.ok } },
    pending: { '&&': { color: theme.palette.status.running } },
    error: { '&&': { color: theme.palette.status.error } },
    disabled: { '&&': { color: theme.palette.status.aborted } },
    unknown: { '&&': { color: theme.palette.status.warning } },
  }),
  { name: 'QualysStateIcon' },
);

export interface StateIconProps {
  state: ConnectorState;
  /** What a chip that holds the icon gives it. */
  className?: string;
}

/** The state of a connector as a picture, beside the word for it. */
export function StateIcon(props: StateIconProps) {
  const classes = useStyles();
  const Icon = ICONS[props.state];
  return (
    <Icon
      fontSize="small"
      className={`${props.className ?? ''} ${classes[props.state]}`}
      aria-hidden
    />
  );
}
