import { useEffect, useRef, type ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import {
  qualysSettingsWeakenPermission,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../components/Notice';
import { useQualysTranslation } from '../translation';
import { ChangeList, type WordsOf } from './ChangeList';
import { ReasonField } from './ReasonField';
import type { Reason } from './useReason';

/** What is said of the reason for a change where it can always be given. */
export interface ReasonWords {
  /** Why it is needed where less is found or told afterwards. */
  weakening: string;
  /** Who reads it. */
  hint: string;
}

export interface ReviewStepProps {
  /** What the ids of its parts begin with. */
  id: string;
  changes: readonly SettingChange[];
  wordsOf: WordsOf;
  /** Whether less is found or told afterwards. */
  weakening: boolean;
  reason: Reason;
  /** Where it can be given for any change; for weakenings alone unless given. */
  reasonWords?: ReasonWords;
  /** Whether the person may make weakening changes. */
  mayWeaken: boolean;
  /** What is to be said where nothing changes. */
  nothing?: ReactNode;
  /** What else there is to say, below the changes. */
  children?: ReactNode;
}

/** Shows what saving will change, before it is saved. */
export function ReviewStep(props: ReviewStepProps) {
  const { t } = useQualysTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { changes, reason, reasonWords, weakening } = props;
  useEffect(() => {
    // The fields that had the focus are gone.
    heading.current?.focus();
  }, []);

  const field = (
    <ReasonField
      id={`${props.id}-reason`}
      value={reason.value}
      onChange={reason.set}
      error={reason.error}
      hint={reasonWords?.hint}
      optional={!weakening}
    />
  );
  return (
    <section aria-labelledby={`${props.id}-review`}>
      <Typography
        id={`${props.id}-review`}
        variant="h6"
        component="h3"
        tabIndex={-1}
        ref={heading}
      >
        {t('settings.reviewTitle')}
      </Typography>
      {changes.length > 0 ? (
        <ChangeList
          changes={changes}
          wordsOf={props.wordsOf}
          label={t('settings.reviewTitle')}
        />
      ) : (
        <Typography variant="body1">
          {props.nothing || t('settings.nothingChanges')}
        </Typography>
      )}
      {weakening && (
        <Box my={2}>
          {props.mayWeaken ? (
            <>
              <Typography variant="body2" gutterBottom>
                {reasonWords?.weakening ?? t('settings.weakening')}
              </Typography>
              <Box mt={2}>{field}</Box>
            </>
          ) : (
            <Notice severity="warning" title={t('settings.mayNotWeakenTitle')}>
              {t('settings.mayNotWeaken', {
                permission: <code>{qualysSettingsWeakenPermission.name}</code>,
              })}
            </Notice>
          )}
        </Box>
      )}
      {!weakening && reasonWords && <Box my={2}>{field}</Box>}
      {props.children}
    </section>
  );
}
