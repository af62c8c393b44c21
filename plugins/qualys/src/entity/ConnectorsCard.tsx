import { lazy, Suspense } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  isQualysConnectorsAvailable,
  type EntitySummary,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../components/Loading';
import { OwnPart } from '../components/OwnPart';
import { useQualysTranslation } from '../translation';
import { AskLink } from './AskLink';
import { ClaimNotice } from './ClaimNotice';
import { ConnectorSummary } from './ConnectorSummary';
import { connectorHref, formatConnectorKey, keyOfClaim } from './connectorKey';
import { isRead } from './isRead';
import { WithEntitySummary } from './WithEntitySummary';

// Where there is a tab, it is the tab that needs them.
const ConnectorActions = lazy(() =>
  import('./connectorSettings/ConnectorActions').then(m => ({
    default: m.ConnectorActions,
  })),
);

const useStyles = makeStyles(
  theme => ({
    totals: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
    links: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 3),
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'QualysConnectorsCard' },
);

export interface ConnectorsCardProps {
  /** The tab with the details, where the portal has it. */
  tabHref?: string;
  /** The page of requests for connectors, where the portal has it. */
  requestsHref?: string;
}

/**
 * What Qualys does for an entity's cloud accounts, at a glance. What can be done
 * with a connector stands on the tab, and where there is none, here.
 */
export function ConnectorsCard(props: ConnectorsCardProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { entity } = useEntity();
  const { requestsHref } = props;
  // What an entity does not name puts a card on its page, but no tab.
  const tabHref = isQualysConnectorsAvailable(entity)
    ? props.tabHref
    : undefined;
  return (
    <OwnPart name="connectors-card">
      <EntityInfoCard
        title={t('card.title')}
        footerActions={
          (tabHref || requestsHref) && (
            <div className={classes.links}>
              {tabHref && <Link to={tabHref}>{t('card.showAll')}</Link>}
              {requestsHref && <AskLink requestsHref={requestsHref} />}
            </div>
          )
        }
      >
        <WithEntitySummary type="connector">
          {(summary, reload) => (
            <Connectors
              summary={summary}
              tabHref={tabHref}
              onChanged={reload}
            />
          )}
        </WithEntitySummary>
      </EntityInfoCard>
    </OwnPart>
  );
}

function Connectors(props: {
  summary: EntitySummary;
  tabHref?: string;
  onChanged: () => void;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { tabHref } = props;
  const { connectors, entityRef } = props.summary;
  return (
    <Suspense fallback={<Loading label={t('card.loading')} />}>
      <Totals
        connectors={connectors.flatMap(({ connector }) => connector ?? [])}
      />
      <ul className={classes.list}>
        {connectors.map(claim => {
          const key = keyOfClaim(claim);
          return (
            <li key={formatConnectorKey(key)} className={classes.item}>
              {claim.connector ? (
                <Bound
                  connector={claim.connector}
                  entityRef={entityRef}
                  detailsHref={tabHref && connectorHref(tabHref, key)}
                  onChanged={props.onChanged}
                />
              ) : (
                <ClaimNotice
                  type="connector"
                  claim={claim}
                  read={isRead(props.summary, claim)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Suspense>
  );
}

function Bound(props: {
  connector: MirroredConnector;
  /** The entity that the page is about. */
  entityRef: string;
  /** All about the connector, where the portal has the tab. */
  detailsHref?: string;
  onChanged: () => void;
}) {
  const { t } = useQualysTranslation();
  const { connector, detailsHref } = props;
  const { entityRef } = connector;
  const name = connector.name || connector.id;
  const isElsewhere = entityRef !== props.entityRef;
  if (!detailsHref) {
    return (
      <>
        <ConnectorSummary
          connector={connector}
          name={
            isElsewhere ? (
              <EntityRefLink entityRef={entityRef}>{name}</EntityRefLink>
            ) : (
              name
            )
          }
        />
        <ConnectorActions
          connector={connector}
          entityRef={props.entityRef}
          onChanged={props.onChanged}
        />
      </>
    );
  }
  return (
    <ConnectorSummary
      connector={connector}
      name={<Link to={detailsHref}>{name}</Link>}
      aside={
        isElsewhere && (
          <EntityRefLink
            entityRef={entityRef}
            aria-label={t('card.catalogEntityOf', { name })}
          >
            {t('card.catalogEntity')}
          </EntityRefLink>
        )
      }
    />
  );
}

function Totals(props: { connectors: MirroredConnector[] }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { connectors } = props;
  if (connectors.length === 0) return null;

  const inError = connectors.filter(({ state }) => state === 'error').length;
  const counted = connectors.flatMap(({ totalAssets }) => totalAssets ?? []);
  return (
    <Typography variant="body1" component="div" className={classes.totals}>
      <span>{t('card.connectors', { count: connectors.length })}</span>
      {inError > 0 && <span>{t('card.inError', { count: inError })}</span>}
      {counted.length > 0 && (
        <span>
          {t('card.assets', { count: counted.reduce((a, b) => a + b) })}
        </span>
      )}
    </Typography>
  );
}
