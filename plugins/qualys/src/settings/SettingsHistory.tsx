import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  qualysEntityReadPermission,
  type BoundObjectType,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../api/QualysApi';
import { Loading } from '../components/Loading';
import { ProblemNotice } from '../components/ProblemNotice';
import { useQualysTranslation } from '../translation';
import type { WordsOf } from './ChangeList';
import { HistoryEntry } from './HistoryEntry';
import { useSettingsHistory } from './useSettingsHistory';

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'QualysSettingsHistory' },
);

export interface SettingsHistoryListProps {
  type: BoundObjectType;
  object: BoundObject;
  wordsOf: WordsOf;
  /** Begins a change with the settings of an entry, or nothing where they cannot be read. */
  restoring: (settings: unknown) => (() => void) | undefined;
}

/** Who did what with an object, when and why, newest first. */
export function SettingsHistoryList(props: SettingsHistoryListProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const history = useSettingsHistory(props.type, props.object);
  const { items, error, loading, showEarlier, retry } = history;
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
              wordsOf={props.wordsOf}
              restoring={props.restoring}
            />
          ))}
        </ol>
      )}
      {error && (
        <ProblemNotice
          error={error}
          onRetry={retry}
          notAllowed={t('tab.notAllowed', {
            permission: qualysEntityReadPermission.name,
          })}
        />
      )}
      {items && !error && (showEarlier || loading) && (
        <Box mt={2}>
          {/* It stays while more comes, for whoever has come to it with the keyboard. */}
          <Button
            variant="outlined"
            size="small"
            onClick={showEarlier}
            aria-disabled={loading}
          >
            {loading ? t('paging.loading') : t('history.showEarlier')}
          </Button>
        </Box>
      )}
    </>
  );
}
