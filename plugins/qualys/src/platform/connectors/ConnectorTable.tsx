import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ConnectorSortField,
  MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { ProviderLabel } from '../../components/ProviderLabel';
import { RelativeTime } from '../../components/RelativeTime';
import { StateChip } from '../../components/StateChip';
import { RowHeader, RowsTable } from '../../components/RowsTable';
import { useTableStyles } from '../../components/tableStyles';
import { accountNameOf } from '../../entity/accountOf';
import { formatConnectorKey } from '../../entity/connectorKey';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';

const COLUMNS: { field: ConnectorSortField | 'owner'; numeric?: boolean }[] = [
  { field: 'name' },
  { field: 'provider' },
  { field: 'account' },
  { field: 'state' },
  { field: 'owner' },
  { field: 'lastSyncedOn' },
  { field: 'totalAssets', numeric: true },
];

export interface ConnectorTableProps {
  connectors: MirroredConnector[];
  /** What people call the subscriptions; shown where there is more than one. */
  subscriptions: Map<string, string>;
  /** The field of the sort, with `-` before it for descending. */
  sort: string;
  /** Whether other rows are being loaded. */
  loading: boolean;
  onSort: (sort: string) => void;
}

/** A page of connectors. */
export function ConnectorTable(props: ConnectorTableProps) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const descending = props.sort.startsWith('-');
  const sorted = props.sort.replace(/^-/, '');

  return (
    <RowsTable
      label={t('connectors.tableLabel')}
      loading={props.loading}
      loadingLabel={t('connectors.loading')}
      head={COLUMNS.map(({ field, numeric }) => {
        const direction = descending ? 'desc' : 'asc';
        const active = field === sorted;
        const label = t(`connectors.${field}`);
        return (
          <TableCell
            key={field}
            className={classes.line}
            align={numeric ? 'right' : undefined}
            sortDirection={active && direction}
          >
            {field === 'owner' ? (
              label
            ) : (
              <TableSortLabel
                active={active}
                direction={active ? direction : 'asc'}
                onClick={() =>
                  props.onSort(active && !descending ? `-${field}` : field)
                }
              >
                {label}
              </TableSortLabel>
            )}
          </TableCell>
        );
      })}
    >
      {props.connectors.map(connector => (
        <Row
          key={formatConnectorKey(connector)}
          connector={connector}
          subscription={
            props.subscriptions.size > 1
              ? props.subscriptions.get(connector.subscription) ??
                connector.subscription
              : undefined
          }
        />
      ))}
    </RowsTable>
  );
}

function Row(props: { connector: MirroredConnector; subscription?: string }) {
  const { t } = useQualysTranslation();
  const classes = useTableStyles();
  const locale = useLanguage();
  const { connector } = props;
  return (
    <TableRow>
      <RowHeader className={classes.text}>
        <EntityRefLink entityRef={connector.entityRef}>
          {connector.name || connector.id}
        </EntityRefLink>
        {props.subscription && (
          <div className={classes.sub}>{props.subscription}</div>
        )}
      </RowHeader>
      <TableCell className={classes.line}>
        <ProviderLabel provider={connector.provider} />
      </TableCell>
      <TableCell>
        <div className={classes.identifier} title={connector.account}>
          {connector.account}
        </div>
        <div className={classes.sub}>{accountNameOf(connector)}</div>
      </TableCell>
      <TableCell>
        <StateChip
          state={connector.state}
          reportedState={connector.reportedState}
        />
        {connector.state === 'error' && connector.error && (
          <div className={classes.brief} title={connector.error}>
            {connector.error}
          </div>
        )}
      </TableCell>
      <TableCell className={classes.line}>
        {connector.owner ? (
          <EntityRefLink entityRef={connector.owner} defaultKind="group" />
        ) : (
          t('connectors.noOwner')
        )}
        {connector.ownerRule && (
          <div
            className={`${classes.sub} ${classes.identifier}`}
            title={connector.ownerRule}
          >
            {t('connectors.byRule', { rule: connector.ownerRule })}
          </div>
        )}
      </TableCell>
      <TableCell className={classes.line}>
        {connector.lastSyncedOn ? (
          <RelativeTime value={connector.lastSyncedOn} inList />
        ) : (
          t('time.never')
        )}
      </TableCell>
      <TableCell align="right">
        {connector.totalAssets?.toLocaleString(locale)}
      </TableCell>
    </TableRow>
  );
}
