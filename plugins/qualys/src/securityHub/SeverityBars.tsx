import { makeStyles } from '@material-ui/core/styles';
import { SEVERITIES } from '../components/severity';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'flex-end',
      gap: 2,
      height: 14,
      marginRight: theme.spacing(1),
    },
    bar: {
      width: 4,
      borderRadius: 1,
      border: `1px solid ${theme.palette.primary.main}`,
    },
    on: { backgroundColor: theme.palette.primary.main },
  }),
  { name: 'QualysSeverityBars' },
);

/** Which severities are posted as a picture, beside the words for it. */
export function SeverityBars(props: { minSeverity: number }) {
  const classes = useStyles();
  return (
    <span className={classes.root} aria-hidden>
      {SEVERITIES.map(severity => (
        <span
          key={severity}
          className={`${classes.bar} ${
            severity >= props.minSeverity ? classes.on : ''
          }`}
          style={{ height: 4 + severity * 2 }}
        />
      ))}
    </span>
  );
}
