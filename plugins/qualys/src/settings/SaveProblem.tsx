import { useEffect, useRef, type ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import type {
  SettingChange,
  SettingsOutcome,
  StepResult,
} from 'backstage-plugin-qualys-common';
import type { QualysApiError } from '../api/QualysApiError';
import { Notice } from '../components/Notice';
import { ProblemNotice } from '../components/ProblemNotice';
import { useQualysTranslation } from '../translation';
import { ChangeList, type WordsOf } from './ChangeList';
import { StepList } from './StepList';

/**
 * Brings what it holds into view and to the ears of who uses a screen reader;
 * but it takes the focus from nobody who has not asked for what it came of.
 */
function Arrived(props: {
  quiet?: boolean;
  /** What it says; another one arrives anew. */
  what?: unknown;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { quiet = false, what } = props;
  useEffect(() => {
    if (!quiet) box.current?.focus();
  }, [quiet, what]);
  return (
    <Box {...{ ref: box }} tabIndex={-1} my={2}>
      {props.children}
    </Box>
  );
}

/** What came of a change of which a step has failed. */
function outcomeOf(
  steps: readonly StepResult[],
): Exclude<SettingsOutcome, 'done'> {
  const writes = steps.filter(({ step }) => step.kind !== 'readBack');
  if (writes.some(({ state }) => state === 'unknown')) return 'unknown';
  return writes.some(({ state }) => state === 'done') ? 'partly' : 'refused';
}

export interface SaveProblemProps {
  error: QualysApiError;
  /** Whether it is what came of reading afresh, which can be tried again. */
  looked?: boolean;
  /** Whether nobody has asked for what it came of, who would wait for it. */
  quiet?: boolean;
  /** Reads afresh, where a change did not take effect, or not certainly, as it was asked for. */
  onLookAgain: () => void;
}

/** Why a change was not saved; nothing of it is lost. */
export function SaveProblem(props: SaveProblemProps) {
  const { t } = useQualysTranslation();
  const { error, quiet } = props;
  const again = (
    <Button variant="outlined" size="small" onClick={props.onLookAgain}>
      {t('settings.lookAgain')}
    </Button>
  );
  if (error.steps) {
    const outcome = outcomeOf(error.steps);
    return (
      <Arrived quiet={quiet} what={error}>
        <Notice
          severity="warning"
          title={t(`settings.outcome.${outcome}.title`)}
          action={again}
        >
          <div>{error.message}</div>
          <StepList
            steps={error.steps}
            label={t('settings.steps.failedTitle')}
          />
          <div>{t('settings.steps.lookAgain')}</div>
        </Notice>
      </Arrived>
    );
  }
  if (error.code !== 'outcomeUnknown') {
    return (
      <Arrived quiet={quiet} what={error}>
        <ProblemNotice
          error={error}
          notAllowed={error.message}
          onRetry={props.looked ? props.onLookAgain : undefined}
          retryLabel={t('settings.lookAgain')}
        />
      </Arrived>
    );
  }
  return (
    <Arrived quiet={quiet} what={error}>
      <Notice
        severity="warning"
        title={t('problem.outcomeUnknown')}
        action={again}
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
  /** Whether nobody has asked for what it came of, who would wait for it. */
  quiet?: boolean;
  /** Takes the present state as the one to begin from. */
  onGoOn: () => void;
  /** What of what the person did does not stay, where that is so; nothing unless given. */
  children?: ReactNode;
}

/** Says what somebody else changed, and lets the person go on on top of it. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { t } = useQualysTranslation();
  return (
    <Arrived quiet={props.quiet}>
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
        <div>{props.children || t('settings.changed')}</div>
      </Notice>
    </Arrived>
  );
}
