import Typography from '@material-ui/core/Typography';
import type { ExternalIdMigration } from 'backstage-plugin-qualys-common';
import { CopyBox } from '../../../components/CopyBox';
import { trustConditionOf } from '../../../components/trustCondition';
import { useQualysTranslation } from '../../../translation';

/** Shows the condition that is left when the old external ID is out of it. */
export function RemoveOldStep(props: { now: ExternalIdMigration }) {
  const { t } = useQualysTranslation();
  const { newExternalId, externalId } = props.now;
  return (
    <>
      <Typography variant="body2">
        {t('externalIdMigration.removeText')}
      </Typography>
      <CopyBox
        text={trustConditionOf([newExternalId ?? externalId])}
        what={t('externalIdMigration.conditionName')}
      />
    </>
  );
}
