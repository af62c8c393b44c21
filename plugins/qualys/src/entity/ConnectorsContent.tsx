import Grid from '@material-ui/core/Grid';
import Paper from '@material-ui/core/Paper';
import Box from '@material-ui/core/Box';
import type {
  ClaimedConnector,
  EntitySummary,
} from 'backstage-plugin-qualys-common';
import { useSearchParams } from 'react-router-dom';
import { OwnPart } from '../components/OwnPart';
import { Notice } from '../components/Notice';
import { useQualysTranslation } from '../translation';
import { ClaimNotice } from './ClaimNotice';
import { ConnectorDetails } from './details/ConnectorDetails';
import { ConnectorList } from './ConnectorList';
import {
  CONNECTOR_PARAMETER,
  formatConnectorKey,
  keyOfClaim,
} from './connectorKey';
import { isRead } from './isRead';
import { WithEntitySummary } from './WithEntitySummary';

/** The tab of an entity's page: its connectors, and all about one of them. */
export function ConnectorsContent() {
  return (
    <OwnPart name="connectors-content">
      <WithEntitySummary type="connector">
        {(summary, reload) => (
          <Connectors summary={summary} onChanged={reload} />
        )}
      </WithEntitySummary>
    </OwnPart>
  );
}

function Connectors(props: { summary: EntitySummary; onChanged: () => void }) {
  const { connectors } = props.summary;
  const [parameters] = useSearchParams();
  const wanted = parameters.get(CONNECTOR_PARAMETER);
  const chosen = wanted
    ? connectors.find(claim => keyOf(claim) === wanted)
    : connectors[0];

  const details = (
    <Paper>
      <Box p={2}>
        <Details
          summary={props.summary}
          claim={chosen}
          wanted={wanted}
          onChanged={props.onChanged}
        />
      </Box>
    </Paper>
  );
  // An entity that stands for a connector has no other to choose from.
  if (connectors.length === 1 && chosen) return details;
  return (
    <Grid container spacing={3}>
      <Grid item xs={12} md={4}>
        <ConnectorList connectors={connectors} chosen={chosen} />
      </Grid>
      <Grid item xs={12} md={8}>
        {details}
      </Grid>
    </Grid>
  );
}

function Details(props: {
  summary: EntitySummary;
  claim: ClaimedConnector | undefined;
  wanted: string | null;
  onChanged: () => void;
}) {
  const { t } = useQualysTranslation();
  const { claim, summary } = props;
  if (!claim) {
    return (
      <Notice severity="info" title={t('tab.notListedTitle')}>
        {t('tab.notListed', { id: <code>{props.wanted}</code> })}
      </Notice>
    );
  }
  return claim.connector ? (
    <ConnectorDetails
      // Another connector is another request: nothing of this one may stay.
      key={keyOf(claim)}
      connector={claim.connector}
      entityRef={summary.entityRef}
      onChanged={props.onChanged}
    />
  ) : (
    <ClaimNotice type="connector" claim={claim} read={isRead(summary, claim)} />
  );
}

function keyOf(claim: ClaimedConnector): string {
  return formatConnectorKey(keyOfClaim(claim));
}
