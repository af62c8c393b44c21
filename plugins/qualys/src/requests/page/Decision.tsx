import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { ActionRow } from '../../settings/ActionRow';
import { useQualysTranslation } from '../../translation';
import type { RequestDialog } from './acts';
import { Conflicts } from './Conflicts';

export interface DecisionProps {
  request: ConnectorRequestDetails;
  onOpen: (dialog: RequestDialog) => void;
}

/** What speaks against a request that waits for a decision, and the decision. */
export function Decision(props: DecisionProps) {
  const { t } = useQualysTranslation();
  const { request, onOpen } = props;
  const { conflicts, may, mayNotDecideBecause, state } = request;
  const mayApprove = may.includes('approve');
  const mayReject = may.includes('reject');
  return (
    <Paper component="section" aria-labelledby="qualys-request-decision">
      <Box p={2}>
        <Typography
          id="qualys-request-decision"
          variant="h6"
          component="h3"
          gutterBottom
        >
          {t('requestDecision.title')}
        </Typography>
        <Typography variant="subtitle2" component="h4" gutterBottom>
          {t('requestDecision.conflicts.title')}
        </Typography>
        <Conflicts conflicts={conflicts} />
        {mayApprove || mayReject ? (
          <ActionRow label={t('requestDecision.title')}>
            {mayApprove && (
              <>
                <Button
                  variant="contained"
                  color="primary"
                  onClick={() => onOpen('approve')}
                >
                  {t('requestDecision.approve.button')}
                </Button>
                <Button variant="outlined" onClick={() => onOpen('change')}>
                  {t('requestDecision.change.button')}
                </Button>
              </>
            )}
            {mayReject && (
              <Button variant="outlined" onClick={() => onOpen('reject')}>
                {t('requestDecision.reject.button')}
              </Button>
            )}
          </ActionRow>
        ) : (
          state === 'submitted' && (
            <Box mt={2}>
              {mayNotDecideBecause ? (
                <Notice severity="info" title={t('requestDecision.mayNot')}>
                  {mayNotDecideBecause}
                </Notice>
              ) : (
                <Typography variant="body1">
                  {t('requestDecision.nobody')}
                </Typography>
              )}
            </Box>
          )
        )}
      </Box>
    </Paper>
  );
}
