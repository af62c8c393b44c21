import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysS3UpdatePermission,
  type S3Integration,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef, type BoundObject } from '../../api/QualysApi';
import { Notice } from '../../components/Notice';
import { PermittedButton } from '../../components/PermittedButton';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RelativeTime } from '../../components/RelativeTime';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import { readS3Integration } from './readS3Integration';
import { TrustCondition } from './TrustCondition';

export interface ExternalIdNoticeProps {
  object: BoundObject;
  entityRef: string;
  integration: S3Integration;
  onChanged: (integration: S3Integration) => void;
}

/** Stands until somebody has said that the role trusts the new external ID. */
export function ExternalIdNotice(props: ExternalIdNoticeProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { object, integration, onChanged } = props;
  const save = useSettingsSave(readS3Integration);
  const { externalId } = integration;
  if (!externalId || externalId.trusted) return null;

  const confirm = async () => {
    const confirmed = await save.send(() =>
      api.confirmS3ExternalId(object, integration.version),
    );
    if (confirmed) onChanged(confirmed);
  };
  const { conflict } = save;

  return (
    <Notice
      severity="warning"
      title={t('s3.trust.title')}
      action={
        <PermittedButton
          permission={qualysS3UpdatePermission}
          resourceRef={props.entityRef}
          variant="outlined"
          size="small"
          disabled={save.sending}
          onClick={confirm}
        >
          {t('s3.trust.done')}
        </PermittedButton>
      }
    >
      <div>
        {t('s3.trust.text', {
          when: <RelativeTime value={externalId.at} />,
          who: <EntityRefLink entityRef={externalId.by} defaultKind="user" />,
        })}
      </div>
      <Box mt={1}>
        <TrustCondition externalId={externalId.value} />
      </Box>
      {save.error && <ProblemNotice error={save.error} />}
      {conflict && (
        <Notice
          severity="warning"
          title={t('settings.changedTitle')}
          action={
            <Button
              variant="outlined"
              size="small"
              onClick={() => {
                save.clear();
                onChanged(conflict);
              }}
            >
              {t('s3.trust.show')}
            </Button>
          }
        >
          {t('s3.trust.changed')}
        </Notice>
      )}
    </Notice>
  );
}
