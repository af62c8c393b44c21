import { useEffect, useRef, type ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import type { SettingChange } from 'backstage-plugin-qualys-common';
import type { QualysApiError } from '../api/QualysApiError';
import { Notice } from '../components/Notice';
import { ProblemNotice } from '../components/ProblemNotice';
import { useQualysTranslation } from '../translation';
import { ChangeList, type WordsOf } from './ChangeList';

/** Brings what it holds into view and to the ears of who uses a screen reader. */
function Arrived(props: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <Box {...{ ref: box }} tabIndex={-1} my={2}>
      {props.children}
    </Box>
  );
}

export interface SaveProblemProps {
  error: QualysApiError;
  /** Reads afresh, where it is not known whether a change took effect. */
  onLookAgain: () => void;
}

/** Why a change was not saved; nothing of it is lost. */
export function SaveProblem(props: SaveProblemProps) {
  const { t } = useQualysTranslation();
  const { error } = props;
  if (error.code !== 'outcomeUnknown') {
    return (
      <Arrived>
        <ProblemNotice error={error} notAllowed={error.message} />
      </Arrived>
    );
  }
  return (
    <Arrived>
      <Notice
        severity="warning"
        title={t('problem.outcomeUnknown')}
        action={
          <Button variant="outlined" size="small" onClick={props.onLookAgain}>
            {t('settings.lookAgain')}
          </Button>
        }
      >
        <div>{error.message}</div>
        <div>{t('settings.outcomeUnknown')}</div>
      </Notice>
    </Arrived>
  );
}

export interface ChangedMeanwhileProps {
  /** What has changed since the form began. */
  changes: readonly SettingChange[];
  wordsOf: WordsOf;
  /** Who changed it and when, where that is known. */
  by?: ReactNode;
  /** Takes the present state as the one to begin from. */
  onGoOn: () => void;
}

/** Says what somebody else changed, and lets the person go on on top of it. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { t } = useQualysTranslation();
  return (
    <Arrived>
      <Notice
        severity="warning"
        title={t('settings.changedTitle')}
        action={
          <Button variant="outlined" size="small" onClick={props.onGoOn}>
            {t('settings.goOn')}
          </Button>
        }
      >
        {props.by && <div>{props.by}</div>}
        {props.changes.length > 0 ? (
          <ChangeList
            changes={props.changes}
            wordsOf={props.wordsOf}
            label={t('settings.changedMeanwhile')}
          />
        ) : (
          <div>{t('settings.changedNothing')}</div>
        )}
        <div>{t('settings.changed')}</div>
      </Notice>
    </Arrived>
  );
}
