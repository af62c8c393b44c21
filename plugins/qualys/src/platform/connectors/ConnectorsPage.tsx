import { useMemo } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import {
  qualysConnectorReadPermission,
  type Status,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { MirrorAges } from '../../components/MirrorAges';
import { Paging } from '../../components/Paging';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useCursorPages } from '../../hooks/useCursorPages';
import { useLanguage } from '../../hooks/useLanguage';
import { useOptionalStatus } from '../../hooks/useOptionalStatus';
import { useQualysConnectors } from '../../hooks/useQualysData';
import { useQualysTranslation } from '../../translation';
import { Elsewhere } from '../Elsewhere';
import { ConnectorTable } from './ConnectorTable';
import { Filters } from './Filters';
import { NoConnectors } from './NoConnectors';
import { useConnectorFilters } from './useConnectorFilters';

const DEFAULT_SORT = 'name';
const DEFAULT_PAGE_SIZE = 50;

/** All connectors of all subscriptions. */
export function ConnectorsPage() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="connectors-page">
      <Typography variant="h5" component="h2" gutterBottom>
        {t('connectors.heading')}
      </Typography>
      <PermissionGate
        permission={qualysConnectorReadPermission}
        instead={<Elsewhere />}
      >
        <Connectors />
      </PermissionGate>
    </OwnPart>
  );
}

function Connectors() {
  const { filters, setFilters, clear, filtered } = useConnectorFilters();
  const status = useOptionalStatus();
  return (
    <>
      {status && <MirrorAges ages={status.subscriptions} />}
      <Filters filters={filters} status={status} onChange={setFilters} />
      <Results
        filters={filters}
        filtered={filtered}
        status={status}
        onChange={setFilters}
        onClear={clear}
      />
    </>
  );
}

function Results(props: {
  filters: ReturnType<typeof useConnectorFilters>['filters'];
  filtered: boolean;
  status?: Status;
  onChange: ReturnType<typeof useConnectorFilters>['setFilters'];
  onClear: () => void;
}) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { filters, status } = props;
  const pages = useCursorPages(JSON.stringify(filters));
  const query = useMemo(
    () => ({ ...filters, cursor: pages.cursor }),
    [filters, pages.cursor],
  );
  const { value: list, error, loading, retry } = useQualysConnectors(query);
  const subscriptions = useMemo(
    () =>
      new Map(
        status?.subscriptions.map(({ subscription, title }) => [
          subscription,
          title,
        ]),
      ),
    [status],
  );

  if (error) {
    // A cursor lives only as long as the list that it was made for.
    const lost = error.code === 'invalid' && pages.index > 0;
    return (
      <ProblemNotice
        error={error}
        onRetry={lost ? pages.first : retry}
        retryLabel={lost ? t('connectors.firstPage') : undefined}
        notAllowed={t('permission.action', {
          permission: qualysConnectorReadPermission.name,
        })}
      />
    );
  }
  if (!list) return <Loading label={t('connectors.loading')} rows={10} />;

  if (list.items.length === 0 && !loading) {
    return (
      <NoConnectors
        filtered={props.filtered}
        status={status}
        onClear={props.onClear}
      />
    );
  }
  return (
    <Paper>
      <Box
        px={2}
        pt={1}
        minHeight={48}
        display="flex"
        alignItems="center"
        justifyContent="space-between"
      >
        <Typography variant="body1" role="status">
          {t('connectors.found', {
            count: list.totalItems,
            number: list.totalItems.toLocaleString(locale),
          })}
        </Typography>
        {props.filtered && (
          <Button onClick={props.onClear}>{t('connectors.clear')}</Button>
        )}
      </Box>
      <ConnectorTable
        connectors={list.items}
        subscriptions={subscriptions}
        sort={filters.sort ?? DEFAULT_SORT}
        loading={loading}
        onSort={sort => props.onChange({ sort })}
      />
      <Paging
        pages={pages}
        rows={list.items.length}
        pageSize={filters.limit ?? DEFAULT_PAGE_SIZE}
        totalItems={list.totalItems}
        nextCursor={list.nextCursor}
        loading={loading}
        onPageSizeChange={limit => props.onChange({ limit })}
      />
    </Paper>
  );
}
