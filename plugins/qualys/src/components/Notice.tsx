import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';

const ICONS = { info: InfoIcon, warning: WarningIcon, error: ErrorIcon };

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    info: { color: theme.palette.status.running },
    warning: { color: theme.palette.status.warning },
    error: { color: theme.palette.status.error },
    title: { fontWeight: theme.typography.fontWeightBold as number },
  }),
  { name: 'QualysNotice' },
);

export interface NoticeProps {
  severity: 'info' | 'warning' | 'error';
  title: ReactNode;
  children?: ReactNode;
  /** A button, for example to try again. */
  action?: ReactNode;
}

/** Says what happened, what it means and what can be done about it. */
export function Notice(props: NoticeProps) {
  const classes = useStyles();
  const Icon = ICONS[props.severity];
  return (
    <div
      className={classes.root}
      role={props.severity === 'error' ? 'alert' : 'status'}
    >
      <Icon className={classes[props.severity]} aria-hidden />
      <div>
        <Typography variant="body1" className={classes.title}>
          {props.title}
        </Typography>
        {props.children && (
          <Typography variant="body2" component="div">
            {props.children}
          </Typography>
        )}
        {props.action && <Box mt={1}>{props.action}</Box>}
      </div>
    </div>
  );
}
