import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import {
  qualysSettingsWeakenPermission,
  type ExternalIdMigration,
} from 'backstage-plugin-qualys-common';
import { CopyBox } from '../../../components/CopyBox';
import { Notice } from '../../../components/Notice';
import { trustConditionOf } from '../../../components/trustCondition';
import { ReasonField } from '../../../settings/ReasonField';
import type { Reason } from '../../../settings/useReason';
import { useQualysTranslation } from '../../../translation';

export interface TrustBothStepProps {
  now: ExternalIdMigration;
  reason: Reason;
  /** Whether the person says that the role trusts both. */
  trusted: boolean;
  onTrusted: (trusted: boolean) => void;
  /** Whether the person may make weakening changes. */
  mayWeaken: boolean;
  /** Makes another external ID in the place of this one. */
  onAnother: () => void;
}

/** Shows what the role has to trust before Qualys gets the new external ID. */
export function TrustBothStep(props: TrustBothStepProps) {
  const { t } = useQualysTranslation();
  const { oldExternalId = '', newExternalId = '', arn } = props.now;
  const both = [oldExternalId, newExternalId].filter(Boolean);
  return (
    <>
      <Typography variant="body2">{t('externalIdMigration.newId')}</Typography>
      <CopyBox text={newExternalId} what={t('externalIdMigration.newIdName')} />
      <Typography variant="body2">
        {t('externalIdMigration.trustText', { arn: <code>{arn}</code> })}
      </Typography>
      <CopyBox
        text={trustConditionOf(both)}
        what={t('externalIdMigration.conditionName')}
      />
      <Typography variant="body2" paragraph>
        {t('externalIdMigration.updateText')}
      </Typography>
      {props.mayWeaken ? (
        <>
          <FormControlLabel
            label={t('externalIdMigration.trusted')}
            control={
              <Checkbox
                color="primary"
                checked={props.trusted}
                onChange={event => props.onTrusted(event.target.checked)}
              />
            }
          />
          <Box mt={1}>
            <ReasonField
              id="qualys-external-id-reason"
              value={props.reason.value}
              onChange={props.reason.set}
              error={props.reason.error}
            />
          </Box>
        </>
      ) : (
        <Notice severity="warning" title={t('settings.mayNotWeakenTitle')}>
          {t('externalIdMigration.mayNotWeaken', {
            permission: <code>{qualysSettingsWeakenPermission.name}</code>,
          })}
        </Notice>
      )}
      <Box mt={1}>
        <Button size="small" onClick={props.onAnother}>
          {t('externalIdMigration.another')}
        </Button>
      </Box>
    </>
  );
}
