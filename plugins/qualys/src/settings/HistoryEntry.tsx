import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { SettingsHistoryEntry } from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { Notice } from '../components/Notice';
import { RelativeTime } from '../components/RelativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation } from '../translation';
import { ChangeList, type WordsOf } from './ChangeList';
import { StepList } from './StepList';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2, 0),
      overflowWrap: 'anywhere',
      '&:not(:last-child)': {
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '&:first-child': { paddingTop: 0 },
    },
    sub: { color: theme.palette.textSubtle },
    reason: { whiteSpace: 'pre-wrap' },
  }),
  { name: 'QualysHistoryEntry' },
);

export interface HistoryEntryProps {
  entry: SettingsHistoryEntry;
  /** What it is about, where that does not go without saying. */
  where?: ReactNode;
  wordsOf: WordsOf;
  /** Begins a change with the settings of the entry, or nothing where they are of no use for it. */
  restoring?: (entry: SettingsHistoryEntry) => (() => void) | undefined;
}

/** One thing that somebody did with an object. */
export function HistoryEntry(props: HistoryEntryProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { entry } = props;
  const { at, actor, action, outcome, changes, reason } = entry;
  // What was refused, or may not have come, was never how things stood.
  const restore =
    outcome === 'done' && entry.settings !== undefined
      ? props.restoring?.(entry)
      : undefined;
  const exactly = DateTime.fromISO(at, { locale }).toLocaleString(
    DateTime.DATETIME_MED,
  );
  return (
    <li className={classes.root}>
      <Typography variant="body1" component="div">
        <strong>{t(`settings.action.${action}`)}</strong>
      </Typography>
      <Typography variant="body2" component="div" className={classes.sub}>
        {t('settings.history.byAt', {
          who: <EntityRefLink entityRef={actor} defaultKind="user" />,
          when: <RelativeTime value={at} inList />,
        })}
        {` · ${exactly}`}
      </Typography>
      {props.where && (
        <Typography variant="body2" component="div">
          {props.where}
        </Typography>
      )}
      {outcome !== 'done' && (
        <Box my={1}>
          <Notice
            severity="warning"
            title={t(`settings.outcome.${outcome}.title`)}
          >
            {t(`settings.outcome.${outcome}.text`)}
            {entry.steps && (
              <StepList
                steps={entry.steps}
                label={t('settings.steps.failedTitle')}
              />
            )}
          </Notice>
        </Box>
      )}
      {changes.length > 0 && (
        <ChangeList
          changes={changes}
          wordsOf={props.wordsOf}
          label={t('settings.history.changes')}
        />
      )}
      {reason && (
        <Typography variant="body2" className={classes.reason}>
          {t('settings.history.reason', { reason })}
        </Typography>
      )}
      {restore && (
        <Box mt={1}>
          <Button
            variant="outlined"
            size="small"
            onClick={restore}
            aria-label={t('settings.history.restoreOf', { when: exactly })}
          >
            {t('settings.history.restore')}
          </Button>
        </Box>
      )}
    </li>
  );
}
