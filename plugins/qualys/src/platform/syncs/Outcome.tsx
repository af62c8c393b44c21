import { makeStyles } from '@material-ui/core/styles';
import CompleteIcon from '@material-ui/icons/CheckCircleOutline';
import FailedIcon from '@material-ui/icons/ErrorOutline';
import IncompleteIcon from '@material-ui/icons/ReportProblemOutlined';
import RunningIcon from '@material-ui/icons/Sync';
import type { SyncRun } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../../translation';
import { SkippedRecords } from './SkippedRecords';

const ICONS: Record<SyncRun['outcome'], typeof RunningIcon> = {
  running: RunningIcon,
  complete: CompleteIcon,
  incomplete: IncompleteIcon,
  failed: FailedIcon,
  abandoned: IncompleteIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
    running: { color: theme.palette.status.running },
    complete: { color: theme.palette.status.ok },
    incomplete: { color: theme.palette.status.warning },
    failed: { color: theme.palette.status.error },
    abandoned: { color: theme.palette.status.warning },
  }),
  { name: 'QualysOutcome' },
);

/** How a sync ended, what it read and, where something went wrong, why. */
export function Outcome(props: { run: SyncRun }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { outcome, problem, feeds, disagreements } = props.run;
  const Icon = ICONS[outcome];
  return (
    <>
      <div
        className={classes.root}
        title={t(`syncs.outcomeMeaning.${outcome}`)}
      >
        <Icon fontSize="small" className={classes[outcome]} aria-hidden />
        {t(`syncs.outcomes.${outcome}`)}
      </div>
      {feeds.length > 0 && (
        <div>
          {feeds
            .map(({ feed, kind }) =>
              t(kind === 'full' ? 'syncs.readInFull' : 'syncs.readInPart', {
                feed: t(`feed.${feed}`),
              }),
            )
            .join(', ')}
        </div>
      )}
      {problem && <div>{problem.message}</div>}
      {disagreements > 0 && (
        <div>{t('syncs.disagreements', { count: disagreements })}</div>
      )}
      <SkippedRecords run={props.run} />
    </>
  );
}
