import type { ConnectorAssetsSettings } from 'backstage-plugin-qualys-common';
import { useBoundObject } from '../../../hooks/useBoundObject';
import { FreshDialog } from '../../../settings/FreshDialog';
import { useQualysTranslation } from '../../../translation';
import type { ConnectorDialogProps } from '../ConnectorDialogs';
import { AssetsEditor, ASSETS_ID } from './AssetsEditor';
import { getAssetsForForm } from './connectorAssets';

export interface AssetsDialogProps extends ConnectorDialogProps {
  /** Earlier settings that are to be restored. */
  restored?: ConnectorAssetsSettings;
}

/** Changes what a connector makes of its assets, and how its account is scanned. */
export function AssetsDialog(props: AssetsDialogProps) {
  const { t } = useQualysTranslation();
  return (
    <FreshDialog
      id={ASSETS_ID}
      title={t('connectorAssets.title', { name: props.name })}
      query={useBoundObject(props.object, getAssetsForForm)}
      onClose={props.onClose}
    >
      {read => <AssetsEditor {...props} read={read} />}
    </FreshDialog>
  );
}
