import Chip from '@material-ui/core/Chip';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import SuccessIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import DisabledIcon from '@material-ui/icons/PauseCircleOutline';
import PendingIcon from '@material-ui/icons/Schedule';
import type { ConnectorState } from 'qualys-model';
import { useQualysTranslation, type Translate } from '../translation';

const ICONS = {
  success: SuccessIcon,
  pending: PendingIcon,
  error: ErrorIcon,
  disabled: DisabledIcon,
  unknown: UnknownIcon,
};

// Only the icon is coloured: the status colours are too pale for text.
const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, color: theme.palette.text.primary },
    success: { color: theme.palette.status.ok },
    pending: { color: theme.palette.status.running },
    error: { color: theme.palette.status.error },
    disabled: { color: theme.palette.status.aborted },
    unknown: { color: theme.palette.status.warning },
  }),
  { name: 'QualysStateChip' },
);

export interface StateChipProps {
  state: ConnectorState;
  /** The word that Qualys used. */
  reportedState: string;
}

/** The state of a connector, as an icon and a word. */
export function StateChip(props: StateChipProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const Icon = ICONS[props.state];
  return (
    <Tooltip title={meaningOf(props, t)}>
      <Chip
        size="small"
        variant="outlined"
        className={classes.root}
        icon={<Icon className={classes[props.state]} aria-hidden />}
        label={t(`connectorState.${props.state}`)}
      />
    </Tooltip>
  );
}

/** What a state means, in a sentence. */
export function meaningOf(props: StateChipProps, t: Translate): string {
  return props.state === 'unknown'
    ? t('connectorStateMeaning.unknown', { reportedState: props.reportedState })
    : t(`connectorStateMeaning.${props.state}`);
}
