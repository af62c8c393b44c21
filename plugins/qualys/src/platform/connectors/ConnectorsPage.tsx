import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import {
  qualysConnectorReadPermission,
  type Status,
} from 'backstage-plugin-qualys-common';
import { MirrorAges } from '../../components/MirrorAges';
import { OwnPart } from '../../components/OwnPart';
import { FoundLine } from '../../components/FoundLine';
import { PagedList } from '../../components/PagedList';
import { PermissionGate } from '../../components/PermissionGate';
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
  const { status } = useOptionalStatus();
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
  const list = useQualysConnectors(query);
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

  return (
    <PagedList
      query={list}
      pages={pages}
      pageSize={filters.limit ?? DEFAULT_PAGE_SIZE}
      onPageSizeChange={limit => props.onChange({ limit })}
      loadingLabel={t('connectors.loading')}
      notAllowed={t('permission.action', {
        permission: qualysConnectorReadPermission.name,
      })}
      none={
        <NoConnectors
          filtered={props.filtered}
          status={status}
          onClear={props.onClear}
        />
      }
    >
      {({ items, totalItems }, loading) => (
        <>
          <FoundLine
            clearLabel={t('connectors.clear')}
            onClear={props.filtered ? props.onClear : undefined}
          >
            {t('connectors.found', {
              count: totalItems,
              number: totalItems.toLocaleString(locale),
            })}
          </FoundLine>
          <ConnectorTable
            connectors={items}
            subscriptions={subscriptions}
            sort={filters.sort ?? DEFAULT_SORT}
            loading={loading}
            onSort={sort => props.onChange({ sort })}
          />
        </>
      )}
    </PagedList>
  );
}
