import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useQualysTranslation } from '../../translation';

/** The states of a scan that comes to a good end, in their order. */
const STEPS = ['SUBMITTED', 'RUNNING', 'PROCESSING', 'FINISHED'] as const;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: `repeat(${STEPS.length}, minmax(0, 1fr))`,
      gap: theme.spacing(0.5),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
      maxWidth: '32rem',
    },
    step: {
      borderTop: `4px solid ${theme.palette.divider}`,
      paddingTop: theme.spacing(0.5),
      color: theme.palette.textSubtle,
      overflowWrap: 'anywhere',
    },
    done: { borderTopColor: theme.palette.status.running },
    now: {
      borderTopColor: theme.palette.status.running,
      borderTopStyle: 'dashed',
      color: theme.palette.text.primary,
      fontWeight: theme.typography.fontWeightBold as number,
    },
  }),
  { name: 'QualysScanProgress' },
);

/** How far a scan is that has not come to its end; nothing where Qualys uses another word for it. */
export function ScanProgress(props: { status: string | undefined }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const now = STEPS.findIndex(step => step === props.status?.toUpperCase());
  if (now < 0) return null;
  const looks = (index: number) => {
    if (index < now) return classes.done;
    return index === now ? classes.now : '';
  };
  return (
    <ol className={classes.root} aria-label={t('webApps.scan.progress')}>
      {STEPS.map((step, index) => (
        <Typography
          key={step}
          component="li"
          variant="caption"
          className={`${classes.step} ${looks(index)}`}
          aria-current={index === now ? 'step' : undefined}
        >
          {t(`webApps.word.${step}`)}
        </Typography>
      ))}
    </ol>
  );
}
