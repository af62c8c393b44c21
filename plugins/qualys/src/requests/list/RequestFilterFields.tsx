import {
  REQUEST_STATES,
  type RequestChoices,
} from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS } from 'qualys-model';
import { ChoiceField } from '../../components/ChoiceField';
import { FilterFields, withChosen } from '../../components/FilterFields';
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
  const any: [string, string] = ['', t('requestList.any')];
  const chosen = filters.subscription;
  const subscriptions = withChosen(
    choices?.subscriptions.map(({ id, title }): [string, string] => [
      id,
      title,
    ]),
    chosen,
  );

  return (
    <FilterFields
      searchId="qualys-request-search"
      searchLabel={t('requestList.search')}
      searchHint={t('requestList.searchHint')}
      q={filters.q}
      onChange={onChange}
    >
      {view !== 'decide' && (
        <ChoiceField
          id="qualys-request-state"
          label={t('requestList.state')}
          value={filters.state ?? ''}
          choices={[
            any,
            ...REQUEST_STATES.map((state): [string, string] => [
              state,
              t(`requests.state.${state}`),
            ]),
          ]}
          onChange={state =>
            onChange({ state: REQUEST_STATES.find(known => known === state) })
          }
        />
      )}
      <ChoiceField
        id="qualys-request-provider"
        label={t('requests.setting.provider')}
        value={filters.provider ?? ''}
        choices={[
          any,
          ...CLOUD_PROVIDERS.map((provider): [string, string] => [
            provider,
            t(`provider.${provider}`),
          ]),
        ]}
        onChange={provider =>
          onChange({
            provider: CLOUD_PROVIDERS.find(known => known === provider),
          })
        }
      />
      {(subscriptions.length > 1 || chosen) && (
        <ChoiceField
          id="qualys-request-subscription"
          label={t('connectors.subscription')}
          value={chosen ?? ''}
          choices={[any, ...subscriptions]}
          onChange={subscription => onChange({ subscription })}
        />
      )}
    </FilterFields>
  );
}
