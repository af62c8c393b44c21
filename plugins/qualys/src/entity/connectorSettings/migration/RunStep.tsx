import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import type { ExternalIdMigration } from 'backstage-plugin-qualys-common';
import { Notice } from '../../../components/Notice';
import { RelativeTime } from '../../../components/RelativeTime';
import { useQualysTranslation } from '../../../translation';

export interface RunStepProps {
  now: ExternalIdMigration;
  onLook: () => void;
  looking: boolean;
}

/** Says how far Qualys has come with the new external ID. */
export function RunStep(props: RunStepProps) {
  const { t } = useQualysTranslation();
  const { now, onLook, looking } = props;
  const { step, error, ranAt, reportedState } = now;
  if (now.disabled) {
    return (
      <Notice severity="warning" title={t('externalIdMigration.offTitle')}>
        {t('externalIdMigration.off')}
      </Notice>
    );
  }
  if (step === 'updated') {
    return (
      <Typography variant="body2">
        {t('externalIdMigration.runText')}
      </Typography>
    );
  }
  if (step === 'failed') {
    return (
      <Notice severity="error" title={t('externalIdMigration.failedTitle')}>
        {error && <div>{t('errors.reported', { error })}</div>}
        <div>{t('externalIdMigration.failed.check')}</div>
        <ul>
          <li>{t('externalIdMigration.failed.condition')}</li>
          <li>{t('externalIdMigration.failed.principal')}</li>
          <li>
            {t('externalIdMigration.failed.role', {
              arn: <code>{now.arn}</code>,
            })}
          </li>
        </ul>
      </Notice>
    );
  }
  return (
    <>
      <Typography variant="body2" component="div" role="status">
        {t('externalIdMigration.running', { state: reportedState })}
        {ranAt && (
          <>
            {' '}
            {t('externalIdMigration.since', {
              when: <RelativeTime value={ranAt} />,
            })}
          </>
        )}
      </Typography>
      <Box my={1.5}>
        <LinearProgress
          aria-label={t('externalIdMigration.progress')}
          color="primary"
        />
      </Box>
      <Typography variant="body2" paragraph>
        {t('externalIdMigration.leave')}
      </Typography>
      <Button
        variant="outlined"
        size="small"
        onClick={onLook}
        aria-disabled={looking}
      >
        {t('externalIdMigration.look')}
      </Button>
    </>
  );
}
