import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  TRIGGERED_BY_SCHEDULE,
  type SubscriptionStatus,
  type SyncRun,
} from 'backstage-plugin-qualys-common';
import { DateTime, Duration } from 'luxon';
import { RelativeTime } from '../../components/RelativeTime';
import { RowHeader } from '../../components/RowsTable';
import { useTableStyles } from '../../components/tableStyles';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { Outcome } from './Outcome';

const COUNTS = [
  'seen',
  'added',
  'changed',
  'removed',
  'heldBack',
  'skipped',
] as const;

const useStyles = makeStyles(
  theme => ({
    heading: { marginTop: theme.spacing(2) },
  }),
  { name: 'QualysRuns' },
);

/** The latest syncs of a subscription, newest first. */
export function Runs(props: { subscription: SubscriptionStatus }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const tableClasses = useTableStyles();
  const { runs, title } = props.subscription;
  return (
    <>
      <Typography
        variant="subtitle1"
        component="h4"
        className={classes.heading}
      >
        {t('syncs.runs')}
      </Typography>
      {runs.length === 0 ? (
        <Typography variant="body2">{t('syncs.noRuns')}</Typography>
      ) : (
        <TableContainer>
          <Table
            size="small"
            className={tableClasses.table}
            aria-label={t('syncs.runsOf', { title })}
          >
            <TableHead>
              <TableRow>
                <TableCell>{t('syncs.startedAt')}</TableCell>
                <TableCell>{t('syncs.duration')}</TableCell>
                <TableCell>{t('syncs.trigger')}</TableCell>
                <TableCell>{t('syncs.outcome')}</TableCell>
                {COUNTS.map(count => (
                  <TableCell
                    key={count}
                    align="right"
                    title={
                      count === 'heldBack' || count === 'skipped'
                        ? t(`syncs.${count}Meaning`)
                        : undefined
                    }
                  >
                    {t(`syncs.${count}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {runs.map(run => (
                <Run key={run.id} run={run} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  );
}

function Run(props: { run: SyncRun }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const locale = useLanguage();
  const { run } = props;
  return (
    <TableRow>
      <RowHeader>
        <RelativeTime value={run.startedAt} />
      </RowHeader>
      <TableCell className={classes.line}>{durationOf(run, locale)}</TableCell>
      <TableCell>
        {run.trigger === TRIGGERED_BY_SCHEDULE ? (
          t('syncs.bySchedule')
        ) : (
          <EntityRefLink entityRef={run.trigger} defaultKind="user" />
        )}
      </TableCell>
      <TableCell className={classes.text}>
        <Outcome run={run} />
      </TableCell>
      {COUNTS.map(count => (
        <TableCell key={count} align="right">
          {run[count].toLocaleString(locale)}
        </TableCell>
      ))}
    </TableRow>
  );
}

function durationOf(run: SyncRun, locale: string): string {
  if (!run.endedAt) return '';
  const { minutes = 0, seconds = 0 } = DateTime.fromISO(run.endedAt).diff(
    DateTime.fromISO(run.startedAt),
    ['minutes', 'seconds'],
  );
  return Duration.fromObject(
    minutes > 0
      ? { minutes, seconds: Math.round(seconds) }
      : { seconds: Math.round(seconds * 10) / 10 },
    { locale },
  ).toHuman({ unitDisplay: 'short' });
}
