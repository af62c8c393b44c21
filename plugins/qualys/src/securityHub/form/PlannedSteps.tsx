import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import type { Step } from 'backstage-plugin-qualys-common';
import { StepList } from '../../settings/StepList';
import { useQualysTranslation } from '../../translation';

/** Says before it is sent in which steps a change is made. */
export function PlannedSteps(props: { steps: readonly Step[] }) {
  const { t } = useQualysTranslation();
  if (props.steps.length === 0) return null;
  return (
    <Box mt={2}>
      <Typography variant="subtitle1" component="h4">
        {t('settings.steps.title')}
      </Typography>
      <Typography variant="body2">{t('settings.steps.explanation')}</Typography>
      <StepList
        steps={props.steps.map(step => ({ step }))}
        label={t('settings.steps.title')}
      />
    </Box>
  );
}
