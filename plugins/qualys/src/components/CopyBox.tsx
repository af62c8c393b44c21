import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    box: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    code: {
      margin: 0,
      minWidth: 0,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: '0.8125rem',
    },
  }),
  { name: 'QualysCopyBox' },
);

/** Something that has to be put in elsewhere just as it stands. */
export function CopyBox(props: { text: string; what: string }) {
  const classes = useStyles();
  return (
    <div className={classes.box}>
      <pre className={classes.code}>{props.text}</pre>
      <CopyButton text={props.text} what={props.what} />
    </div>
  );
}
