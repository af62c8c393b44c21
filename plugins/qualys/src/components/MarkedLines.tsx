import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';

const ICONS = { ok: OkIcon, warning: WarningIcon, error: ErrorIcon };

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
    ok: { color: theme.palette.status.ok },
    warning: { color: theme.palette.status.warning },
    error: { color: theme.palette.status.error },
  }),
  { name: 'QualysMarkedLines' },
);

/** A list of what there is to know, line by line: of {@link MarkedLine}s. */
export function MarkedLines(props: {
  'aria-label'?: string;
  'aria-labelledby'?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return <ul className={classes.list} {...props} />;
}

export interface MarkedLineProps {
  /** How it stands, as a picture beside the words; none unless given. */
  mark?: keyof typeof ICONS;
  /** Whether it stands by itself, and in no list. */
  alone?: boolean;
  children: ReactNode;
}

/** A line that is marked by how it stands. */
export function MarkedLine(props: MarkedLineProps) {
  const classes = useStyles();
  const { alone, mark } = props;
  const Icon = mark && ICONS[mark];
  return (
    <Typography
      component={alone ? 'div' : 'li'}
      variant="body1"
      className={classes.line}
    >
      {Icon && <Icon className={mark && classes[mark]} aria-hidden />}
      <span>{props.children}</span>
    </Typography>
  );
}
