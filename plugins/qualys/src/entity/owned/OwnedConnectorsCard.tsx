import { useMemo, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  qualysEntityReadPermission,
  type OwnedConnectors,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { OwnPart } from '../../components/OwnPart';
import { PagedProblem } from '../../components/PagedProblem';
import { Paging } from '../../components/Paging';
import { useCursorPages, type CursorPages } from '../../hooks/useCursorPages';
import { useQualysTranslation } from '../../translation';
import { formatConnectorKey } from '../connectorKey';
import { ConnectorSummary } from '../ConnectorSummary';
import { ownerKindOf, type OwnerKind } from './ownerKind';
import { useOwnedConnectors } from './useOwnedConnectors';

const PAGE_SIZES = [10, 20, 50];

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    total: { marginBottom: theme.spacing(1) },
    withheld: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      color: theme.palette.textSubtle,
    },
    paging: { borderTop: `1px solid ${theme.palette.divider}` },
  }),
  { name: 'QualysOwnedConnectorsCard' },
);

/**
 * The connectors that a group or a user owns, or that belong to a system.
 * Nothing for entities of other kinds, which connectors cannot belong to.
 */
export function OwnedConnectorsCard() {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const kind = ownerKindOf(entity);
  if (!kind) return null;
  return (
    <OwnPart name="owned-connectors-card">
      <EntityInfoCard title={t('owned.title')}>
        <Owned
          // What one entity owns says nothing of another.
          key={stringifyEntityRef(entity)}
          kind={kind}
        />
      </EntityInfoCard>
    </OwnPart>
  );
}

function Owned(props: { kind: OwnerKind }) {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const [limit, setLimit] = useState(PAGE_SIZES[0]);
  const pages = useCursorPages(String(limit));
  const query = useMemo(
    () => ({ limit, cursor: pages.cursor }),
    [limit, pages.cursor],
  );
  const { value, error, loading, retry } = useOwnedConnectors(
    getCompoundEntityRef(entity),
    query,
  );

  if (error) {
    return (
      <PagedProblem
        error={error}
        pages={pages}
        onRetry={retry}
        notAllowed={t('tab.notAllowed', {
          permission: qualysEntityReadPermission.name,
        })}
      />
    );
  }
  if (!value) return <Loading label={t('owned.loading')} />;
  return (
    <Page
      kind={props.kind}
      page={value}
      pages={pages}
      limit={limit}
      loading={loading}
      onLimit={setLimit}
    />
  );
}

const NONE = {
  group: 'owned.noneOfGroup',
  user: 'owned.noneOfUser',
  system: 'owned.noneOfSystem',
} as const;

function Page(props: {
  kind: OwnerKind;
  page: OwnedConnectors;
  pages: CursorPages;
  limit: number;
  loading: boolean;
  onLimit: (limit: number) => void;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { kind, page, limit } = props;
  const { items, totalItems, withheld } = page;
  if (totalItems === 0) {
    return <Typography variant="body1">{t(NONE[kind])}</Typography>;
  }
  return (
    <>
      <Typography variant="body1" className={classes.total}>
        {t(`owned.${kind}`, { count: totalItems })}
      </Typography>
      <ul className={classes.list} aria-busy={props.loading}>
        {items.map(connector => (
          <li key={formatConnectorKey(connector)} className={classes.item}>
            <ConnectorSummary
              connector={connector}
              name={
                <EntityRefLink entityRef={connector.entityRef}>
                  {connector.name || connector.id}
                </EntityRefLink>
              }
            />
          </li>
        ))}
      </ul>
      {withheld > 0 && (
        <Typography variant="body2" className={classes.withheld}>
          {t('owned.withheld', { count: withheld })}
        </Typography>
      )}
      {totalItems > PAGE_SIZES[0] && (
        <div className={classes.paging}>
          <Paging
            id="qualys-owned-page-size"
            pages={props.pages}
            rows={items.length + withheld}
            pageSize={limit}
            pageSizes={PAGE_SIZES}
            totalItems={totalItems}
            nextCursor={page.nextCursor}
            loading={props.loading}
            onPageSizeChange={props.onLimit}
          />
        </div>
      )}
    </>
  );
}
