import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ConnectorRequest } from 'backstage-plugin-qualys-common';
import { ProviderLabel } from '../../components/ProviderLabel';
import { RelativeTime } from '../../components/RelativeTime';
import { RowHeader, RowsTable } from '../../components/RowsTable';
import { useTableStyles } from '../../components/tableStyles';
import { useLocation } from 'react-router-dom';
import { useQualysTranslation } from '../../translation';
import { leftFrom, useRequestPaths } from '../paths';
import { RequestStateChip } from '../RequestState';
import type { RequestView } from './useRequestFilters';

export interface RequestTableProps {
  requests: ConnectorRequest[];
  view: RequestView;
  /** What people call the subscriptions, as far as that is known; shown where there is more than one. */
  subscriptions: Map<string, string>;
  /** Whether other rows are being loaded. */
  loading: boolean;
}

/** A page of requests. */
export function RequestTable(props: RequestTableProps) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const { loading, requests, subscriptions, view } = props;
  const showSubscription =
    new Set([
      ...subscriptions.keys(),
      ...requests.map(({ subscription }) => subscription),
    ]).size > 1;
  return (
    <RowsTable
      label={t('requestList.table')}
      loading={loading}
      loadingLabel={t('requestList.loading')}
      head={
        <>
          <TableCell>{t('requestList.name')}</TableCell>
          <TableCell>{t('requestList.cloud')}</TableCell>
          <TableCell>{t('requestList.state')}</TableCell>
          <TableCell>{t('requestList.people')}</TableCell>
          <TableCell>{t('requestList.service')}</TableCell>
          <TableCell className={classes.line}>
            {t(
              view === 'decide'
                ? 'requestList.waitingSince'
                : 'requestList.since',
            )}
          </TableCell>
        </>
      }
    >
      {requests.map(request => (
        <Row
          key={request.id}
          request={request}
          showSubscription={showSubscription}
          {...props}
        />
      ))}
    </RowsTable>
  );
}

function Row(
  props: RequestTableProps & {
    request: ConnectorRequest;
    showSubscription: boolean;
  },
) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const paths = useRequestPaths();
  const { search } = useLocation();
  const { request, showSubscription, subscriptions, view } = props;
  const { settings, submittedAt, updatedAt } = request;
  const { account, entityRef, name, owner } = settings;
  return (
    <TableRow>
      <RowHeader className={classes.text}>
        <Link to={paths.one(request.id)} state={leftFrom(search)}>
          {name || t('requestList.noName')}
        </Link>
        {showSubscription && (
          <div className={classes.sub}>
            {subscriptions.get(request.subscription) ?? request.subscription}
          </div>
        )}
      </RowHeader>
      <TableCell>
        <ProviderLabel provider={request.provider} />
        {account && (
          <div className={classes.identifier} title={account}>
            {account}
          </div>
        )}
      </TableCell>
      <TableCell className={classes.line}>
        <RequestStateChip state={request.state} />
      </TableCell>
      <TableCell className={classes.line}>
        <EntityRefLink entityRef={request.requester} defaultKind="user" />
        {owner && (
          <div className={classes.sub}>
            {t('requestList.ownedBy', {
              owner: <EntityRefLink entityRef={owner} defaultKind="group" />,
            })}
          </div>
        )}
      </TableCell>
      <TableCell className={classes.line}>
        {entityRef ? (
          <EntityRefLink entityRef={entityRef} defaultKind="component" />
        ) : (
          t('requestList.noService')
        )}
      </TableCell>
      <TableCell className={classes.line}>
        <RelativeTime
          value={(view === 'decide' && submittedAt) || updatedAt}
          inList
        />
      </TableCell>
    </TableRow>
  );
}
