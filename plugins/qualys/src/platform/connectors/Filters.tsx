import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { OWNED_BY_NOBODY, type Status } from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS, CONNECTOR_STATES } from 'qualys-model';
import { ChoiceField } from '../../components/ChoiceField';
import { FilterFields, withChosen } from '../../components/FilterFields';
import { useQualysTranslation } from '../../translation';
import { nameOf } from '../entityName';
import type {
  ConnectorFilters,
  SetConnectorFilters,
} from './useConnectorFilters';

const useStyles = makeStyles(
  theme => ({
    chips: { gridColumn: '1 / -1' },
    chip: { margin: 0, maxWidth: '100%', color: theme.palette.text.primary },
  }),
  { name: 'QualysConnectorFilters' },
);

export interface FiltersProps {
  filters: ConnectorFilters;
  /** Names the subscriptions and owners; missing for who may not see it. */
  status?: Status;
  onChange: SetConnectorFilters;
}

/** What narrows the list of connectors. */
export function Filters(props: FiltersProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { filters, onChange, status } = props;
  const all: [string, string] = ['', t('connectors.all')];

  return (
    <FilterFields
      searchId="qualys-search"
      searchLabel={t('connectors.search')}
      searchHint={t('connectors.searchHint')}
      q={filters.q}
      onChange={onChange}
    >
      <ChoiceField
        id="qualys-filter-state"
        label={t('connectors.state')}
        value={filters.state ?? ''}
        choices={[
          all,
          ...CONNECTOR_STATES.map((state): [string, string] => [
            state,
            t(`connectorState.${state}`),
          ]),
        ]}
        onChange={state =>
          onChange({ state: CONNECTOR_STATES.find(known => known === state) })
        }
      />
      <ChoiceField
        id="qualys-filter-provider"
        label={t('connectors.provider')}
        value={filters.provider ?? ''}
        choices={[
          all,
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
      <ChoiceField
        id="qualys-filter-subscription"
        label={t('connectors.subscription')}
        value={filters.subscription ?? ''}
        choices={[
          all,
          ...withChosen(
            status?.subscriptions.map(
              ({ subscription, title }): [string, string] => [
                subscription,
                title,
              ],
            ),
            filters.subscription,
          ),
        ]}
        onChange={subscription => onChange({ subscription })}
      />
      <ChoiceField
        id="qualys-filter-owner"
        label={t('connectors.owner')}
        value={filters.owner ?? ''}
        choices={[
          all,
          [OWNED_BY_NOBODY, t('connectors.noOwner')],
          ...withChosen(
            status?.owners.map((owner): [string, string] => [
              owner,
              nameOf(owner, 'group'),
            ]),
            filters.owner === OWNED_BY_NOBODY ? undefined : filters.owner,
          ),
        ]}
        onChange={owner => onChange({ owner })}
      />
      {filters.rule && (
        <div className={classes.chips}>
          <Chip
            className={classes.chip}
            variant="outlined"
            label={t('connectors.byRule', { rule: filters.rule })}
            // The whole chip takes the filter away, with any device.
            aria-label={t('connectors.removeRule', { rule: filters.rule })}
            onClick={() => onChange({ rule: undefined })}
            onDelete={() => onChange({ rule: undefined })}
          />
        </div>
      )}
    </FilterFields>
  );
}
