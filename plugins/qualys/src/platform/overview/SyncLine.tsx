import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubscriptionStatus } from 'backstage-plugin-qualys-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { PartLink } from '../PlatformPaths';
import { inWords } from '../../components/inWords';
import { fractionOf, ProgressBar, runningOf } from '../syncs/progress';

const useStyles = makeStyles(
  theme => ({
    // A sync that begins or ends moves nothing below it.
    root: {
      display: 'grid',
      gap: theme.spacing(0.5),
      fontVariantNumeric: 'tabular-nums',
    },
    place: { height: 6 },
  }),
  { name: 'QualysSyncLine' },
);

/** Whether a sync is under way, and how far it is. */
export function SyncLine(props: { subscription: SubscriptionStatus }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { subscription } = props;
  const { interval, title } = subscription;
  const run = runningOf(subscription);
  if (!run) {
    return (
      <div className={classes.root}>
        <Typography variant="body2">
          <PartLink to="syncs">
            {interval === undefined
              ? t('overview.idle')
              : t('overview.idleEvery', {
                  duration: inWords(interval, locale),
                })}
          </PartLink>
        </Typography>
        <div className={classes.place} />
      </div>
    );
  }

  const readings = run.progress?.readings ?? [];
  const calls = run.progress?.calls ?? 0;
  const records = readings.reduce((sum, { read }) => sum + read, 0);
  const text = t('overview.running', {
    records: t('overview.runningRecords', {
      count: records,
      number: records.toLocaleString(locale),
    }),
    calls: t('progress.calls', {
      count: calls,
      number: calls.toLocaleString(locale),
    }),
  });
  return (
    <div className={classes.root}>
      <Typography variant="body2">
        <PartLink to="syncs">{text}</PartLink>
      </Typography>
      <ProgressBar
        label={t('progress.of', { title })}
        text={text}
        fraction={run.progress && fractionOf(readings)}
      />
    </div>
  );
}
