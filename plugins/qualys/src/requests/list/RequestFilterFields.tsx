import { makeStyles } from '@material-ui/core/styles';
import {
  REQUEST_STATES,
  type RequestChoices,
} from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS } from 'qualys-model';
import { ChoiceField } from '../../components/ChoiceField';
import { SearchField } from '../../components/SearchField';
import { useQualysTranslation } from '../../translation';
import type {
  RequestFilters,
  RequestView,
  SetRequestFilters,
} from './useRequestFilters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(9.5rem, 1fr))',
      gap: theme.spacing(2),
      alignItems: 'center',
      margin: theme.spacing(2, 0),
    },
    search: {
      gridColumn: 'span 2',
      [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' },
    },
  }),
  { name: 'QualysRequestFilters' },
);

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
  const classes = useStyles();
  const { choices, filters, onChange, view } = props;
  const any: [string, string] = ['', t('requestList.any')];
  const subscriptions = (choices?.subscriptions ?? []).map(
    ({ id, title }): [string, string] => [id, title],
  );
  const chosen = filters.subscription;
  // What a shared link has chosen can be seen, and taken away.
  if (chosen && !subscriptions.some(([id]) => id === chosen)) {
    subscriptions.push([chosen, chosen]);
  }

  return (
    <div className={classes.root} role="search">
      <div className={classes.search}>
        <SearchField
          id="qualys-request-search"
          label={t('requestList.search')}
          placeholder={t('requestList.searchHint')}
          value={filters.q ?? ''}
          onChange={q =>
            // Going on typing is not one more step to go back.
            onChange({ q }, { replace: Boolean(filters.q && q) })
          }
        />
      </div>
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
    </div>
  );
}
