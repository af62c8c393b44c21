import {
  REQUEST_STATES,
  type RequestChoices,
} from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS } from 'qualys-model';
import {
  ChoiceFilter,
  FilterFields,
  SubscriptionFilter,
} from '../../components/FilterFields';
import { useQualysTranslation } from '../../translation';
import type {
  RequestFilters,
  RequestView,
  SetRequestFilters,
} from './useRequestFilters';

export interface RequestFilterFieldsProps {
  view: RequestView;
  filters: RequestFilters;
  /** Names the subscriptions; missing for who may not ask for connectors. */
  choices?: RequestChoices;
  onChange: SetRequestFilters;
}

/** What narrows the list of requests. */
export function RequestFilterFields(props: RequestFilterFieldsProps) {
  const { t } = useQualysTranslation();
  const { choices, filters, onChange, view } = props;
  const any = t('requestList.any');
  const subscriptions = choices?.subscriptions ?? [];

  return (
    <FilterFields
      searchId="qualys-request-search"
      searchLabel={t('requestList.search')}
      searchHint={t('requestList.searchHint')}
      q={filters.q}
      onChange={onChange}
    >
      {view !== 'decide' && (
        <ChoiceFilter
          id="qualys-request-state"
          label={t('requestList.state')}
          any={any}
          value={filters.state}
          choices={REQUEST_STATES.map(each => [
            each,
            t(`requests.state.${each}`),
          ])}
          onChange={state => onChange({ state })}
        />
      )}
      <ChoiceFilter
        id="qualys-request-provider"
        label={t('requests.setting.provider')}
        any={any}
        value={filters.provider}
        choices={CLOUD_PROVIDERS.map(each => [each, t(`provider.${each}`)])}
        onChange={provider => onChange({ provider })}
      />
      {(subscriptions.length > 1 || filters.subscription) && (
        <SubscriptionFilter
          id="qualys-request-subscription"
          any={any}
          value={filters.subscription}
          subscriptions={subscriptions.map(({ id, title }) => [id, title])}
          onChange={subscription => onChange({ subscription })}
        />
      )}
    </FilterFields>
  );
}
