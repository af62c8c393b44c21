import { usePermission } from '@backstage/plugin-permission-react';
import {
  qualysConnectorDeletePermission,
  qualysConnectorUpdatePermission,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { ActionButton, HistoryButton } from '../../settings/ActionButton';
import { useQualysTranslation } from '../../translation';
import type { OpenedConnectorDialog } from './ConnectorDialogs';
import { isLegacy, whyNoAssets } from './possible';

export interface ConnectorButtonsProps {
  connector: MirroredConnector;
  /** What people call the connector. */
  name: string;
  /** The entity that the page is about. */
  entityRef: string;
  onOpen: (opened: OpenedConnectorDialog) => void;
}

/** The buttons of what can be done with a connector, in CloudView and in Asset Management. */
export function ConnectorButtons(props: ConnectorButtonsProps) {
  const { t } = useQualysTranslation();
  const { connector, name, onOpen } = props;
  const permitted = {
    permission: qualysConnectorUpdatePermission,
    resourceRef: props.entityRef,
  } as const;
  // It is the platform team's: a team need not see what it can never do.
  const deletion = usePermission({
    permission: qualysConnectorDeletePermission,
  });
  const inCloudView = connector.cloudView !== undefined;
  const action = connector.disabled ? 'enable' : 'disable';
  const whyNot = whyNoAssets(connector);
  return (
    <>
      {inCloudView && (
        <ActionButton
          {...permitted}
          aria-label={t('connectorSettings.editOf', { name })}
          onClick={() => onOpen({ what: 'update' })}
        >
          {t('settings.edit')}
        </ActionButton>
      )}
      {connector.provider === 'AWS' && (
        <ActionButton
          {...permitted}
          impossible={whyNot && t(`connectorAssets.${whyNot}`)}
          aria-label={t('connectorAssets.buttonOf', { name })}
          onClick={() => onOpen({ what: 'assets' })}
        >
          {t('connectorAssets.button')}
        </ActionButton>
      )}
      {inCloudView && isLegacy(connector) && !connector.externalIdMigration && (
        <ActionButton
          {...permitted}
          aria-label={t('externalIdMigration.buttonOf', { name })}
          onClick={() => onOpen({ what: 'migrate' })}
        >
          {t('externalIdMigration.button')}
        </ActionButton>
      )}
      {inCloudView && connector.provider !== 'AWS' && (
        <ActionButton
          {...permitted}
          aria-label={t('renewKey.buttonOf', { name })}
          onClick={() => onOpen({ what: 'renew' })}
        >
          {t('renewKey.button')}
        </ActionButton>
      )}
      {inCloudView && (
        <>
          <ActionButton
            {...permitted}
            aria-label={t('connectorSettings.runOf', { name })}
            onClick={() => onOpen({ what: 'run' })}
          >
            {t('connectorSettings.run')}
          </ActionButton>
          <ActionButton
            {...permitted}
            aria-label={t(`connectorSettings.${action}Of`, { name })}
            onClick={() => onOpen({ what: action })}
          >
            {t(`connectorSettings.${action}`)}
          </ActionButton>
        </>
      )}
      {deletion.allowed && (
        <ActionButton
          permission={qualysConnectorDeletePermission}
          aria-label={t('connectorDeletion.title', { name })}
          onClick={() => onOpen({ what: 'delete' })}
        >
          {t('connectorDeletion.button')}
        </ActionButton>
      )}
      <HistoryButton
        aria-label={t('connectorSettings.historyOf', { name })}
        onClick={() => onOpen({ what: 'history' })}
      >
        {t('connectorSettings.changes')}
      </HistoryButton>
    </>
  );
}
