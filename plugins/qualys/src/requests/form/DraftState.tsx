import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  requestChanges,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { useQualysTranslation } from '../../translation';
import { useRequestWords } from '../page/useRequestWords';
import { NoDraft } from './NoDraft';
import type { Draft } from './useDraft';

const useStyles = makeStyles(
  theme => ({ root: { color: theme.palette.textSubtle, minHeight: '1.5em' } }),
  { name: 'QualysDraftState' },
);

/** Whether what is typed is kept, said in passing. */
export function DraftState(props: { draft: Draft }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { request, save, unsaved } = props.draft;
  const words = () => {
    if (!request) return undefined;
    if (save.sending) return t('requestForm.draft.saving');
    if (unsaved && (save.error || save.conflict)) {
      return t('requestForm.draft.failed');
    }
    return t(unsaved ? 'requestForm.draft.unsaved' : 'requestForm.draft.saved');
  };
  return (
    <Typography variant="body2" className={classes.root} role="status">
      {words()}
    </Typography>
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
        onGoOn={() => props.onGoOn(conflict)}
      />
    );
  }
  return error ? (
    <SaveProblem
      error={error}
      looked={save.looked}
      onLookAgain={props.onLookAgain}
    />
  ) : null;
}
