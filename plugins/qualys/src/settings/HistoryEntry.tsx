import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { SettingsHistoryEntry } from 'backstage-plugin-qualys-common';
import { Notice } from '../components/Notice';
import { useQualysTranslation } from '../translation';
import { ChangeList, type WordsOf } from './ChangeList';
import { HistoryItem, useExactTime } from './HistoryItem';
import { StepList } from './StepList';

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
  const { entry } = props;
  const { at, actor, action, outcome, changes, reason } = entry;
  const exactly = useExactTime(at);
  // What was refused, or may not have come, was never how things stood.
  const restore =
    outcome === 'done' && entry.settings !== undefined
      ? props.restoring?.(entry)
      : undefined;
  return (
    <HistoryItem
      title={t(`settings.action.${action}`)}
      who={<EntityRefLink entityRef={actor} defaultKind="user" />}
      at={at}
      reason={reason}
      action={
        restore && (
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
        )
      }
    >
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
    </HistoryItem>
  );
}
