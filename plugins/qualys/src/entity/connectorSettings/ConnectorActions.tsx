import { lazy, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { ObjectActions } from '../../settings/ObjectActions';
import { useQualysTranslation } from '../../translation';
import { ConnectorButtons } from './ConnectorButtons';
import { changeableOf } from './possible';
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

/** What can be done with a connector on the page of an entity that it is bound to. */
export function ConnectorActions(props: ConnectorActionsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { connector, entityRef } = props;
  const [opened, setOpened] = useState<OpenedConnectorDialog>();
  const name = connector.name || connector.id;
  const changeable = changeableOf(connector);
  const migration = connector.cloudView && connector.externalIdMigration;
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
      {!connector.cloudView && (
        <Typography variant="body2" className={classes.why}>
          {t(
            changeable.assets
              ? 'connectorSettings.onlyAssets'
              : 'connectorSettings.notInCloudView',
          )}
        </Typography>
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
              changeable={changeable}
              onOpen={setOpened}
              onClose={() => setOpened(undefined)}
              onChanged={props.onChanged}
            />
          )
        }
      >
        <ConnectorButtons
          connector={connector}
          name={name}
          entityRef={entityRef}
          onOpen={setOpened}
        />
      </ObjectActions>
    </>
  );
}
