import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  SettingsHistory,
  SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../components/Loading';
import { ProblemNotice } from '../components/ProblemNotice';
import { ShowEarlier } from '../components/ShowEarlier';
import type { EarlierPages } from '../hooks/useEarlierPages';
import { useQualysTranslation } from '../translation';
import type { WordsOf } from './ChangeList';
import { HistoryEntry } from './HistoryEntry';

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'QualysSettingsHistory' },
);

export interface HistoryListProps {
  pages: EarlierPages<SettingsHistoryEntry, SettingsHistory>;
  wordsOf: (entry: SettingsHistoryEntry) => WordsOf;
  /** What an entry is about, where that is not the same for all of them. */
  whereOf?: (entry: SettingsHistoryEntry) => ReactNode;
  /** Begins a change with the settings of an entry, or nothing where they are of no use for it. */
  restoring?: (entry: SettingsHistoryEntry) => (() => void) | undefined;
  /** What is said to who may not read it. */
  notAllowed: string;
}

/** Who did what, when and why, newest first, as far back as it was asked for. */
export function HistoryList(props: HistoryListProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { items, error, loading, showEarlier, retry } = props.pages;
  return (
    <>
      {!items && !error && <Loading label={t('settings.history.loading')} />}
      {items?.length === 0 && (
        <Typography variant="body1">{t('settings.history.none')}</Typography>
      )}
      {items && items.length > 0 && (
        <ol className={classes.list} aria-label={t('settings.history.title')}>
          {items.map(entry => (
            <HistoryEntry
              key={entry.id}
              entry={entry}
              where={props.whereOf?.(entry)}
              wordsOf={props.wordsOf(entry)}
              restoring={props.restoring}
            />
          ))}
        </ol>
      )}
      {error && (
        <ProblemNotice
          error={error}
          onRetry={retry}
          notAllowed={props.notAllowed}
        />
      )}
      {items && !error && (showEarlier || loading) && (
        <Box mt={2}>
          <ShowEarlier loading={loading} onShow={showEarlier} />
        </Box>
      )}
    </>
  );
}
