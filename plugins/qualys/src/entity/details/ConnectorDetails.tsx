import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { ConnectorActions } from '../connectorSettings/ConnectorActions';
import { ConnectorHistory } from '../history/ConnectorHistory';
import { accountProperties } from './accountProperties';
import { ConnectorErrors } from './ConnectorErrors';
import { ConnectorHeader } from './ConnectorHeader';
import {
  assetManagementProperties,
  cloudViewProperties,
} from './feedProperties';
import { portalProperties } from './portalProperties';
import { Properties, type Property } from './Properties';
import { readingProperties } from './readingProperties';

const useStyles = makeStyles(
  theme => ({
    // As many columns as there is room for, filled one after the other.
    groups: {
      columns: '26rem',
      columnGap: theme.spacing(4),
      margin: theme.spacing(3, 0, 2),
    },
    group: { breakInside: 'avoid' },
  }),
  { name: 'QualysConnectorDetails' },
);

export interface ConnectorDetailsProps {
  connector: MirroredConnector;
  /** The entity that the page is about. */
  entityRef: string;
  /** Something has changed, so that it is to be read again. */
  onChanged: () => void;
}

/** All that is known of a connector. */
export function ConnectorDetails(props: ConnectorDetailsProps) {
  const { connector, entityRef, onChanged } = props;
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  return (
    <>
      <ConnectorHeader connector={connector} />
      <ConnectorActions
        connector={connector}
        entityRef={entityRef}
        onChanged={onChanged}
      />
      <div className={classes.groups}>
        <Group
          title={t('details.accountTitle')}
          properties={accountProperties(connector, t)}
        />
        <Group
          title={t('details.portalTitle')}
          properties={portalProperties(connector, t, entityRef)}
        />
        <Group
          title={t('details.readingTitle')}
          properties={readingProperties(connector, t, locale)}
        />
        <Group
          title={t('details.fromFeed', { feed: t('feed.assetManagement') })}
          properties={assetManagementProperties(connector, t)}
        />
        <Group
          title={t('details.fromFeed', { feed: t('feed.cloudView') })}
          properties={cloudViewProperties(connector, t, locale)}
        >
          {!connector.cloudView && t('details.unknownToCloudView')}
        </Group>
      </div>
      <ConnectorErrors connector={connector} />
      <ConnectorHistory connector={connector} />
    </>
  );
}

function Group(props: {
  title: string;
  properties: Property[];
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <section className={classes.group}>
      <Typography variant="h6" component="h3">
        {props.title}
      </Typography>
      <Properties properties={props.properties} />
      {props.children && (
        <Typography variant="body2">{props.children}</Typography>
      )}
    </section>
  );
}
