import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import CancelledIcon from '@material-ui/icons/Block';
import RejectedIcon from '@material-ui/icons/CancelOutlined';
import ActiveIcon from '@material-ui/icons/CheckCircleOutline';
import DraftIcon from '@material-ui/icons/EditOutlined';
import FailedIcon from '@material-ui/icons/ErrorOutline';
import SubmittedIcon from '@material-ui/icons/HourglassEmpty';
import ProvisioningIcon from '@material-ui/icons/Sync';
import ExpiredIcon from '@material-ui/icons/TimerOff';
import ApprovedIcon from '@material-ui/icons/ThumbUpOutlined';
import AccessIcon from '@material-ui/icons/VpnKeyOutlined';
import type { RequestState } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';

const LOOKS = {
  draft: [DraftIcon, 'idle'],
  submitted: [SubmittedIcon, 'waiting'],
  approved: [ApprovedIcon, 'moving'],
  awaitingAccess: [AccessIcon, 'waiting'],
  provisioning: [ProvisioningIcon, 'moving'],
  verifying: [ProvisioningIcon, 'moving'],
  active: [ActiveIcon, 'good'],
  failed: [FailedIcon, 'bad'],
  rejected: [RejectedIcon, 'bad'],
  cancelled: [CancelledIcon, 'idle'],
  expired: [ExpiredIcon, 'idle'],
} as const satisfies Record<RequestState, readonly [unknown, string]>;

// Doubled, because a chip that holds the icon has a colour of its own for it.
const useStyles = makeStyles(
  theme => ({
    // Only the icon is coloured: the status colours are too pale for text.
    chip: { margin: 0, color: theme.palette.text.primary },
    idle: { '&&': { color: theme.palette.textSubtle } },
    waiting: { '&&': { color: theme.palette.status.warning } },
    moving: { '&&': { color: theme.palette.status.running } },
    good: { '&&': { color: theme.palette.status.ok } },
    bad: { '&&': { color: theme.palette.status.error } },
  }),
  { name: 'QualysRequestState' },
);

export interface RequestStateIconProps {
  state: RequestState;
  /** What a chip that holds the icon gives it. */
  className?: string;
}

/** How far a request has come, as a picture beside the words for it. */
export function RequestStateIcon(props: RequestStateIconProps) {
  const classes = useStyles();
  const [Icon, look] = LOOKS[props.state];
  return (
    <Icon
      fontSize="small"
      className={`${props.className ?? ''} ${classes[look]}`}
      aria-hidden
    />
  );
}

/** How far a request has come, as an icon and words. */
export function RequestStateChip(props: { state: RequestState }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <Chip
      size="small"
      variant="outlined"
      className={classes.chip}
      icon={<RequestStateIcon state={props.state} />}
      label={t(`requests.state.${props.state}`)}
    />
  );
}
