import Typography from '@material-ui/core/Typography';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { ConnectorErrors } from './ConnectorErrors';
import { Properties } from './Properties';
import { useConnectorProperties } from './useConnectorProperties';

export interface ConnectorDetailsProps {
  connector: MirroredConnector;
  /** The entity that the page is about. */
  entityRef: string;
}

/** All that is known of a connector. */
export function ConnectorDetails(props: ConnectorDetailsProps) {
  const { connector } = props;
  const properties = useConnectorProperties(connector, props.entityRef);
  return (
    <>
      <Typography variant="h5" component="h2">
        {connector.name}
      </Typography>
      <Properties properties={properties} />
      <ConnectorErrors connector={connector} />
    </>
  );
}
