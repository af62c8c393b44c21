import { useEffect, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  requestChanges,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { Announcement } from '../../components/Announcement';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { useQualysTranslation } from '../../translation';
import { useRequestWords } from '../page/useRequestWords';
import { NoDraft } from './NoDraft';
import type { Draft } from './useDraft';
import { useSettingNames } from './useDraftNews';

const useStyles = makeStyles(
  theme => ({ root: { color: theme.palette.textSubtle, minHeight: '1.5em' } }),
  { name: 'QualysDraftState' },
);

type State = 'saving' | 'failed' | 'unsaved' | 'saved';

function stateOf({ save, unsaved }: Draft): State {
  if (save.sending) return 'saving';
  if (unsaved && (save.error || save.conflict)) return 'failed';
  return unsaved ? 'unsaved' : 'saved';
}

/** Whether what is typed is kept, said in passing. */
export function DraftState(props: { draft: Draft }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { half, request, retries, waiting } = props.draft;
  const namesOf = useSettingNames(request?.provider ?? 'AWS');
  const state = stateOf(props.draft);
  const isNews = useIsNews(state);
  if (!request) return null;
  const isInPart = half.length > 0 || waiting.length > 0;
  const words = [
    state === 'saved' && isInPart
      ? t('requestForm.draft.savedInPart')
      : t(`requestForm.draft.${state}`),
    state === 'failed' && retries && t('requestForm.draft.retries'),
    half.length > 0 && t('requestForm.draft.half', { settings: namesOf(half) }),
    waiting.length > 0 &&
      t('requestForm.draft.waiting', { settings: namesOf(waiting) }),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <Typography variant="body2" className={classes.root}>
        {words}
      </Typography>
      <Announcement>{isNews && words}</Announcement>
    </>
  );
}

/**
 * Whether the state is worth interrupting somebody who uses a screen reader:
 * that it is not saved, and that it is saved after all. All the rest is routine.
 */
function useIsNews(state: State): boolean {
  const [news, setNews] = useState<'failed' | 'recovered'>();
  useEffect(() => {
    setNews(before => {
      if (state === 'failed') return 'failed';
      if (state === 'saved') return before && 'recovered';
      return before === 'failed' ? before : undefined;
    });
  }, [state]);
  return (
    (news === 'failed' && state === 'failed') ||
    (news === 'recovered' && state === 'saved')
  );
}

export interface DraftProblemProps {
  draft: Draft;
  /** Goes on from a newer state, with what was typed kept. */
  onGoOn: (current: ConnectorRequestDetails) => void;
  /** Reads the draft again. */
  onLookAgain: () => void;
}

/** Why the draft could not be kept, or the request not be submitted. */
export function DraftProblem(props: DraftProblemProps) {
  const { request, save } = props.draft;
  const { conflict, error } = save;
  const words = useRequestWords(request?.provider ?? 'AWS');
  if (conflict && conflict.state !== 'draft') {
    return <NoDraft request={conflict} />;
  }
  if (conflict && request) {
    return (
      <ChangedMeanwhile
        changes={requestChanges(request.settings, conflict.settings)}
        wordsOf={words}
        quiet={save.quiet}
        onGoOn={() => props.onGoOn(conflict)}
      />
    );
  }
  return error ? (
    <SaveProblem
      error={error}
      looked={save.looked}
      quiet={save.quiet}
      onLookAgain={props.onLookAgain}
    />
  ) : null;
}
