import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import type {
  ConnectorAssetsChoices,
  ConnectorRequestDetails,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { useQualysTranslation } from '../../translation';
import { useConflictWords } from '../conflictWords';
import { RequestSettings } from '../RequestSettings';
import type { Findings } from '../useFindings';

export interface ReviewStepProps {
  request: ConnectorRequestDetails;
  settings: RequestDraftSettings;
  /** What the Qualys subscription is called. */
  subscription: string;
  choices?: ConnectorAssetsChoices;
  findings: Findings;
  /** What is wrong that no field says. */
  otherProblems: readonly string[];
  /** How many fields of the steps before are wrong. */
  wrong: number;
}

/** What is asked for in words, and what whoever decides will see of it. */
export function ReviewStep(props: ReviewStepProps) {
  const { t } = useQualysTranslation();
  const words = useConflictWords();
  const { request, findings, otherProblems, wrong } = props;
  const { access, provider } = request;
  // Under a name that is taken nothing can be submitted: its field says so.
  const conflicts = (findings.found?.conflicts ?? []).filter(
    ({ kind }) => kind !== 'nameTaken',
  );
  const isGiven = provider === 'AWS' ? access.arn : access.keyHeld;
  return (
    <>
      <RequestSettings
        provider={provider}
        createThrough={request.createThrough}
        settings={props.settings}
        subscription={props.subscription}
        choices={props.choices}
      />
      <Typography variant="body2" paragraph>
        {t(
          `requestForm.review.${
            isGiven ? 'accessGiven' : 'accessLater'
          }.${provider}`,
        )}
      </Typography>
      {(wrong > 0 || otherProblems.length > 0) && (
        <Box mb={2}>
          <Notice severity="warning" title={t('requestForm.review.wrongTitle')}>
            {otherProblems.map(problem => (
              <div key={problem}>{problem}</div>
            ))}
            {wrong > 0 && <div>{t('requestForm.review.wrong')}</div>}
          </Notice>
        </Box>
      )}
      {conflicts.length > 0 && (
        <Box mb={2}>
          <Notice
            severity="warning"
            title={t('requestForm.review.conflictsTitle')}
          >
            {conflicts.map(conflict => (
              <div key={`${conflict.kind} ${words(conflict)}`}>
                {words(conflict)}
              </div>
            ))}
            <div>{t('requestForm.review.conflicts')}</div>
          </Notice>
        </Box>
      )}
      {findings.error && (
        <Box mb={2}>
          <Notice
            severity="info"
            title={t('requestForm.review.uncheckedTitle')}
          >
            {findings.error.message} {t('requestForm.review.unchecked')}
          </Notice>
        </Box>
      )}
      <Typography variant="body2" paragraph>
        {t('requestForm.review.submitText')}
      </Typography>
    </>
  );
}
