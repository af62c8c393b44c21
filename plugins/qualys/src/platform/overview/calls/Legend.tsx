import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useQualysTranslation } from '../../../translation';
import { useKindColours } from './chartLooks';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    entry: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    swatch: { width: 14, height: 14, borderRadius: 2 },
    line: {
      width: 22,
      borderTop: `2px dashed ${theme.palette.text.primary}`,
    },
  }),
  { name: 'QualysCallLegend' },
);

/** What the colours of the charts mean. */
export function Legend(props: { refused: boolean; share: boolean }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const colours = useKindColours();
  const kinds = (['background', 'user', 'refused'] as const).filter(
    kind => kind !== 'refused' || props.refused,
  );
  return (
    <Typography
      component="ul"
      variant="body2"
      className={classes.root}
      // The figures stand in words below, kind by kind.
      aria-hidden
    >
      {kinds.map(kind => (
        <li key={kind} className={classes.entry}>
          <span
            className={classes.swatch}
            style={{ backgroundColor: colours[kind] }}
          />
          {t(`calls.kind.${kind}`)}
        </li>
      ))}
      {props.share && (
        <li className={classes.entry}>
          <span className={classes.line} />
          {t('calls.share')}
        </li>
      )}
    </Typography>
  );
}
