import { useBoundObject } from '../../../hooks/useBoundObject';
import { FreshDialog } from '../../../settings/FreshDialog';
import { useQualysTranslation } from '../../../translation';
import type { ConnectorDialogProps } from '../ConnectorDialogs';
import { getExternalIdMigration } from './externalIdMigration';
import { MigrationGuide, MIGRATION_ID } from './MigrationGuide';

/** Leads a connector to an external ID of the present form, from wherever it was left. */
export function MigrationDialog(props: ConnectorDialogProps) {
  const { t } = useQualysTranslation();
  return (
    <FreshDialog
      id={MIGRATION_ID}
      title={t('externalIdMigration.title', { name: props.name })}
      query={useBoundObject(props.object, getExternalIdMigration)}
      onClose={props.onClose}
    >
      {read => <MigrationGuide {...props} read={read} />}
    </FreshDialog>
  );
}
