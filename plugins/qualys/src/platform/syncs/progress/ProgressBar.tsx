import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({ root: { height: 6, borderRadius: theme.shape.borderRadius } }),
  { name: 'QualysProgressBar' },
);

export interface ProgressBarProps {
  label: string;
  /** How far it is, in words. */
  text: string;
  /** From 0 to 1; undefined where nobody knows. */
  fraction: number | undefined;
}

/** How far something has come. */
export function ProgressBar(props: ProgressBarProps) {
  const classes = useStyles();
  const { fraction } = props;
  return (
    <LinearProgress
      className={classes.root}
      variant={fraction === undefined ? 'indeterminate' : 'determinate'}
      value={fraction === undefined ? undefined : Math.round(fraction * 100)}
      aria-label={props.label}
      aria-valuetext={props.text}
    />
  );
}
