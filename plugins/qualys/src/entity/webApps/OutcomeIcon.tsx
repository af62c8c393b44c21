import { makeStyles } from '@material-ui/core/styles';
import CanceledIcon from '@material-ui/icons/Block';
import SucceededIcon from '@material-ui/icons/CheckCircle';
import FailedIcon from '@material-ui/icons/Error';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import RunningIcon from '@material-ui/icons/Timelapse';
import type { WebAppScan } from 'backstage-plugin-qualys-common';

// Each has a shape of its own, for those who do not see colours.
const ICONS = {
  running: RunningIcon,
  succeeded: SucceededIcon,
  failed: FailedIcon,
  canceled: CanceledIcon,
  unknown: UnknownIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: { display: 'block' },
    running: { color: theme.palette.status.running },
    succeeded: { color: theme.palette.status.ok },
    failed: { color: theme.palette.status.error },
    canceled: { color: theme.palette.status.aborted },
    unknown: { color: theme.palette.status.warning },
  }),
  { name: 'QualysScanOutcomeIcon' },
);

/** What a scan came to as a picture, beside the word for it. */
export function OutcomeIcon(props: { outcome: WebAppScan['outcome'] }) {
  const classes = useStyles();
  const Icon = ICONS[props.outcome];
  return (
    <Icon
      fontSize="small"
      className={`${classes.root} ${classes[props.outcome]}`}
      aria-hidden
    />
  );
}
