import { useCallback } from 'react';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysAuditReadPermission,
  type SettingsHistory,
  type SettingsHistoryCsvQuery,
  type SettingsHistoryEntry,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { NothingMatches } from '../../components/NothingMatches';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { useEarlierPages } from '../../hooks/useEarlierPages';
import { useOptionalStatus } from '../../hooks/useOptionalStatus';
import { HistoryList } from '../../settings/HistoryList';
import { useQualysTranslation } from '../../translation';
import { PageHead } from '../PageHead';
import { DownloadButton } from './DownloadButton';
import { HistoryFilterFields } from './HistoryFilterFields';
import { useHistoryFilters } from './useHistoryFilters';
import { useWordsOf } from './useWordsOf';

/** Who changed what in Qualys through the portal, for auditors. */
export function HistoryPage() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="history-page">
      <PermissionGate
        permission={qualysAuditReadPermission}
        instead={t('allHistory.elsewhere')}
      >
        <History />
      </PermissionGate>
    </OwnPart>
  );
}

function History() {
  const { t } = useQualysTranslation();
  const { status } = useOptionalStatus();
  const { filters, setFilters, query, filtered, clear } = useHistoryFilters();
  return (
    <>
      <PageHead
        heading={t('allHistory.heading')}
        explanation={t('allHistory.explanation')}
      >
        <DownloadButton query={query} />
      </PageHead>
      <HistoryFilterFields
        filters={filters}
        status={status}
        onChange={setFilters}
      />
      {/* Another question has an answer of its own. */}
      <Entries
        key={JSON.stringify(query)}
        query={query}
        filtered={filtered}
        onClear={clear}
      />
    </>
  );
}

function Entries(props: {
  query: SettingsHistoryCsvQuery;
  filtered: boolean;
  onClear: () => void;
}) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const wordsOf = useWordsOf();
  const { query } = props;
  const pages = useEarlierPages<SettingsHistoryEntry, SettingsHistory>(
    useCallback(
      (cursor, signal) => api.getHistory({ ...query, cursor }, { signal }),
      [api, query],
    ),
  );
  if (pages.items?.length === 0) {
    return props.filtered ? (
      <NothingMatches
        title={t('allHistory.nothingMatchesTitle')}
        clearLabel={t('allHistory.clear')}
        onClear={props.onClear}
      >
        {t('allHistory.nothingMatches')}
      </NothingMatches>
    ) : (
      <Notice severity="info" title={t('allHistory.noneTitle')}>
        {t('allHistory.none')}
      </Notice>
    );
  }
  return (
    <Paper>
      <Box p={2}>
        <HistoryList
          pages={pages}
          wordsOf={({ type }) => wordsOf(type)}
          whereOf={entry => <Where entry={entry} />}
          notAllowed={t('permission.action', {
            permission: qualysAuditReadPermission.name,
          })}
        />
      </Box>
    </Paper>
  );
}

/** What it was done with, and on whose page. */
function Where(props: { entry: SettingsHistoryEntry }) {
  const { t } = useQualysTranslation();
  const { entityRef, objectId, subscription, type } = props.entry;
  const object = t('allHistory.object', {
    type: t(`allHistory.types.${type}`),
    id: objectId,
    subscription,
  });
  if (entityRef === '') return <>{object}</>;
  return (
    <>
      {t('allHistory.onPage', {
        object,
        entity: <EntityRefLink entityRef={entityRef} />,
      })}
    </>
  );
}
