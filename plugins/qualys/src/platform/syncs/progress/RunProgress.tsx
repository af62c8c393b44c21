import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ReadingProgress,
  SubscriptionStatus,
  SyncRun,
} from 'backstage-plugin-qualys-common';
import { ProviderLabel } from '../../../components/ProviderLabel';
import { RelativeTime } from '../../../components/RelativeTime';
import { useLanguage } from '../../../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../../../translation';
import { cloudsOf, type CloudProgress } from './cloudProgress';
import { ProgressBar } from './ProgressBar';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(2, 0),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      // Numbers that grow do not push what stands beside them.
      fontVariantNumeric: 'tabular-nums',
    },
    clouds: {
      display: 'grid',
      gap: theme.spacing(1.5),
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
    },
    cloud: {
      display: 'grid',
      gridTemplateColumns: '5rem minmax(0, 1fr)',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    stages: {
      gridColumn: 2,
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 23rem), 1fr))',
      gap: theme.spacing(0, 2),
      [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' },
    },
    // A text that grows by a line on a narrow screen moves nothing below it.
    stage: { [theme.breakpoints.down('xs')]: { minHeight: '2.86em' } },
    subtle: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysRunProgress' },
);

/** The run of a subscription that has not ended, where there is one. */
export function runningOf(
  subscription: SubscriptionStatus,
): SyncRun | undefined {
  return subscription.runs.find(({ outcome }) => outcome === 'running');
}

/** How far a sync has come, cloud by cloud. */
export function RunProgress(props: { run: SyncRun; title: string }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { progress, startedAt } = props.run;
  return (
    <div
      role="group"
      aria-label={t('progress.of', { title: props.title })}
      className={classes.root}
    >
      <Typography variant="subtitle2" component="h4">
        {t('progress.began', { when: <RelativeTime value={startedAt} /> })}
      </Typography>
      {progress ? (
        <>
          <Typography variant="body2" className={classes.subtle}>
            {t('progress.calls', {
              count: progress.calls,
              number: progress.calls.toLocaleString(locale),
            })}
          </Typography>
          <ul className={classes.clouds}>
            {cloudsOf(progress).map(cloud => (
              <li key={cloud.provider} className={classes.cloud}>
                <Cloud cloud={cloud} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ProgressBar
          label={t('syncs.running')}
          text={t('progress.notYet')}
          fraction={undefined}
        />
      )}
    </div>
  );
}

function Cloud(props: { cloud: CloudProgress }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { provider, readings, fraction } = props.cloud;
  const stages = readings.map(reading => stageOf(reading, t, locale));
  return (
    <>
      <Typography variant="body2" component="div">
        <ProviderLabel provider={provider} />
      </Typography>
      <ProgressBar
        label={t(`provider.${provider}`)}
        text={stages.join('; ')}
        fraction={fraction}
      />
      <div className={classes.stages}>
        {readings.map(({ feed }, index) => (
          <Typography key={feed} variant="body2" className={classes.stage}>
            {stages[index]}
          </Typography>
        ))}
      </div>
    </>
  );
}

/** How far the reading of a feed has come, in words. */
export function stageOf(
  reading: ReadingProgress,
  t: Translate,
  locale: string,
): string {
  const { stage, read, expected } = reading;
  const words = {
    feed: t(`feed.${reading.feed}`),
    read: read.toLocaleString(locale),
  };
  // More may come than there were the last time.
  if (stage === 'reading' && expected && expected >= read) {
    return t('progress.readingOf', {
      ...words,
      expected: expected.toLocaleString(locale),
    });
  }
  return t(`progress.${stage}`, words);
}
