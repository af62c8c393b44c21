import { useMemo, useState } from 'react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysConnectorReadPermission,
  type HeldBackConnector,
  type HeldBackRemoval,
  type SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../../components/Loading';
import { PagedProblem } from '../../../components/PagedProblem';
import { Paging } from '../../../components/Paging';
import { RelativeTime } from '../../../components/RelativeTime';
import { RowHeader, RowsTable } from '../../../components/RowsTable';
import { useTableStyles } from '../../../components/tableStyles';
import { useCursorPages } from '../../../hooks/useCursorPages';
import { useQualysHeldBack } from '../../../hooks/useQualysData';
import { useQualysTranslation } from '../../../translation';

const useStyles = makeStyles(
  // Half a row at the end shows that there are more.
  { scroll: { maxHeight: '20.5rem' } },
  { name: 'QualysHeldBackConnectors' },
);

export interface HeldBackConnectorsProps {
  subscription: SubscriptionStatus;
  removal: Pick<HeldBackRemoval, 'provider' | 'state'>;
}

/** The connectors of a removal, page by page, as they were last seen. */
export function HeldBackConnectors(props: HeldBackConnectorsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { provider, state } = props.removal;
  const { subscription, title } = props.subscription;
  const [limit, setLimit] = useState(20);
  const pages = useCursorPages(`${limit}`);
  const query = useMemo(
    () => ({ provider, state, limit, cursor: pages.cursor }),
    [provider, state, limit, pages.cursor],
  );
  const {
    value: list,
    error,
    loading,
    retry,
  } = useQualysHeldBack(subscription, query);

  if (error) {
    return (
      <PagedProblem
        error={error}
        pages={pages}
        onRetry={retry}
        notAllowed={t('permission.action', {
          permission: qualysConnectorReadPermission.name,
        })}
      />
    );
  }
  if (!list) return <Loading label={t('heldBack.loading')} />;
  return (
    <>
      <RowsTable
        label={t('heldBack.tableLabel', {
          cloud: t(`provider.${provider}`),
          title,
        })}
        loading={loading}
        loadingLabel={t('heldBack.loading')}
        className={classes.scroll}
        head={
          <>
            <TableCell>{t('connectors.name')}</TableCell>
            <TableCell>{t('connectors.account')}</TableCell>
            <TableCell>{t('connectors.owner')}</TableCell>
            <TableCell>{t('heldBack.lastSeen')}</TableCell>
          </>
        }
      >
        {list.items.map(connector => (
          <Row key={connector.id} connector={connector} />
        ))}
      </RowsTable>
      {list.totalItems > list.items.length && (
        <Paging
          id={`qualys-held-back-rows-${subscription}-${provider}-${state}`}
          pages={pages}
          rows={list.items.length}
          pageSize={limit}
          totalItems={list.totalItems}
          nextCursor={list.nextCursor}
          loading={loading}
          onPageSizeChange={setLimit}
        />
      )}
    </>
  );
}

function Row(props: { connector: HeldBackConnector }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const { connector } = props;
  return (
    <TableRow>
      <RowHeader className={classes.text}>
        <EntityRefLink entityRef={connector.entityRef}>
          {connector.name || connector.id}
        </EntityRefLink>
      </RowHeader>
      <TableCell>
        <div className={classes.identifier} title={connector.account}>
          {connector.account}
        </div>
      </TableCell>
      <TableCell className={classes.line}>
        {connector.owner ? (
          <EntityRefLink entityRef={connector.owner} defaultKind="group" />
        ) : (
          t('connectors.noOwner')
        )}
      </TableCell>
      <TableCell className={classes.line}>
        <RelativeTime value={connector.lastSeen} inList />
      </TableCell>
    </TableRow>
  );
}
