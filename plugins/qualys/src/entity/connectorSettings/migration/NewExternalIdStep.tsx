import Box from '@material-ui/core/Box';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import type {
  ExternalIdMigration,
  ExternalIdPart,
} from 'backstage-plugin-qualys-common';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import type { PartsForm } from './useMigration';

export interface NewExternalIdStepProps {
  now: ExternalIdMigration;
  form: PartsForm;
}

/** Asks what the new external ID begins with, as far as it is not known. */
export function NewExternalIdStep(props: NewExternalIdStepProps) {
  const { t } = useQualysTranslation();
  const { now, form } = props;
  const { pod, subscriptionId } = now.parts;
  const hintOf = (part: ExternalIdPart | undefined) =>
    t(`externalIdMigration.source.${part?.source ?? 'unknown'}`);
  return (
    <>
      <Typography variant="body2" paragraph>
        {t('externalIdMigration.newText')}
      </Typography>
      <Box mb={1}>
        <Grid container spacing={2}>
          <Grid item xs={12} sm={6}>
            <TextInput
              id="qualys-external-id-pod"
              control={form.control}
              name="pod"
              label={t('externalIdMigration.pod')}
              hint={hintOf(pod)}
              disabled={pod?.source === 'configuration'}
              required
            />
          </Grid>
          <Grid item xs={12} sm={6}>
            <TextInput
              id="qualys-external-id-subscription"
              control={form.control}
              name="subscriptionId"
              label={t('externalIdMigration.subscriptionId')}
              hint={hintOf(subscriptionId)}
              disabled={subscriptionId?.source === 'configuration'}
              inputProps={{ inputMode: 'numeric' }}
              required
            />
          </Grid>
        </Grid>
      </Box>
    </>
  );
}
