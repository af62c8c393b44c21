import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysConnectorUpdatePermission,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../../components/Notice';
import { PermittedButton } from '../../../components/PermittedButton';
import { RelativeTime } from '../../../components/RelativeTime';
import { useQualysTranslation } from '../../../translation';

export interface MigrationNoticeProps {
  migration: NonNullable<MirroredConnector['externalIdMigration']>;
  /** What people call the connector. */
  name: string;
  entityRef: string;
  onGoOn: () => void;
}

/** Stands while a migration is under way, so that nobody forgets its end. */
export function MigrationNotice(props: MigrationNoticeProps) {
  const { t } = useQualysTranslation();
  const { by, since } = props.migration;
  return (
    <Notice
      severity="info"
      title={t('externalIdMigration.underWay')}
      action={
        <PermittedButton
          permission={qualysConnectorUpdatePermission}
          resourceRef={props.entityRef}
          variant="outlined"
          size="small"
          aria-label={t('externalIdMigration.goOnOf', { name: props.name })}
          onClick={props.onGoOn}
        >
          {t('externalIdMigration.goOn')}
        </PermittedButton>
      }
    >
      {t('externalIdMigration.begun', {
        when: <RelativeTime value={since} />,
        who: <EntityRefLink entityRef={by} defaultKind="user" />,
      })}
    </Notice>
  );
}
