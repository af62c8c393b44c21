import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';

const useStyles = makeStyles(
  theme => ({
    line: { display: 'block' },
    // The theme's own colour of errors is too pale for a text.
    warning: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      color: theme.palette.text.primary,
    },
    icon: { color: theme.palette.status.warning, fontSize: '1.1rem' },
    error: { color: theme.palette.status.error, fontSize: '1.1rem' },
  }),
  { name: 'QualysFieldHelp' },
);

export interface FieldHelpProps {
  /** What is wrong; it stands in the place of the hint. */
  error?: string;
  hint?: string;
  /** What is allowed, and still to be known. */
  warnings?: readonly string[];
}

/** What stands below a field. Only what may stand in a paragraph. */
export function FieldHelp(props: FieldHelpProps) {
  const classes = useStyles();
  const { error, hint } = props;
  return (
    <>
      {error && (
        <span className={classes.warning}>
          <ErrorIcon className={classes.error} aria-hidden />
          <span>{error}</span>
        </span>
      )}
      {!error && hint && <span className={classes.line}>{hint}</span>}
      {props.warnings?.map(warning => (
        <span key={warning} className={classes.warning}>
          <WarningIcon className={classes.icon} aria-hidden />
          <span>{warning}</span>
        </span>
      ))}
    </>
  );
}

/** Whether there is anything to stand below a field. */
export function hasHelp({ error, hint, warnings }: FieldHelpProps): boolean {
  return Boolean(error || hint || warnings?.length);
}
