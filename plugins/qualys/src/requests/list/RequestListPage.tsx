import { useMemo } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import {
  qualysRequestReadPermission,
  type RequestChoices,
} from 'backstage-plugin-qualys-common';
import { NothingMatches } from '../../components/NothingMatches';
import { Notice } from '../../components/Notice';
import { FoundLine } from '../../components/FoundLine';
import { PagedList } from '../../components/PagedList';
import { useCursorPages } from '../../hooks/useCursorPages';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { AskButton } from '../AskButton';
import {
  useLiveRequests,
  useOptionalChoices,
  useWaitingRequests,
} from '../useRequestData';
import { RequestFilterFields } from './RequestFilterFields';
import { RequestTable } from './RequestTable';
import { useRequestFilters, type RequestView } from './useRequestFilters';
import { Views } from './Views';

const DEFAULT_PAGE_SIZE = 50;

/** The requests for connectors: one's own, those to decide about, and all that one may see. */
export function RequestListPage() {
  const { t } = useQualysTranslation();
  const address = useRequestFilters();
  const waiting = useWaitingRequests();
  const choices = useOptionalChoices();
  const { view, filters, setFilters } = address;
  return (
    <>
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        gridGap={16}
        mb={2}
      >
        <Typography variant="h5" component="h2">
          {t('requests.title')}
        </Typography>
        <AskButton />
      </Box>
      <Views
        view={view}
        waiting={waiting}
        onChange={chosen =>
          setFilters({ view: chosen === 'mine' ? undefined : chosen })
        }
      />
      <Typography variant="body1">
        {t(`requestList.explanation.${view}`)}
      </Typography>
      <Box mt={2}>
        <RequestFilterFields
          view={view}
          filters={filters}
          choices={choices}
          onChange={setFilters}
        />
      </Box>
      <Results address={address} choices={choices} />
    </>
  );
}

function Results(props: {
  address: ReturnType<typeof useRequestFilters>;
  choices?: RequestChoices;
}) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { choices } = props;
  const { view, query, filtered, filters, setFilters, clear } = props.address;
  const pages = useCursorPages(JSON.stringify(query));
  const list = useLiveRequests(
    useMemo(() => ({ ...query, cursor: pages.cursor }), [query, pages.cursor]),
  );
  const subscriptions = useMemo(
    () =>
      new Map(choices?.subscriptions.map(({ id, title }) => [id, title]) ?? []),
    [choices],
  );

  return (
    <PagedList
      query={list}
      pages={pages}
      pageSize={filters.limit ?? DEFAULT_PAGE_SIZE}
      onPageSizeChange={limit => setFilters({ limit })}
      loadingLabel={t('requestList.loading')}
      notAllowed={t('requestList.notAllowed', {
        permission: qualysRequestReadPermission.name,
      })}
      none={<NoRequests view={view} filtered={filtered} onClear={clear} />}
    >
      {({ items, totalItems }, loading) => (
        <>
          <FoundLine
            clearLabel={t('requestList.clear')}
            onClear={filtered ? clear : undefined}
          >
            {t('requestList.found', {
              count: totalItems,
              number: totalItems.toLocaleString(locale),
            })}
          </FoundLine>
          <RequestTable
            requests={items}
            view={view}
            subscriptions={subscriptions}
            loading={loading}
          />
        </>
      )}
    </PagedList>
  );
}

function NoRequests(props: {
  view: RequestView;
  filtered: boolean;
  onClear: () => void;
}) {
  const { t } = useQualysTranslation();
  const { view } = props;
  return props.filtered ? (
    <NothingMatches
      title={t('requestList.nothingMatchesTitle')}
      clearLabel={t('requestList.clear')}
      onClear={props.onClear}
    >
      {t('requestList.nothingMatches')}
    </NothingMatches>
  ) : (
    <Notice severity="info" title={t(`requestList.none.${view}Title`)}>
      {t(`requestList.none.${view}`)}
    </Notice>
  );
}
