import { lazy, useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { isLegacyExternalId } from 'qualys-model';
import {
  qualysConnectorUpdatePermission,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { PermittedButton } from '../../components/PermittedButton';
import { ObjectActions } from '../../settings/ObjectActions';
import { useQualysTranslation } from '../../translation';
import { MigrationNotice } from './migration/MigrationNotice';
import type { OpenedConnectorDialog } from './ConnectorDialogs';

const ConnectorDialogs = lazy(() =>
  import('./ConnectorDialogs').then(m => ({ default: m.ConnectorDialogs })),
);

const useStyles = makeStyles(
  theme => ({
    why: { marginTop: theme.spacing(2), color: theme.palette.textSubtle },
  }),
  { name: 'QualysConnectorActions' },
);

export interface ConnectorActionsProps {
  connector: MirroredConnector;
  /** The entity that the page is about. */
  entityRef: string;
  /** Something has changed, so that what is shown is to be read again. */
  onChanged: () => void;
}

function isLegacy(connector: MirroredConnector): boolean {
  return (
    connector.provider === 'AWS' &&
    isLegacyExternalId(connector.externalId ?? '')
  );
}

// Why Asset Management changes nothing of it.
function whyNoAssets({ assetManagement }: MirroredConnector) {
  if (!assetManagement) return 'notKnown';
  return assetManagement.updatable ? undefined : 'notUpdatable';
}

/** What can be done with a connector on the page of an entity that it is bound to. */
export function ConnectorActions(props: ConnectorActionsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { connector, entityRef } = props;
  const [opened, setOpened] = useState<OpenedConnectorDialog>();
  const name = connector.name || connector.id;
  const permitted = {
    permission: qualysConnectorUpdatePermission,
    resourceRef: entityRef,
    variant: 'outlined',
    size: 'small',
  } as const;

  if (!connector.cloudView) {
    return (
      <Typography variant="body2" className={classes.why}>
        {t('connectorSettings.notInCloudView')}
      </Typography>
    );
  }
  const action = connector.disabled ? 'enable' : 'disable';
  const migration = connector.externalIdMigration;
  const whyNot = whyNoAssets(connector);
  return (
    <>
      {migration && (
        <Box mt={2}>
          <MigrationNotice
            migration={migration}
            name={name}
            entityRef={entityRef}
            onGoOn={() => setOpened({ what: 'migrate' })}
          />
        </Box>
      )}
      <ObjectActions
        label={t('settings.actionsOf', { name })}
        name={name}
        onClose={() => setOpened(undefined)}
        dialog={
          opened && (
            <ConnectorDialogs
              opened={opened}
              object={{
                entity: parseEntityRef(entityRef),
                subscription: connector.subscription,
                id: connector.id,
              }}
              entityRef={entityRef}
              name={name}
              onOpen={setOpened}
              onClose={() => setOpened(undefined)}
              onChanged={props.onChanged}
            />
          )
        }
      >
        <PermittedButton
          {...permitted}
          aria-label={t('connectorSettings.editOf', { name })}
          onClick={() => setOpened({ what: 'update' })}
        >
          {t('settings.edit')}
        </PermittedButton>
        {connector.provider === 'AWS' && (
          <PermittedButton
            {...permitted}
            impossible={whyNot && t(`connectorAssets.${whyNot}`)}
            aria-label={t('connectorAssets.buttonOf', { name })}
            onClick={() => setOpened({ what: 'assets' })}
          >
            {t('connectorAssets.button')}
          </PermittedButton>
        )}
        {isLegacy(connector) && !migration && (
          <PermittedButton
            {...permitted}
            aria-label={t('externalIdMigration.buttonOf', { name })}
            onClick={() => setOpened({ what: 'migrate' })}
          >
            {t('externalIdMigration.button')}
          </PermittedButton>
        )}
        {connector.provider !== 'AWS' && (
          <PermittedButton
            {...permitted}
            aria-label={t('renewKey.buttonOf', { name })}
            onClick={() => setOpened({ what: 'renew' })}
          >
            {t('renewKey.button')}
          </PermittedButton>
        )}
        <PermittedButton
          {...permitted}
          aria-label={t('connectorSettings.runOf', { name })}
          onClick={() => setOpened({ what: 'run' })}
        >
          {t('connectorSettings.run')}
        </PermittedButton>
        <PermittedButton
          {...permitted}
          aria-label={t(`connectorSettings.${action}Of`, { name })}
          onClick={() => setOpened({ what: action })}
        >
          {t(`connectorSettings.${action}`)}
        </PermittedButton>
        <Button
          variant="outlined"
          size="small"
          aria-label={t('connectorSettings.historyOf', { name })}
          onClick={() => setOpened({ what: 'history' })}
        >
          {t('connectorSettings.changes')}
        </Button>
      </ObjectActions>
    </>
  );
}
