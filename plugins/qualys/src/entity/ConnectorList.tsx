import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { ClaimedConnector } from 'backstage-plugin-qualys-common';
import { StateChip } from '../components/StateChip';
import { useQualysTranslation } from '../translation';
import { accountOf } from './accountOf';
import { connectorHref, formatConnectorKey, keyOfClaim } from './connectorKey';

const useStyles = makeStyles(
  theme => ({
    heading: { padding: theme.spacing(2, 2, 0) },
    item: { gap: theme.spacing(1), color: theme.palette.text.primary },
    text: { overflowWrap: 'anywhere' },
    account: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysConnectorList' },
);

export interface ConnectorListProps {
  connectors: ClaimedConnector[];
  chosen: ClaimedConnector | undefined;
}

/** The connectors of an entity, to choose one of them. */
export function ConnectorList(props: ConnectorListProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <Paper component="nav" aria-labelledby="qualys-connector-list">
      <Typography
        id="qualys-connector-list"
        variant="h6"
        component="h2"
        className={classes.heading}
      >
        {t('tab.list')}
      </Typography>
      <List>
        {props.connectors.map(claim => (
          <Item
            key={formatConnectorKey(keyOfClaim(claim))}
            claim={claim}
            chosen={claim === props.chosen}
          />
        ))}
      </List>
    </Paper>
  );
}

function Item(props: { claim: ClaimedConnector; chosen: boolean }) {
  const classes = useStyles();
  const { connector, objectId } = props.claim;
  return (
    <li>
      <ListItem
        button
        component={Link}
        // It goes somewhere: it is a link, whatever it looks like.
        role={undefined}
        to={connectorHref('', keyOfClaim(props.claim))}
        selected={props.chosen}
        aria-current={props.chosen ? 'true' : undefined}
        className={classes.item}
      >
        <ListItemText
          className={classes.text}
          primary={connector?.name ?? objectId}
          secondary={connector ? accountOf(connector) : <Why {...props} />}
          secondaryTypographyProps={{ className: classes.account }}
        />
        {connector && (
          <StateChip
            state={connector.state}
            reportedState={connector.reportedState}
          />
        )}
      </ListItem>
    </li>
  );
}

function Why(props: { claim: ClaimedConnector }) {
  const { t } = useQualysTranslation();
  const { state } = props.claim;
  return (
    <>{t(state === 'accepted' ? 'claim.goneTitle' : `claim.${state}Title`)}</>
  );
}
